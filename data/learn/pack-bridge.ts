/** Letters beyond a–z, as one capital each: A, B, C. */
const letters = 'æøå'

/**
 * Packs pairs of lemmas: one line for each of the second language, by code point; how many letters it shares with the
 * one before (a none, b one …), the rest, then each lemma of the first language after its weight: 1–9, the square root of the
 * score in ninths. `src/similarity/open-bridge.ts` reads it.
 * @param rows - first lemma, tab, second lemma, tab, score; @param corrections - the same, which win; score 0 takes out.
 */
export function packBridge(rows: readonly string[], corrections: readonly string[]): string {
  const scores = new Map<string, number>()
  for (const row of [...rows, ...corrections]) {
    const [first = '', second = '', score = ''] = row.split('\t')
    if (!first || !second || !(Number(score) >= 0 && Number(score) <= 1)) throw new Error(`packBridge: ${row}`)
    scores.set(`${second}\t${first}`, Number(score))
  }
  let before = ''
  const lines: string[] = []
  let line = ''
  for (const key of [...scores.keys()].sort()) {
    const [second = '', first = ''] = key.split('\t')
    const weight = Math.round(Math.sqrt(scores.get(key)!) * 9)
    if (weight === 0) continue
    if (second !== before) {
      if (line) lines.push(line)
      let shared = 0
      while (shared < 25 && shared < before.length && before[shared] === second[shared]) shared++
      line = `${String.fromCharCode(97 + shared)}${second.slice(shared)}`
      before = second
    }
    line += `${weight}${first}`
  }
  return [...lines, line].join('\n').replace(/[æøå]/g, (letter) => String.fromCharCode(65 + letters.indexOf(letter)))
}
