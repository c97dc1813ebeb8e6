import type { Candidates } from './find-candidates.js'
import type { WordStream } from './word-stream.js'

/** by hand: a name that stands in a longer one at three places of four is half a name. */
const mostOfName = 0.75

/**
 * Whether a candidate is only a piece of a longer one: said more than once and never but in the same longer phrase, or
 * written as a name and mostly part of a longer name. Dropping these lost nothing on dev. O(1).
 */
export function isFragment(stream: WordStream, candidates: Candidates, candidate: number): boolean {
  const from = candidates.placeStarts[candidate]!
  const frequency = candidates.placeStarts[candidate + 1]! - from
  const extended = candidates.extended[candidate]!
  if (extended === 0) return false
  if (frequency > 1 && extended >= frequency) return true
  if (extended < mostOfName * frequency) return false
  const place = candidates.places[from]!
  const last = place + candidates.placeLengths[from]! - 1
  return (
    stream.isName[stream.words[place]!] === 1 &&
    stream.isName[stream.words[last]!] === 1 &&
    stream.runLengths[place]! > candidates.placeLengths[from]!
  )
}
