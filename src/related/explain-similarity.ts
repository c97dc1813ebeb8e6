import type { RelatedArticle } from '../model/related.js'
import { type Contribution, foldContributions } from '../similarity/fold-contributions.js'
import type { Query } from './related-index.js'
import { textAt } from './text-list.js'
import { weightUnit } from './weigh-terms.js'

// by hand: what an editor reads at a glance
const maxReasons = 8

// by hand: so many of the strongest shared terms are looked at; pairs take in their words
const maxShared = 32

/**
 * What two articles share, as it is printed in the first (or else the second), each with its part of `score`; shared
 * words too weak to be named stand together as `…`. Weights have four decimals and sum to `score`. O(terms).
 */
export function explainSimilarity(
  query: Query,
  other: Query,
  score: number,
  extras: readonly Contribution[] = [],
): RelatedArticle['reasons'] {
  const { shared, sum: fromText } = findShared(query, other)
  let sum = fromText
  for (const { contribution } of extras) sum += contribution
  if (sum <= 0) return []
  const labelled = [...extras]
  for (const { contribution, placeA, placeB } of shared.slice(0, maxShared)) {
    const label = labelAt(query, placeA) ?? labelAt(other, placeB)
    if (label !== undefined) labelled.push({ label, contribution })
  }
  let left = Math.round(score * 10000)
  const reasons: { label: string; weight: number }[] = []
  for (const { label, contribution } of foldContributions(labelled).slice(0, maxReasons)) {
    const weight = Math.min(left, Math.round((contribution / sum) * score * 10000))
    if (weight <= 0) break
    reasons.push({ label, weight: weight / 10000 })
    left -= weight
  }
  if (left > 0 && reasons.length > 0) reasons.push({ label: '…', weight: left / 10000 })
  return reasons
}

interface Shared {
  readonly placeA: number
  readonly placeB: number
  readonly contribution: number
}

/** The terms of both, strongest first, and what all add up to. */
function findShared(a: Query, b: Query): { shared: Shared[]; sum: number } {
  const termsA = a.weighed.rows.terms
  const termsB = b.weighed.rows.terms
  const endA = a.weighed.rows.termStarts[a.row + 1]!
  const endB = b.weighed.rows.termStarts[b.row + 1]!
  let placeA = a.weighed.rows.termStarts[a.row]!
  let placeB = b.weighed.rows.termStarts[b.row]!
  const shared: Shared[] = []
  let sum = 0
  while (placeA < endA && placeB < endB) {
    const order = termsA[placeA]! - termsB[placeB]!
    if (order === 0) {
      const contribution = ((a.weighed.codes[placeA]! * b.weighed.codes[placeB]!) / weightUnit) ** 2
      sum += contribution
      if (contribution > 0) shared.push({ placeA, placeB, contribution })
    }
    if (order <= 0) placeA++
    if (order >= 0) placeB++
  }
  return { shared: shared.sort((x, y) => y.contribution - x.contribution || x.placeA - y.placeA), sum }
}

/** How the term at a place of a row is printed; undefined where it is too weak to be named. O(log labels). */
function labelAt({ weighed: { rows }, row }: Query, place: number): string | undefined {
  const wanted = place - rows.termStarts[row]!
  const end = rows.labelStarts[row + 1]!
  let low = rows.labelStarts[row]!
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows.labelled[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low < end && rows.labelled[low] === wanted ? textAt(rows.labels, low) : undefined
}
