import { type Candidates, longestCandidate } from './find-candidates.js'
import type { WordFacts } from './word-facts.js'
import { Flag, type WordStream } from './word-stream.js'

/** by hand: a modifier that stands before its noun this often says little without it (*digitale*, *online-*). */
const leastShare = 0.6

/**
 * Which candidates say little by themselves: a lone word that mostly modifies the next (an adjective before a noun, the
 * first part of a word with a hyphen), a lone word of the calendar or of measures.
 * Asked of few, so worked out when asked. O(occurrences of the candidate).
 */
export function findModifiers(stream: WordStream, candidates: Candidates): (candidate: number) => boolean {
  const { words, vocabulary, isName } = stream
  const classAt = (place: number): string => {
    const word = place < stream.count ? words[place]! : -1
    if (word < 0) return ''
    return isName[word] ? 'name' : vocabulary[word]!.wordClass
  }
  return (candidate) => {
    if (candidates.lengths[candidate] !== 1) return false
    const from = candidates.placeStarts[candidate]!
    const to = candidates.placeStarts[candidate + 1]!
    let modifies = 0
    for (let index = from; index < to; index++) {
      const place = candidates.places[index]!
      const here = classAt(place)
      const next = classAt(place + 1)
      const isJoined = (stream.flags[place]! & Flag.joined) !== 0 // *online-kanaler*
      if (isJoined || (here === 'adjective' && (next === 'noun' || next === 'name' || next === 'other'))) modifies++
    }
    if (vocabulary[words[candidates.places[from]!]!]!.isCalendar) return true
    return modifies >= leastShare * (to - from)
  }
}

/**
 * Which runs of words are no phrase: they begin or end with a verb in small letters (*compose letters*); or stand once
 * and begin or end with a word of the calendar or of measures (*oktober tilbud*), or are two bare nouns side by side where
 * compounds are written together (*virussen rammer*: one of the two is no noun there).
 */
export function findLoosePhrases(stream: WordStream, candidates: Candidates): (candidate: number) => boolean {
  const wordAt = (place: number): WordFacts => stream.vocabulary[stream.words[place]!]!
  const isPlain = (place: number): boolean => stream.isName[stream.words[place]!] === 0
  const isVerb = (place: number): boolean => isPlain(place) && wordAt(place).wordClass === 'verb'
  const isBareNoun = (place: number): boolean => {
    const { wordClass, language } = wordAt(place)
    return isPlain(place) && wordClass !== 'adjective' && language !== undefined && language.compounds !== ''
  }
  return (candidate) => {
    const first = candidates.placeStarts[candidate]!
    const length = candidates.placeLengths[first]!
    if (length < 2) return false
    const place = candidates.places[first]!
    const last = place + length - 1
    if (isVerb(place) || isVerb(last)) return true
    if (candidates.placeStarts[candidate + 1]! - first > 1) return false
    if (wordAt(place).isCalendar || wordAt(last).isCalendar) return true
    return length === 2 && isBareNoun(place) && isBareNoun(last)
  }
}

/**
 * The first of `among` that is a phrase of two words, begins with a lone candidate's word and stands more than once; -1
 * where none does.
 */
export function strongestPhrase(candidates: Candidates, lone: number, among: readonly number[]): number {
  const lemma = candidates.lemmas[lone * longestCandidate]
  const phrase = among.find(
    (candidate) =>
      candidates.lengths[candidate] === 2 &&
      candidates.lemmas[candidate * longestCandidate] === lemma &&
      candidates.placeStarts[candidate + 1]! - candidates.placeStarts[candidate]! > 1,
  )
  return phrase ?? -1
}
