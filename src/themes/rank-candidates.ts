import type { Reason } from '../model/reason.js'
import { type Candidates, longestCandidate } from './find-candidates.js'
import { strongestPhrase } from './find-modifiers.js'
import { features, type Measures } from './measure-candidates.js'
import { type Ranker, weightsFor } from './ranker.js'

/** A candidate with its score. */
export interface Ranked {
  readonly candidate: number
  /** What its neighbours in the list gave or took. */
  readonly adjustments: readonly Reason[]
  /** Sum of the contributions, four decimals. */
  readonly logit: number
  /** Logistic of `logit`, four decimals. */
  readonly score: number
}

/** What is asked of few candidates, worked out when asked. */
export interface Judges {
  /** A lone word that mostly modifies the next. */
  readonly isModifier: (candidate: number) => boolean
  /** A run of words that is no phrase. */
  readonly isLoose: (candidate: number) => boolean
  /** Written as a name. */
  readonly isName: (candidate: number) => boolean
  /** A piece of a longer candidate: never a theme. */
  readonly isFragment: (candidate: number) => boolean
}

/** Candidates whose order among each other is decided for looks: nobody reads further. */
const lookedAt = 12
/** by hand: puts a lone modifier or calendar word behind what an editor would tag with. */
const modifierLoss = 1
/** by hand: puts what is no phrase behind others. */
const looseLoss = 1.5
/** by hand: what a theme that shares all its words with a stronger one loses. */
const overlapLoss = 0.35
/** by hand: the same where it hardly stands without the stronger one, or both are names. */
const pieceLoss = 2

/**
 * The strongest candidates of a text, strongest first: at least `wanted` of them where there are so many.
 * Contributions are rounded before they are summed, so that the order is the same on every engine. O(candidates).
 */
export function rankCandidates(
  ranker: Ranker,
  candidates: Candidates,
  measures: Measures,
  judges: Judges,
  wanted: number,
): Ranked[] {
  const { measure, brevity } = measures
  const { intercept, weights } = weightsFor(ranker, brevity)
  const row = new Float64Array(features.length)
  const logits = new Float64Array(candidates.count)
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    if (judges.isFragment(candidate)) {
      logits[candidate] = Number.NEGATIVE_INFINITY
      continue
    }
    measure(candidate, row)
    let logit = intercept
    for (let index = 0; index < row.length; index++) logit += weights[index]! * row[index]!
    logits[candidate] = logit
  }
  const ranked = strongest(logits, Math.max(100, wanted)).map((candidate) => {
    measure(candidate, row)
    let sum = round(intercept)
    for (let index = 0; index < row.length; index++) sum += round(weights[index]! * row[index]!)
    return scored(candidate, [], sum)
  })
  const credited = creditPhrases(candidates, ranked.sort(byStrength), judges)
  return demoteOverlaps(candidates, credited.sort(byStrength), judges)
}

function byStrength(a: Ranked, b: Ranked): number {
  return b.logit - a.logit || a.candidate - b.candidate
}

/** What made the score of a ranked candidate: contributions that sum to its logit. */
export function reasonsOf(
  ranker: Ranker,
  { measure, brevity }: Measures,
  { candidate, adjustments }: Ranked,
): Reason[] {
  const { intercept, weights } = weightsFor(ranker, brevity)
  const row = new Float64Array(features.length)
  measure(candidate, row)
  const reasons: Reason[] = [{ feature: 'base', contribution: round(intercept) }]
  for (let index = 0; index < row.length; index++) {
    const contribution = round(weights[index]! * row[index]!)
    if (contribution !== 0) reasons.push({ feature: features[index]!, contribution })
  }
  return [...reasons, ...adjustments]
}

function scored(candidate: number, adjustments: readonly Reason[], sum: number): Ranked {
  const logit = round(sum)
  return { candidate, adjustments, logit, score: round(1 / (1 + Math.exp(-logit))) }
}

