/** The words of a text as the segmentation sees them. */
export interface SpanWords {
  count: number
  starts: Int32Array
  ends: Int32Array
  /** What stands between a word and the one before it: one of `Break`. */
  breaks: Uint8Array
  masses: Int32Array
  /** What each word says for each language, `STRIDE` numbers a word. */
  sums: Int32Array
}

/** Numbers a word: one a language, then one for none of them (other scripts). */
export const STRIDE = 16

/** What stands between two words. */
export const Break = { inside: 0, comma: 1, quote: 2, sentence: 3, line: 4, block: 5 } as const

/** Costs of the segmentation; see data/learn/language/fit-spans.ts. */
export interface SpanCosts {
  /** What a change of language costs, by `Break`, in units of the weights. */
  readonly change: readonly number[]
  /** How much of a word's lead over the others counts at most. */
  readonly most: number
  /** What a change to a language costs more the rarer it is in the text. */
  readonly rare: number
}

/**
 * The language of each word: the way through all words that says most, where each change of language costs (Viterbi
 * 1967). Whole numbers throughout; ties go to the language that comes first. O(words × languages).
 * @param entry - what a change to each language costs beside its place
 */
export function segmentWords(
  words: SpanWords,
  size: number,
  { change, most }: SpanCosts,
  entry: Int32Array,
): Uint8Array {
  const { count, breaks, sums } = words
  const chosen = new Uint8Array(count)
  if (count === 0) return chosen
  const scores = new Int32Array(size)
  /** For each word, one bit a language: whether the best way to it comes from another language. */
  const changed = new Uint16Array(count)
  const bestBefore = new Uint8Array(count)
  for (let language = 0; language < size; language++) scores[language] = -entry[language]!
  let top = 0
  for (let word = 0; word < count; word++) {
    const row = word * STRIDE
    let best = sums[row]!
    for (let language = 1; language < size; language++) if (sums[row + language]! > best) best = sums[row + language]!
    const least = best - most
    const price = change[breaks[word]!]!
    const from = scores[top]! - price
    bestBefore[word] = top
    let bits = 0
    let next = 0
    for (let language = 0; language < size; language++) {
      const jump = from - entry[language]!
      let score = scores[language]!
      if (jump > score && word > 0) {
        score = jump
        bits |= 1 << language
      }
      const sum = sums[row + language]!
      score += Math.max(sum, least) - best
      scores[language] = score
      if (score > scores[next]!) next = language
    }
    changed[word] = bits
    top = next
  }
  let language = top
  for (let word = count - 1; word >= 0; word--) {
    chosen[word] = language
    if (changed[word]! & (1 << language)) language = bestBefore[word]!
  }
  return chosen
}
