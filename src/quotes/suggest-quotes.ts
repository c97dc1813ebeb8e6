import type { Document } from '../model/document.js'
import type { PullQuote } from '../model/pull-quote.js'
import type { Span } from '../model/span.js'
import type { Words } from '../words/read-words.js'
import { describeSentences, type SentenceDescriptions } from './describe-sentences.js'
import { type Candidate, findCandidates, findLabels } from './find-candidates.js'
import type { Quotations } from './find-quotations.js'
import { foldWords } from './fold-words.js'
import { placeOf, quoteFeatures } from './quote-features.js'
import { quoteRankerOf } from './quote-ranker.js'
import { candidateScorer, scoreOf } from './score-candidates.js'
import { sourceOf } from './source-of.js'

/** How many suggestions, how long, and what they must not touch. */
export interface SuggestionLimits {
  readonly limit: number
  readonly minWords: number
  readonly maxWords: number
  /** Stretches that are taken: the editor's own quotes. */
  readonly taken: readonly Span[]
}

// by hand: two lines that share more than this part of the words of the shorter say the same
const maxOverlap = 0.6

/**
 * The lines of a document that an editor would lift, best first: they neither overlap nor repeat each other, nor stand
 * side by side while others are to be had. O(tokens + candidates × log candidates).
 */
export function suggestQuotes(
  document: Document,
  words: Words,
  quotations: Quotations,
  { limit, minWords, maxWords, taken }: SuggestionLimits,
): PullQuote[] {
  if (limit <= 0) return []
  const descriptions = describeSentences(document, words, quotations)
  const scorer = candidateScorer(descriptions, quoteRankerOf())
  const ranked = findCandidates(document, words, descriptions.wordCounts, quotations, { minWords, maxWords })
    .map((candidate) => ({ candidate, logit: scorer.logit(candidate) }))
    .sort((a, b) => b.logit - a.logit || a.candidate.start - b.candidate.start || a.candidate.end - b.candidate.end)
    .map(({ candidate }) => candidate)
  const labels = findLabels(document)
  return choose(document, ranked, limit, taken, (sentence) => pointsBack(descriptions, sentence))
    .map((candidate): PullQuote => {
      const { start, end } = candidate
      const reasons = scorer.reasons(candidate)
      const text = document.text.slice(start, end)
      const source = sourceOf(document, words, quotations, labels, candidate)
      return { text, span: { start, end }, score: scoreOf(reasons), source: 'suggested', ...source, reasons }
    })
    .sort((a, b) => b.score - a.score || a.span!.start - b.span!.start)
}

/** Opens with a word that points to the sentence before. */
function pointsBack({ values }: SentenceDescriptions, sentence: number): boolean {
  return values[sentence * quoteFeatures.length + placeOf['points back']] === 1
}

/** Takes the best that are free; those that lean on what is before, or stand beside one that is chosen, come last. */
function choose(
  document: Document,
  ranked: readonly Candidate[],
  limit: number,
  taken: readonly Span[],
  leans: (sentence: number) => boolean,
): Candidate[] {
  const chosen: Candidate[] = []
  const used = new Uint8Array(document.sentences.length)
  for (const span of taken) markTaken(document, span, used)
  const told: Set<string>[] = []
  const isRepeat = (candidate: Candidate): boolean => {
    // looking back over a few hundred lines is enough for any list that people read
    const own = new Set(
      foldWords(document.text.slice(candidate.start, candidate.end)).filter((word) => word.length > 3),
    )
    const repeats = told.slice(0, 100).some((other) => overlap(own, other) > maxOverlap)
    if (!repeats) told.push(own)
    return repeats
  }
  for (const isLast of [false, true]) {
    for (const candidate of ranked) {
      if (chosen.length >= limit) return chosen
      if (!isFree(used, candidate.first, candidate.last)) continue
      const isBeside = used[candidate.first - 1] === 1 || used[candidate.last + 1] === 1
      if ((isBeside || leans(candidate.first)) && !isLast) continue
      if (isRepeat(candidate)) continue
      used.fill(1, candidate.first, candidate.last + 1)
      chosen.push(candidate)
    }
  }
  return chosen
}

function isFree(used: Uint8Array, first: number, last: number): boolean {
  for (let sentence = first; sentence <= last; sentence++) if (used[sentence]) return false
  return true
}

function markTaken({ sentences }: Document, span: Span, used: Uint8Array): void {
  for (const [index, { start, end }] of sentences.entries()) if (start < span.end && end > span.start) used[index] = 1
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / small.size
}