function adjusted({ candidate, adjustments, logit }: Ranked, feature: string, contribution: number): Ranked {
  return scored(candidate, [...adjustments, { feature, contribution }], logit + contribution)
}

/** A lone modifier gives way to the strongest phrase it opens, which comes right before it: *digitale* to *digitale medier*. */
function creditPhrases(candidates: Candidates, ranked: readonly Ranked[], { isModifier, isLoose }: Judges): Ranked[] {
  const result = new Map(ranked.map((one) => [one.candidate, one]))
  const order = ranked.map(({ candidate }) => candidate)
  for (const lone of ranked.slice(0, lookedAt * 2)) {
    if (isLoose(lone.candidate)) {
      result.set(lone.candidate, adjusted(lone, 'is hardly a phrase', -looseLoss))
      continue
    }
    if (!isModifier(lone.candidate)) continue
    result.set(lone.candidate, adjusted(lone, 'says little alone', -modifierLoss))
    const phrase = result.get(strongestPhrase(candidates, lone.candidate, order))
    const lowered = lone.logit - modifierLoss
    if (!phrase || phrase.logit > lowered) continue
    result.set(phrase.candidate, adjusted(phrase, 'holds its modifier', round(lowered - phrase.logit + 0.01)))
  }
  return [...result.values()]
}

/** Four decimals: what is below may differ between engines. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0
}

/** The places of the `wanted` highest values, highest first; -Infinity is none. */
function strongest(values: Float64Array, wanted: number): number[] {
  const floor = values.length > wanted ? values.slice().sort()[values.length - wanted]! : Number.NEGATIVE_INFINITY
  const places: number[] = []
  for (let place = 0; place < values.length; place++) {
    if (values[place]! >= floor && values[place]! > Number.NEGATIVE_INFINITY) places.push(place)
  }
  return places.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, wanted)
}

/**
 * A theme among the first that is part of a stronger one, or holds it whole, steps back a little: *medier* behind
 * *digitale medier*. Its loss is one of its reasons.
 */
function demoteOverlaps(candidates: Candidates, ranked: readonly Ranked[], judges: Judges): Ranked[] {
  const rest = [...ranked]
  const first: Ranked[] = []
  const demoted = new Set<number>()
  while (first.length < lookedAt && rest.length > 0) {
    const next = rest.shift()!
    const others = demoted.has(next.candidate)
      ? []
      : first.filter(({ candidate }) => overlap(candidates, candidate, next.candidate))
    if (others.length > 0) {
      demoted.add(next.candidate)
      const isPiece = others.some(({ candidate }) => isPieceOf(candidates, next.candidate, candidate, judges))
      const lower = adjusted(next, 'shares its words', isPiece ? -pieceLoss : -overlapLoss)
      let place = 0
      while (place < rest.length && byStrength(rest[place]!, lower) < 0) place++
      rest.splice(place, 0, lower)
    } else first.push(next)
  }
  return [...first, ...rest]
}

/** Whether a candidate is shorter than another it overlaps and a name beside a name, or mostly said within a longer one. */
function isPieceOf(candidates: Candidates, candidate: number, other: number, { isName }: Judges): boolean {
  if (candidates.lengths[candidate]! >= candidates.lengths[other]!) return false
  const frequency = candidates.placeStarts[candidate + 1]! - candidates.placeStarts[candidate]!
  return candidates.extended[candidate]! * 2 >= frequency || (isName(candidate) && isName(other))
}

/** Whether all words of one candidate are among the other's. */
function overlap(candidates: Candidates, a: number, b: number): boolean {
  const [short, long] = candidates.lengths[a]! <= candidates.lengths[b]! ? [a, b] : [b, a]
  for (let index = 0; index < candidates.lengths[short]!; index++) {
    const lemma = candidates.lemmas[short * longestCandidate + index]!
    let found = false
    for (let at = 0; at < candidates.lengths[long]!; at++) {
      if (candidates.lemmas[long * longestCandidate + at] === lemma) found = true
    }
    if (!found) return false
  }
  return true
}
