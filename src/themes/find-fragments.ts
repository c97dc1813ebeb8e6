import { type Candidates, longestCandidate } from './find-candidates.js'
import { type NamePlaces, nameKinds } from './place-names.js'
import type { WordStream } from './word-stream.js'

const person = nameKinds.indexOf('person')

/** by hand: a name that stands in a longer one at three places of four is half a name. */
const mostOfName = 0.75

/**
 * Whether a candidate is only a piece of a longer one: said more than once and never but in the same longer phrase, or
 * written as a name and mostly part of longer names. Dropping these lost nothing on dev. O(places).
 */
export function isFragment(stream: WordStream, candidates: Candidates, names: NamePlaces, candidate: number): boolean {
  if (isTitledName(candidates, names, candidate)) return true
  if (isWholeName(candidates, names, candidate)) return false
  const from = candidates.placeStarts[candidate]!
  const to = candidates.placeStarts[candidate + 1]!
  const extended = candidates.extended[candidate]!
  if (extended === 0) return false
  if (to - from > 1 && extended >= to - from) {
    // *Spiste havregrød*: a verb beside a noun makes no phrase of the two.
    const place = candidates.places[from]!
    return joins(stream, place - 1) || joins(stream, place + candidates.placeLengths[from]!)
  }
  if (!isNameCandidate(stream, candidates, candidate)) return false
  let inLonger = 0
  for (let index = from; index < to; index++) {
    const run = stream.runLengths[candidates.places[index]!]!
    if (run > candidates.placeLengths[index]! && run <= longestCandidate) inLonger++
  }
  return inLonger >= mostOfName * (to - from)
}

/** Whether a candidate is a name, no more and no less, at most of its places: *Mette Kjær* in *Borgmester Mette Kjær*. */
function isWholeName(candidates: Candidates, names: NamePlaces, candidate: number): boolean {
  return holdsMostly(
    candidates,
    candidate,
    (place, length) => names.kinds[place] !== 0 && names.lengths[place] === length,
  )
}

/** Whether a candidate is a person with words before the name: *borgmester Mette Kjær*. */
function isTitledName(candidates: Candidates, names: NamePlaces, candidate: number): boolean {
  if (candidates.lengths[candidate]! < 3) return false
  return holdsMostly(candidates, candidate, (place, length) => {
    if (names.within[place] !== 0) return false
    for (let inside = 1; inside < length; inside++) {
      if (names.kinds[place + inside] !== person) continue
      return inside + names.lengths[place + inside]! === length
    }
    return false
  })
}

/** Whether something holds at most of a candidate's places. */
function holdsMostly(
  candidates: Candidates,
  candidate: number,
  holds: (place: number, length: number) => boolean,
): boolean {
  const from = candidates.placeStarts[candidate]!
  const to = candidates.placeStarts[candidate + 1]!
  let count = 0
  for (let index = from; index < to; index++) {
    if (holds(candidates.places[index]!, candidates.placeLengths[index]!)) count++
  }
  return count * 2 > to - from
}

/** Whether the word at a place belongs to the noun phrase it touches. */
function joins(stream: WordStream, place: number): boolean {
  const word = place >= 0 && place < stream.count ? stream.words[place]! : -1
  return word >= 0 && stream.vocabulary[word]!.isContent
}

/** Whether all words of a candidate are written as names where it first stands. */
export function isNameCandidate(stream: WordStream, candidates: Candidates, candidate: number): boolean {
  const first = candidates.placeStarts[candidate]!
  const place = candidates.places[first]!
  for (let index = place; index < place + candidates.placeLengths[first]!; index++) {
    if (stream.isName[stream.words[index]!] === 0) return false
  }
  return true
}
