import { type Candidates, longestCandidate } from './find-candidates.js'
import { Casing, Flag, type WordStream } from './word-stream.js'

/** Candidates that are one theme under two names: the second becomes a variant of the first. */
export interface SameTheme {
  readonly theme: number
  readonly variant: number
}

/**
 * Acronyms that the text itself explains, *Socialistisk Folkeparti (SF)* or *SF (Socialistisk Folkeparti)*: the long
 * form becomes a variant of the acronym, which is how most other articles will call it.
 */
export function findAcronyms(stream: WordStream, candidates: Candidates): SameTheme[] {
  const wanted = new Map<number, { length: number; acronym: number }[]>()
  for (let place = 0; place < stream.count; place++) {
    const word = stream.words[place]!
    if (word < 0) continue
    const { casing, surface } = stream.vocabulary[word]!
    if (casing !== Casing.upper || surface.length < 2 || surface.length > 6) continue
    const acronym = candidates.ofLemma[stream.lemmaOf[word]!]!
    if (acronym < 0) continue
    if ((stream.flags[place]! & Flag.bracketed) !== 0) {
      for (let length = 2; length <= longestCandidate + 2; length++) {
        const start = place - 1 - length
        if (start < 0) break
        if (initials(stream, start, length) === surface.toLowerCase()) note(wanted, start, length, acronym)
      }
    } else if (stream.words[place + 1] === -1) {
      for (let length = 2; length <= longestCandidate; length++) {
        if (stream.words[place + 2 + length] !== -1) continue
        if (initials(stream, place + 2, length) === surface.toLowerCase()) note(wanted, place + 2, length, acronym)
      }
    }
  }
  if (wanted.size === 0) return []
  const same = new Map<number, number>()
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    for (let index = candidates.placeStarts[candidate]!; index < candidates.placeStarts[candidate + 1]!; index++) {
      for (const { length, acronym } of wanted.get(candidates.places[index]!) ?? []) {
        if (candidates.placeLengths[index] === length && acronym !== candidate) same.set(candidate, acronym)
      }
    }
  }
  return [...same].map(([variant, theme]) => ({ theme, variant }))
}

function note(
  wanted: Map<number, { length: number; acronym: number }[]>,
  place: number,
  length: number,
  acronym: number,
): void {
  const list = wanted.get(place)
  if (list) list.push({ length, acronym })
  else wanted.set(place, [{ length, acronym }])
}

/** First letters of a run of words, stop words left out; empty where a break stands in it. */
function initials(stream: WordStream, place: number, length: number): string {
  let letters = ''
  for (let index = place; index < place + length; index++) {
    const word = stream.words[index] ?? -1
    if (word < 0) return ''
    const { isStopword, surface } = stream.vocabulary[word]!
    if (isStopword) {
      if (index === place) return ''
    } else letters += surface[0]!.toLowerCase()
  }
  return letters
}

/** Candidates with the variants' places given to their themes. The same value where there are none. O(places). */
export function mergeVariants(candidates: Candidates, same: readonly SameTheme[]): Candidates {
  if (same.length === 0) return candidates
  const direct = new Int32Array(candidates.count).fill(-1)
  for (const { variant, theme } of same) direct[variant] = theme
  const goal = new Int32Array(candidates.count)
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    let at = candidate
    for (let steps = 0; steps < 3 && direct[at]! >= 0; steps++) at = direct[at]!
    goal[candidate] = at
  }
  const follow = (candidate: number): number => goal[candidate]!
  const members = new Map<number, number[]>()
  for (const { variant } of same) {
    const theme = follow(variant)
    if (theme === variant) continue
    const list = members.get(theme)
    if (list) list.push(variant)
    else members.set(theme, [variant])
  }
  const kept: number[] = []
  for (let candidate = 0; candidate < candidates.count; candidate++)
    if (follow(candidate) === candidate) kept.push(candidate)
  const placeStarts = new Uint32Array(kept.length + 1)
  const places = new Uint32Array(candidates.places.length)
  const placeLengths = new Uint8Array(candidates.places.length)
  const lemmas = new Int32Array(kept.length * longestCandidate)
  const lengths = new Uint8Array(kept.length)
  const extended = new Uint32Array(kept.length)
  const number = new Int32Array(candidates.count).fill(-1)
  let next = 0
  for (let index = 0; index < kept.length; index++) {
    const candidate = kept[index]!
    for (let offset = 0; offset < longestCandidate; offset++) {
      lemmas[index * longestCandidate + offset] = candidates.lemmas[candidate * longestCandidate + offset]!
    }
    lengths[index] = candidates.lengths[candidate]!
    extended[index] = candidates.extended[candidate]!
    number[candidate] = index
    const group = members.get(candidate)
    if (group) {
      const all: { place: number; length: number }[] = []
      for (const member of [candidate, ...group]) {
        for (let at = candidates.placeStarts[member]!; at < candidates.placeStarts[member + 1]!; at++) {
          all.push({ place: candidates.places[at]!, length: candidates.placeLengths[at]! })
        }
      }
      all.sort((a, b) => a.place - b.place || b.length - a.length)
      let end = -1
      for (const { place, length } of all) {
        if (place < end) continue // the surname inside the full name is the same mention
        places[next] = place
        placeLengths[next++] = length
        end = place + length
      }
    } else {
      for (let at = candidates.placeStarts[candidate]!; at < candidates.placeStarts[candidate + 1]!; at++) {
        places[next] = candidates.places[at]!
        placeLengths[next++] = candidates.placeLengths[at]!
      }
    }
    placeStarts[index + 1] = next
  }
  return {
    count: kept.length,
    lemmas,
    lengths,
    placeStarts,
    places: places.subarray(0, next),
    placeLengths: placeLengths.subarray(0, next),
    extended,
    ofLemma: candidates.ofLemma.map((candidate) => (candidate < 0 ? -1 : number[follow(candidate)]!)),
  }
}
