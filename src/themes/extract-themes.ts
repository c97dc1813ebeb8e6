import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { ArchiveStatistics } from '../model/statistics.js'
import type { Theme, ThemeKind } from '../model/theme.js'
import { findNames } from '../words/find-names.js'
import { readWords } from '../words/read-words.js'
import { chooseLabel, type Place, spanOf } from './choose-label.js'
import { type Candidates, findCandidates, longestCandidate } from './find-candidates.js'
import { isFragment, isNameCandidate } from './find-fragments.js'
import { findLoosePhrases, findModifiers } from './find-modifiers.js'
import { asCandidates, matchVocabulary, type VocabularyEntry } from './match-vocabulary.js'
import { prepareMeasures } from './measure-candidates.js'
import { findAcronyms, mergeVariants } from './merge-variants.js'
import { findShortNames, kindOf, type NamePlaces, placeNames } from './place-names.js'
import { type Judges, rankCandidates, reasonsOf } from './rank-candidates.js'
import { learntRanker, type Ranker } from './ranker.js'
import { isLabel, readLabel } from './read-label.js'
import { readWordStream, type WordStream } from './word-stream.js'

/** How themes are wanted. */
export interface ThemeOptions {
  /** At most this many; default 10. */
  readonly limit?: number
  /** None below this score; default 0. */
  readonly minScore?: number
  /** The caller's archive: how rare words are is counted there instead of in open text. */
  readonly background?: ArchiveStatistics
  /** Only these kinds. */
  readonly kinds?: readonly ThemeKind[]
  /**
   * The site's own tags: only these come back, found in any inflection, as part of a compound, under one of `variants`,
   * or with a slip of spelling. An empty list is a right answer.
   */
  readonly vocabulary?: readonly VocabularyEntry[]
  /** Themes never to return, in any inflection. The scores of the rest stay as they are. */
  readonly exclude?: readonly string[]
}

/**
 * Themes of an article, strongest first.
 *
 * Reads title, lead, headings and body; captions and editorial pull quotes are left out (they repeat the body).
 * @returns themes with `score` in 0–1, the calibrated chance that an editor would use the label as a tag; the
 *   contributions of `reasons` sum to the logit of the score. Each theme has at least one span. Text without words, or
 *   in none of `languages`, gives `[]`. Ordered by score, then by first place in the text.
 * @throws TypeError when `input` is no article.
 * @remarks O(tokens). Same input and same data: same bytes. The weights: `data/themes/ranker.tsv`.
 */
export function extractThemes(
  languages: readonly Language[],
  input: ArticleInput,
  options: ThemeOptions = {},
): Theme[] {
  return rankThemes(learntRanker(), languages, parseArticle(languages, input), options)
}

/** `extractThemes` with a given ranker, for those who fit and measure one. */
export function rankThemes(
  ranker: Ranker,
  languages: readonly Language[],
  document: Document,
  options: ThemeOptions = {},
): Theme[] {
  const { limit = 10, minScore = 0, kinds, vocabulary, exclude = [] } = options
  const stream = readWordStream(document, readWords(languages, document))
  const matches = vocabulary && matchVocabulary(languages, stream, vocabulary)
  const names = placeNames(stream, findNames(languages, document))
  const candidates = matches ? asCandidates(stream, matches) : readCandidates(stream, names)
  if (candidates.count === 0 || limit <= 0) return []
  const measures = prepareMeasures(stream, candidates, names, options.background)
  const judges: Judges = matches
    ? { isModifier: never, isLoose: never, isName: never, isFragment: never }
    : {
        isModifier: findModifiers(stream, candidates),
        isLoose: findLoosePhrases(stream, candidates),
        isName: (candidate) => isNameCandidate(stream, candidates, candidate),
        isFragment: (candidate) => isFragment(stream, candidates, names, candidate),
      }
  const wanted = kinds ? candidates.count : limit + exclude.length
  const ranked = rankCandidates(ranker, candidates, measures, judges, wanted)
  const excluded = languages.flatMap((language) => exclude.map((label) => readLabel(language, label)))
  const themes: Theme[] = []
  for (const one of ranked) {
    const { candidate, score } = one
    if (score < minScore || themes.length >= limit) break
    const lemmas = lemmasOf(stream, candidates, candidate)
    if (excluded.some((label) => isLabel(label, lemmas))) continue
    const kind = kindOf(candidates, names, candidate)
    if (kinds && !kinds.includes(kind)) continue
    const places = placesOf(candidates, candidate)
    const spans = places.map((place) => spanOf(stream, place))
    const shown = chooseLabel(document, stream, places)
    const match = matches?.[candidate]
    const label = match?.label ?? shown.label
    const language = match?.language ?? stream.lemmaLanguages[candidates.lemmas[candidate * longestCandidate]!]
    const key = `${language?.code ?? 'und'}:${(match?.lemmas ?? lemmas).join('-')}`
    const reasons = reasonsOf(ranker, measures, one)
    themes.push({ label, key, score, kind, variants: shown.variants, spans, reasons })
  }
  return themes
}

const never = (): boolean => false

/** The candidates of a text, each theme once under all its names. */
export function readCandidates(stream: WordStream, names: NamePlaces): Candidates {
  const candidates = findCandidates(stream)
  const same = [...findAcronyms(stream, candidates), ...findShortNames(stream, candidates, names)]
  return mergeVariants(candidates, same)
}

/** The places of a candidate in the stream, in order. */
export function placesOf(candidates: Candidates, candidate: number): Place[] {
  const places: Place[] = []
  for (let index = candidates.placeStarts[candidate]!; index < candidates.placeStarts[candidate + 1]!; index++) {
    places.push({ place: candidates.places[index]!, length: candidates.placeLengths[index]! })
  }
  return places
}

/** Dictionary forms of a candidate: what makes it the same theme in any article, as in `da:digital-medie`. */
function lemmasOf(stream: WordStream, candidates: Candidates, candidate: number): string[] {
  const lemmas: string[] = []
  const base = candidate * longestCandidate
  for (let index = 0; index < candidates.lengths[candidate]!; index++) {
    lemmas.push(stream.lemmas[candidates.lemmas[base + index]!]!)
  }
  return lemmas
}
