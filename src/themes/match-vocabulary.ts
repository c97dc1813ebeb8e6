import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import type { Language } from '../model/language.js'
import { isCommonLemma } from '../words/background.js'
import { lemmatize } from '../words/lemmatize.js'
import { splitCompound } from '../words/split-compound.js'
import type { Place } from './choose-label.js'
import { type Candidates, longestCandidate } from './find-candidates.js'
import { readLabel } from './read-label.js'
import type { WordStream } from './word-stream.js'

/** A tag of the caller's own. */
export type VocabularyEntry = string | { readonly label: string; readonly variants?: readonly string[] }

/** A tag found in the text. */
export interface VocabularyMatch {
  readonly label: string
  readonly language: Language
  /** Dictionary forms of the label, for its key. */
  readonly lemmas: readonly string[]
  readonly places: readonly Place[]
  /** Places where it is only part of a compound (*træning* in *styrketræning*). */
  readonly insideCompounds: number
  /** Places where it is spelt otherwise. */
  readonly misspelt: number
}

/** Likeness from which two long words are one word spelt in two ways. */
const sameSpelling = 0.95 // by hand: one letter wrong in eight, two swapped in seven
const shortestMisspelt = 6 // by hand: in short words one letter makes another word
const shortestPart = 4 // by hand: parts of three letters are often endings

interface Pattern {
  readonly entry: number
  readonly words: readonly ReadonlySet<string>[]
}

/**
 * The tags of a vocabulary that stand in a text: in any inflection, as part of a compound, under a given variant, or
 * with a slip of spelling. In the order of the vocabulary. O(words + distinct words × tags with the same first letter).
 */
export function matchVocabulary(
  languages: readonly Language[],
  stream: WordStream,
  vocabulary: readonly VocabularyEntry[],
): VocabularyMatch[] {
  const present = languages.filter((language) => stream.lemmaLanguages.includes(language))
  const found = vocabulary.map(() => new Map<number, Place & { how: 'whole' | 'compound' | 'spelling' }>())
  for (const language of present) {
    const patterns: Pattern[] = []
    for (const [entry, term] of vocabulary.entries()) {
      const labels = typeof term === 'string' ? [term] : [term.label, ...(term.variants ?? [])]
      for (const label of labels) {
        const { words } = readLabel(language, label)
        if (words.length > 0) patterns.push({ entry, words })
      }
    }
    matchWhole(language, stream, patterns, found)
    matchParts(language, stream, patterns, found)
  }
  const matches: VocabularyMatch[] = []
  for (const [entry, places] of found.entries()) {
    if (places.size === 0) continue
    const term = vocabulary[entry]!
    const label = typeof term === 'string' ? term : term.label
    const sorted = [...places.values()].sort((a, b) => a.place - b.place)
    const language = stream.vocabulary[stream.words[sorted[0]!.place]!]?.language ?? languages[0]!
    matches.push({
      label,
      language,
      lemmas: readLabel(language, label).words.map((forms) => [...forms][1] ?? [...forms][0]!),
      places: sorted.map(({ place, length }) => ({ place, length })),
      insideCompounds: sorted.filter(({ how }) => how === 'compound').length,
      misspelt: sorted.filter(({ how }) => how === 'spelling').length,
    })
  }
  return matches
}

type Found = readonly Map<number, Place & { how: 'whole' | 'compound' | 'spelling' }>[]

function matchWhole(language: Language, stream: WordStream, patterns: readonly Pattern[], found: Found): void {
  const byFirst = new Map<string, Pattern[]>()
  for (const pattern of patterns) {
    for (const form of pattern.words[0]!) {
      const list = byFirst.get(form)
      if (list) list.push(pattern)
      else byFirst.set(form, [pattern])
    }
  }
  const isAt = (place: number, forms: ReadonlySet<string>): boolean => {
    const index = stream.words[place] ?? -1
    if (index < 0) return false
    const word = stream.vocabulary[index]!
    return (
      word.language === language &&
      (forms.has(stream.lemmas[stream.lemmaOf[index]!]!) || forms.has(word.surface.toLowerCase()))
    )
  }
  for (let place = 0; place < stream.count; place++) {
    const index = stream.words[place]!
    if (index < 0) continue
    const word = stream.vocabulary[index]!
    const candidates = byFirst.get(stream.lemmas[stream.lemmaOf[index]!]!) ?? byFirst.get(word.surface.toLowerCase())
    for (const { entry, words } of candidates ?? []) {
      if (words.every((forms, offset) => isAt(place + offset, forms))) {
        found[entry]!.set(place, { place, length: words.length, how: 'whole' })
      }
    }
  }
}

