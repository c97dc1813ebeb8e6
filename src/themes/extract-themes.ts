import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Reason } from '../model/reason.js'
import type { ArchiveStatistics } from '../model/statistics.js'
import type { Theme, ThemeKind } from '../model/theme.js'
import { readWords } from '../words/read-words.js'
import { rarityIn } from './background.js'
import { chooseLabel, type Place, spanOf } from './choose-label.js'
import { type Candidates, findCandidates, longestCandidate } from './find-candidates.js'
import { features, prepareMeasures } from './measure-candidates.js'
import { learntRanker, type Ranker, weightsFor } from './ranker.js'
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

interface Ranked {
  readonly candidate: number
  readonly reasons: Reason[]
  logit: number
  score: number
}

/** `extractThemes` with a given ranker, for those who fit and measure one. */
export function rankThemes(
  ranker: Ranker,
  languages: readonly Language[],
  document: Document,
  options: ThemeOptions = {},
): Theme[] {
  const { limit = 10, minScore = 0, kinds } = options
  const stream = readWordStream(document, readWords(languages, document))
  const candidates = findCandidates(stream)
  if (candidates.count === 0 || limit <= 0) return []
  const ranked = rankCandidates(ranker, stream, candidates, options.background, limit)
  const excluded = excludedKeys(languages, options.exclude ?? [])
  const themes: Theme[] = []
  for (const entry of ranked) {
    if (entry.score < minScore || themes.length >= limit) break
    const key = keyOf(stream, candidates, entry.candidate)
    if (excluded.has(key)) continue
    const kind: ThemeKind = 'topic'
    if (kinds && !kinds.includes(kind)) continue
    const places = placesOf(candidates, entry.candidate)
    const { label, variants } = chooseLabel(document, stream, places)
    const spans = places.map((place) => spanOf(stream, place))
    themes.push({ label, key, score: entry.score, kind, variants, spans, reasons: entry.reasons })
  }
  return themes
}

function rankCandidates(
  ranker: Ranker,
  stream: WordStream,
  candidates: Candidates,
  background: ArchiveStatistics | undefined,
  limit: number,
): Ranked[] {
  const { measure, brevity } = prepareMeasures(
    stream,
    candidates,
    rarityIn(stream, background),
    (lemma) => stream.lemmaLanguages[lemma]?.compounds !== '',
  )
  const { intercept, weights } = weightsFor(ranker, brevity)
  const row = new Float64Array(features.length)
  const logits = new Float64Array(candidates.count)
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    measure(candidate, row)
    let logit = intercept
    for (let index = 0; index < row.length; index++) logit += weights[index]! * row[index]!
    logits[candidate] = logit
  }
  const pool = Math.max(300, limit * 4)
  const order = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]! || a - b).slice(0, pool)
  const ranked = order.map((candidate): Ranked => {
    measure(candidate, row)
    const reasons: Reason[] = [{ feature: 'base', contribution: round(intercept) }]
    for (let index = 0; index < row.length; index++) {
      const contribution = round(weights[index]! * row[index]!)
      if (contribution !== 0) reasons.push({ feature: features[index]!, contribution })
    }
    const logit = round(reasons.reduce((sum, { contribution }) => sum + contribution, 0))
    return { candidate, reasons, logit, score: logistic(logit) }
  })
  return ranked.sort((a, b) => b.logit - a.logit || a.candidate - b.candidate)
}

/** Four decimals: what is below may differ between engines. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0
}

function logistic(logit: number): number {
  return round(1 / (1 + Math.exp(-logit)))
}

function placesOf(candidates: Candidates, candidate: number): Place[] {
  const places: Place[] = []
  for (let index = candidates.placeStarts[candidate]!; index < candidates.placeStarts[candidate + 1]!; index++) {
    places.push({ place: candidates.places[index]!, length: candidates.placeLengths[index]! })
  }
  return places
}

/** What makes a theme the same theme in any article: language and dictionary forms, e.g. `da:digital-medie`. */
function keyOf(stream: WordStream, candidates: Candidates, candidate: number): string {
  const lemmas: string[] = []
  const base = candidate * longestCandidate
  for (let index = 0; index < candidates.lengths[candidate]!; index++) {
    lemmas.push(stream.lemmas[candidates.lemmas[base + index]!]!)
  }
  return `${stream.lemmaLanguages[candidates.lemmas[base]!]?.code ?? 'und'}:${lemmas.join('-')}`
}

function excludedKeys(languages: readonly Language[], labels: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const label of labels) for (const language of languages) keys.add(keyOfLabel(language, label))
  return keys
}

/** The key that a label would have as a theme. */
function keyOfLabel(language: Language, label: string): string {
  const document = parseArticle([language], { body: label, format: 'text', language: language.code })
  const stream = readWordStream(document, readWords([language], document))
  const lemmas: string[] = []
  for (const word of stream.words) if (word >= 0) lemmas.push(stream.lemmas[stream.vocabulary[word]!.lemma]!)
  return `${language.code}:${lemmas.join('-')}`
}
