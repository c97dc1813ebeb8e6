/** What parts of a word cost, in any unit; `Infinity` for what cannot be one. */
export interface PartCosts {
  /** Of the word when it is no compound. */
  readonly whole: (word: string) => number
  /** Of a part that is not the last, with its linking letters. */
  readonly modifier: (part: string) => number
  /** Of the last part. */
  readonly head: (part: string) => number
}

/** by hand: letters of the longest part but the last; longer ones are compounds themselves. */
const longestPart = 22

/**
 * The cheapest way through a word: its parts in order, `[word]` where none is cheaper than the word whole. Of equally
 * cheap ways the one whose last part is longest. Used by the program and by the script that learns the costs.
 * @remarks O(letters × longest part) costs asked, each at most once a place.
 */
export function cheapestParts(word: string, { whole, modifier, head }: PartCosts): string[] {
  const { length } = word
  const costs = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const starts = new Int32Array(length + 1)
  costs[0] = 0
  let least = whole(word)
  let lastStart = 0
  for (let end = 1; end < length; end++) {
    for (let start = Math.max(0, end - longestPart); start < end; start++) {
      if (costs[start] === Number.POSITIVE_INFINITY) continue
      const cost = costs[start]! + modifier(word.slice(start, end))
      if (cost < costs[end]!) {
        costs[end] = cost
        starts[end] = start
      }
    }
    // Costs are never below nothing: no last part can make this way the cheapest.
    if (costs[end]! >= least) continue
    const cost = costs[end]! + head(word.slice(end))
    if (cost < least) {
      least = cost
      lastStart = end
    }
  }
  if (lastStart === 0) return [word]
  const parts = [word.slice(lastStart)]
  for (let end = lastStart; end > 0; end = starts[end]!) parts.unshift(word.slice(starts[end]!, end))
  return parts
}
