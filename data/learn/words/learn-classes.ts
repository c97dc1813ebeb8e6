/** Learns the classes a word may have, by its ending: one letter, or two where both are common (likelier first). */
import type { Fact } from './sources.js'
import { type Ending, type Example, learnEndings } from './suffix-tree.js'
import { letterOfTag, type Tagged } from './tagged.js'

/** Endings with their classes; `cost` is the price of one. */
export function learnClasses(
  sentences: Iterable<readonly Tagged[]>,
  facts: readonly Fact[],
  open: ReadonlyMap<string, number>,
  cost: number,
): Ending[] {
  const forms = new Map<string, { counted: Map<string, number>; listed: Map<string, number> }>()
  const of = (form: string): { counted: Map<string, number>; listed: Map<string, number> } => {
    let known = forms.get(form)
    if (!known) forms.set(form, (known = { counted: new Map(), listed: new Map() }))
    return known
  }
  for (const sentence of sentences) {
    for (const { word, letter } of sentence) {
      if (letter === '.' || letter === 'Z' || letter === '?' || !/^[\p{L}'’.-]*\p{L}[\p{L}'’.-]*$/u.test(word)) continue
      const { counted } = of(word.toLowerCase())
      counted.set(letter, (counted.get(letter) ?? 0) + 1)
    }
  }
  for (const { form, tag, count } of facts) {
    if (count > 0 || !/^\p{L}+$/u.test(form)) continue
    const letter = letterOfTag(tag)
    if (letter !== 'Z') of(form.toLowerCase()).listed.set(letter, 1)
  }
  const examples: Example[] = []
  for (const [word, { counted, listed }] of forms) {
    const shares = new Map<string, number>()
    // by hand: a listed class counts as much as a third of an occurrence.
    for (const [letter, count] of counted) shares.set(letter, count)
    for (const letter of listed.keys()) shares.set(letter, (shares.get(letter) ?? 0) + 0.33)
    let total = 0
    let times = 0
    for (const share of shares.values()) total += share
    for (const count of counted.values()) times += count
    const weight = 1 + Math.log2(1 + times) + 0.3 * Math.log2(1 + (open.get(word) ?? 0))
    const answers = new Map<string, number>()
    for (const [first, share] of shares) {
      answers.set(first, (weight * share) / total)
      // by hand: naming a second class is worth most of its share, less a little for what it says less clearly.
      for (const [second, other] of shares) {
        if (first !== second) answers.set(first + second, weight * ((share + 0.7 * other) / total - 0.06))
      }
    }
    examples.push({ word, answers })
  }
  const uses = new Map<string, number>()
  for (const { answers } of examples) for (const answer of answers.keys()) uses.set(answer, (uses.get(answer) ?? 0) + 1)
  const general = new Set([...uses].filter(([, count]) => count >= 3).map(([answer]) => answer))
  return learnEndings(examples, { cost, letterCost: cost / 10, reach: 0, general })
}
