import type { RelatedArticle } from '../model/related.js'
import { type Contribution, foldContributions } from '../similarity/fold-contributions.js'
import type { Query } from './score-rows.js'
import { weightUnit } from './weigh-rows.js'

// by hand: what an editor reads at a glance
const maxReasons = 8

/**
 * What two articles share, as it is printed in the first (or else the second), each with its part of `score`; shared
 * words too weak to be named stand together as `…`. Weights have four decimals and sum to `score`. O(terms).
 */
export function explainSimilarity(
  { entry: query, weights: queryWeights }: Query,
  { entry: other, weights: otherWeights }: Query,
  score: number,
  extras: readonly Contribution[] = [],
): RelatedArticle['reasons'] {
  const labels = new Map<number, string>()
  for (const { terms, labelled, labels: printed } of [other, query]) {
    for (let place = 0; place < labelled.length; place++) labels.set(terms[labelled[place]!]!, printed[place]!)
  }
  const shared = [...extras]
  let sum = 0
  for (const { contribution } of extras) sum += contribution
  let a = 0
  let b = 0
  while (a < query.terms.length && b < other.terms.length) {
    const order = query.terms[a]! - other.terms[b]!
    if (order === 0) {
      const contribution = (queryWeights[a]! * otherWeights[b]!) / (weightUnit * weightUnit)
      const label = labels.get(query.terms[a]!)
      if (label !== undefined && contribution > 0) shared.push({ label, contribution })
      sum += contribution
    }
    if (order <= 0) a++
    if (order >= 0) b++
  }
  if (sum <= 0) return []
  let left = Math.round(score * 10000)
  const reasons: { label: string; weight: number }[] = []
  for (const { label, contribution } of foldContributions(shared).slice(0, maxReasons)) {
    const weight = Math.min(left, Math.round((contribution / sum) * score * 10000))
    if (weight <= 0) break
    reasons.push({ label, weight: weight / 10000 })
    left -= weight
  }
  if (left > 0 && reasons.length > 0) reasons.push({ label: '…', weight: left / 10000 })
  return reasons
}
