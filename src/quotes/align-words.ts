/** How a quote's words lie in a stretch of text. */
export interface WordAlignment {
  /** Matched weight less the cost of what was passed over; comparable between stretches for one quote. */
  readonly score: number
  /** For each matched word of the stretch, ascending: its place and its weight. */
  readonly places: readonly number[]
  readonly weights: readonly number[]
}

// by hand: short words are mostly function words, which any two sentences share
const shortWord = 3
const shortWeight = 0.5
// by hand: a lead-in of a few words is passed over at the price of one short word; a whole other sentence is not
const skipText = 0.07
const skipQuote = 0.1
// by hand: an inflected or misspelt word is nearly the word
const nearly = 0.8

/** What a word counts for in an alignment. */
export function wordWeight(word: string): number {
  return word.length <= shortWord ? shortWeight : 1
}

/**
 * The best way to lay a quote's words into a stretch of text in order, words of both passed over at a price (local
 * alignment after Smith & Waterman 1981, on words). O(quote × stretch) time and bytes.
 */
export function alignWords(quote: readonly string[], stretch: readonly string[]): WordAlignment {
  const columns = stretch.length + 1
  const best = new Float64Array((quote.length + 1) * columns)
  let bestCell = 0
  for (let row = 1; row <= quote.length; row++) {
    const word = quote[row - 1]!
    const weight = wordWeight(word)
    for (let column = 1; column < columns; column++) {
      const cell = row * columns + column
      const likeness = compareWords(word, stretch[column - 1]!)
      let value = Math.max(0, best[cell - columns]! - skipQuote, best[cell - 1]! - skipText)
      if (likeness > 0) value = Math.max(value, best[cell - columns - 1]! + likeness * weight)
      best[cell] = value
      if (value > best[bestCell]! + 1e-9) bestCell = cell
    }
  }
  return { score: best[bestCell]!, ...trace(quote, stretch, best, bestCell) }
}

function trace(
  quote: readonly string[],
  stretch: readonly string[],
  best: Float64Array,
  from: number,
): { places: number[]; weights: number[] } {
  const columns = stretch.length + 1
  const places: number[] = []
  const weights: number[] = []
  let cell = from
  while (best[cell]! > 0) {
    const row = Math.floor(cell / columns)
    const column = cell % columns
    const word = quote[row - 1]!
    const gain = compareWords(word, stretch[column - 1]!) * wordWeight(word)
    if (gain > 0 && Math.abs(best[cell]! - best[cell - columns - 1]! - gain) < 1e-9) {
      places.push(column - 1)
      weights.push(gain)
      cell -= columns + 1
    } else if (Math.abs(best[cell]! - (best[cell - 1]! - skipText)) < 1e-9) cell -= 1
    else cell -= columns
  }
  return { places: places.reverse(), weights: weights.reverse() }
}

/** 1 for the same word, a little less for one with another ending or one wrong letter, 0 for another word. */
function compareWords(a: string, b: string): number {
  if (a === b) return 1
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (shorter < 4 || longer - shorter > 3) return 0
  let head = 0
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++
  const isOneEdit = head + tail >= longer - 1
  const isEnding = head >= 4 && head >= longer - 3
  return isOneEdit || isEnding ? nearly : 0
}
