import type { Reason } from '../model/reason.js'
import type { SentenceDescriptions } from './describe-sentences.js'
import type { Candidate } from './find-candidates.js'
import { type LengthFeature, lengthFeatures, measureLength } from './measure-length.js'
import { featureScopes, placeOf, quoteFeatures } from './quote-features.js'
import type { QuoteRanker } from './quote-ranker.js'

/** Scores stretches of one document. */
export interface CandidateScorer {
  /** Log odds that an editor lifts it; six decimals. O(sentences of the candidate). */
  readonly logit: (candidate: Candidate) => number
  /** The terms of the log odds, strongest first: `usual line` is that of a line usual in everything. Four decimals. */
  readonly reasons: (candidate: Candidate) => Reason[]
}

const size = quoteFeatures.length

/** A scorer for the sentences described. O(sentences). */
export function candidateScorer({ values, wordCounts }: SentenceDescriptions, ranker: QuoteRanker): CandidateScorer {
  const sums = {
    mean: new Float64Array(wordCounts.length),
    first: new Float64Array(wordCounts.length),
    last: new Float64Array(wordCounts.length),
  }
  for (let sentence = 0; sentence < wordCounts.length; sentence++) {
    for (let feature = 0; feature < size; feature++) {
      const scope = featureScopes[feature]!
      if (scope === 'whole') continue
      sums[scope][sentence]! += ranker.weights[feature]! * (values[sentence * size + feature]! - ranker.usual[feature]!)
    }
  }
  const term = (feature: number, value: number): number => ranker.weights[feature]! * (value - ranker.usual[feature]!)
  return {
    logit: (candidate) => {
      const { first, last } = candidate
      const mean = weightedMean(candidate, wordCounts, (sentence) => sums.mean[sentence]!)
      let logit = ranker.intercept + mean + sums.first[first]! + sums.last[last]!
      for (const name of lengthFeatures) logit += term(placeOf[name], measureLength(name, candidate.wordCount))
      for (const [name, value] of stretchValues(candidate)) logit += value * (ranker.stretch.get(name) ?? 0)
      return Math.round(logit * 1e6) / 1e6
    },
    reasons: (candidate) => {
      const reasons: Reason[] = [reason('usual line', ranker.intercept)]
      for (const [feature, name] of quoteFeatures.entries()) {
        const value = (sentence: number): number => values[sentence * size + feature]!
        const scope = featureScopes[feature]!
        const own =
          scope === 'whole'
            ? measureLength(name as LengthFeature, candidate.wordCount)
            : scope === 'mean'
              ? weightedMean(candidate, wordCounts, value)
              : value(scope === 'first' ? candidate.first : candidate.last)
        reasons.push(reason(name, term(feature, own)))
      }
      for (const [name, value] of stretchValues(candidate)) {
        reasons.push(reason(name, value * (ranker.stretch.get(name) ?? 0)))
      }
      return reasons
        .filter(({ contribution }) => contribution !== 0)
        .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.feature < b.feature ? -1 : 1))
    },
  }
}

/** The score that reasons add up to: the logistic function of their sum; four decimals. */
export function scoreOf(reasons: readonly Reason[]): number {
  let logit = 0
  for (const { contribution } of reasons) logit += contribution
  return Math.round(1e4 / (1 + Math.exp(-logit))) / 1e4
}

function reason(feature: string, contribution: number): Reason {
  // `+ 0` turns -0 into 0
  return { feature, contribution: Math.round(contribution * 1e4) / 1e4 + 0 }
}

function stretchValues({ first, last, isHalfQuotation }: Candidate): [string, number][] {
  return [
    ['more sentences', last - first],
    ['half a quotation', isHalfQuotation ? 1 : 0],
  ]
}

function weightedMean(
  { first, last }: Candidate,
  wordCounts: Uint32Array,
  value: (sentence: number) => number,
): number {
  if (first === last) return value(first)
  let sum = 0
  let weight = 0
  for (let sentence = first; sentence <= last; sentence++) {
    sum += wordCounts[sentence]! * value(sentence)
    weight += wordCounts[sentence]!
  }
  return sum / Math.max(1, weight)
}
