/** Packs lists of words: groups under a label, sorted, front-coded, in ASCII that gzips well. */

const firstCount = 35
const mostShared = 29

/**
 * First line: the characters that A, B, C … stand for. Then one line a group: label, tab, words in code-point order,
 * each as one character for the letters it shares with the word before (`#` none, `$` one …) and the letters that follow.
 * `src/words/unpack-words.ts` reads it.
 */
export function packGroups(groups: Iterable<readonly [label: string, words: readonly string[]]>): string {
  const uses = new Map<string, number>()
  const all = [...groups].map(([label, words]) => [label, [...new Set(words)].sort(byCodeUnit)] as const)
  for (const [, words] of all) {
    for (const word of words) {
      for (const letter of word) if (!/[a-z^]/.test(letter)) uses.set(letter, (uses.get(letter) ?? 0) + 1)
    }
  }
  const alphabet = [...uses].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0])).map(([letter]) => letter)
  if (alphabet.length > 26) throw new Error(`packGroups: more than 26 letters beside a–z: ${alphabet.join('')}`)
  const code = new Map(alphabet.map((letter, index) => [letter, String.fromCharCode(65 + index)]))
  const lines = all.map(([label, words]) => {
    let before = ''
    let line = `${label}\t`
    for (const word of words) {
      let shared = 0
      while (shared < mostShared && shared < before.length && before[shared] === word[shared]) shared++
      line += String.fromCharCode(firstCount + shared)
      for (const letter of word.slice(shared)) line += code.get(letter) ?? letter
      before = word
    }
    return line
  })
  return [alphabet.join(''), ...lines].join('\n')
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Endings backwards, by answer, most endings first. Rows: ending, tab, answer (further columns join it). */
export function packEndings(rows: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const row of rows) {
    const [ending = '', ...answer] = row.split('\t')
    const words = groups.get(answer.join(''))
    const backwards = [...ending].reverse().join('')
    if (words) words.push(backwards)
    else groups.set(answer.join(''), [backwards])
  }
  return packGroups([...groups].sort((a, b) => b[1].length - a[1].length || byCodeUnit(a[0], b[0])))
}

/** Lemma endings by rule, an empty line, exceptions by hand. */
export function packLemmas(endings: readonly string[], exceptions: readonly string[]): string {
  return `${packEndings(endings)}\n\n${exceptions.join('\n')}`
}

/**
 * Word classes: endings by class; then, each after an empty line, the words the tagger knows, the names of the classes it
 * reads, and its weights: features in base 36 as differences, then letter and weight (character 78 is none) in turn.
 */
export function packWordClasses(endings: readonly string[], tagger: readonly string[]): string {
  const words: string[] = []
  const classes: string[] = []
  const weights: string[] = []
  let before = 0
  for (const row of tagger) {
    const [kind, first = '', second = ''] = row.split('\t')
    if (kind === 'word') words.push(first)
    else if (kind === 'class') classes.push(first)
    else {
      const values = second.split(' ').map((value) => `${value[0]}${String.fromCharCode(78 + Number(value.slice(1)))}`)
      weights.push(`${(Number(first) - before).toString(36)} ${values.join('')}`)
      before = Number(first)
    }
  }
  return [packEndings(endings), words.join('\n'), classes.join('\n'), weights.join('\n')].join('\n\n')
}

/**
 * The background: lemmas, then names, each in code-point order; an empty line; one character each for its rarity in half
 * bits.
 */
export function packBackground(rows: readonly string[]): string {
  const rarities = rows
    .map((row) => row.split('\t'))
    .sort((a, b) => byCodeUnit(a[2] ?? '', b[2] ?? '') || byCodeUnit(a[0] ?? '', b[0] ?? ''))
  const classes = rarities.map(([, bits]) => String.fromCharCode(firstCount + Math.round(Number(bits) * 2)))
  const group = (name: string | undefined): string[] =>
    rarities.filter((row) => row[2] === name).map(([lemma = '']) => lemma)
  return `${packGroups([
    ['', group(undefined)],
    ['name', group('name')],
  ])}\n\n${classes.join('')}`
}

/** Parts of compounds by role and cost, an empty line, corrections by hand; empty where nothing was learnt. */
export function packCompounds(parts: readonly string[], hand: readonly string[]): string {
  if (parts.length === 0) return ''
  const groups = new Map<string, string[]>()
  const rest = [...hand]
  for (const line of parts) {
    const [role = '', part = '', cost = ''] = line.split('\t')
    if (role === 'unseen') {
      rest.push(`unseen\t${cost}`)
      continue
    }
    const label = `${role === 'modifier' ? 'm' : 'h'}${cost}`
    const words = groups.get(label)
    if (words) words.push(part)
    else groups.set(label, [part])
  }
  return `${packGroups([...groups].sort((a, b) => byCodeUnit(a[0], b[0])))}\n\n${rest.join('\n')}`
}