/** Tags of one word inside compounds, and with a slip of spelling; once for each distinct word of the text. */
function matchParts(language: Language, stream: WordStream, patterns: readonly Pattern[], found: Found): void {
  const single = patterns.filter(({ words }) => words.length === 1)
  if (single.length === 0) return
  const byForm = new Map<string, number[]>()
  const byLetter = new Map<string, { form: string; entry: number }[]>()
  const add = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const { entry, words } of single) {
    for (const form of words[0]!) {
      if (form.length >= shortestPart) add(byForm, form, entry)
      if (form.length >= shortestMisspelt) add(byLetter, form[0]!, { form, entry })
    }
  }
  const reached = stream.vocabulary.map((word, index): { entry: number; how: 'compound' | 'spelling' }[] => {
    if (word.language !== language || word.isStopword || word.isNumber) return []
    const lemma = stream.lemmas[stream.lemmaOf[index]!]!
    const parts = lemma.length >= 2 * shortestPart ? splitCompound(language, lemma) : []
    const inside = new Set<number>()
    if (parts.length > 1) {
      for (const part of [parts[0]!, parts.at(-1)!]) {
        for (const form of [part, part.replace(/[se-]$/, ''), lemmatize(language, part)]) {
          for (const entry of byForm.get(form) ?? []) inside.add(entry)
        }
      }
    }
    if (inside.size > 0) return [...inside].map((entry) => ({ entry, how: 'compound' as const }))
    if (lemma.length < shortestMisspelt || isCommonLemma(language, lemma)) return []
    return (byLetter.get(lemma[0]!) ?? [])
      .filter(
        ({ form }) =>
          Math.abs(form.length - lemma.length) < 2 && form !== lemma && jaroWinkler(form, lemma) >= sameSpelling,
      )
      .map(({ entry }) => ({ entry, how: 'spelling' as const }))
  })
  for (let place = 0; place < stream.count; place++) {
    const word = stream.words[place]!
    if (word < 0) continue
    for (const { entry, how } of reached[word]!) {
      if (!found[entry]!.has(place)) found[entry]!.set(place, { place, length: 1, how })
    }
  }
}

/** Matches in the shape of candidates, so that they are measured as those are. */
export function asCandidates(stream: WordStream, matches: readonly VocabularyMatch[]): Candidates {
  const count = matches.length
  const total = matches.reduce((sum, { places }) => sum + places.length, 0)
  const lemmas = new Int32Array(count * longestCandidate).fill(-1)
  const lengths = new Uint8Array(count)
  const placeStarts = new Uint32Array(count + 1)
  const places = new Uint32Array(total)
  const placeLengths = new Uint8Array(total)
  let next = 0
  for (const [index, match] of matches.entries()) {
    const first = match.places[0]!
    lengths[index] = Math.min(first.length, longestCandidate)
    for (let offset = 0; offset < lengths[index]!; offset++) {
      lemmas[index * longestCandidate + offset] = stream.lemmaOf[stream.words[first.place + offset]!]!
    }
    for (const { place, length } of match.places) {
      places[next] = place
      placeLengths[next++] = Math.min(length, 8)
    }
    placeStarts[index + 1] = next
  }
  return {
    count,
    lemmas,
    lengths,
    placeStarts,
    places,
    placeLengths,
    extended: new Uint32Array(count),
    ofLemma: new Int32Array(stream.lemmas.length).fill(-1),
  }
}
