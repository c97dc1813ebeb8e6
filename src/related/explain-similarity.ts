import type { RelatedArticle } from '../model/related.js'
import { type Contribution, foldContributions } from '../similarity/fold-contributions.js'
import type { Query } from './related-index.js'
import { textAt } from './text-list.js'
import { weightUnit } from './weigh-terms.js'

// by hand: what an editor reads at a glance
const maxReasons = 8

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
  const shared = [...extras]
  let sum = 0
  for (const { contribution } of extras) sum += contribution
  const rowsA = query.weighed.rows
  const rowsB = other.weighed.rows
  const labelsA = new LabelReader(query)
  const labelsB = new LabelReader(other)
  const endA = rowsA.termStarts[query.row + 1]!
  const endB = rowsB.termStarts[other.row + 1]!
  let a = rowsA.termStarts[query.row]!
  let b = rowsB.termStarts[other.row]!
  while (a < endA && b < endB) {
    const order = rowsA.terms[a]! - rowsB.terms[b]!
    if (order === 0) {
      const codes = query.weighed.codes[a]! * other.weighed.codes[b]!
      const contribution = (codes / weightUnit) ** 2
      const label = contribution > 0 ? (labelsA.at(a) ?? labelsB.at(b)) : undefined
      if (label !== undefined) shared.push({ label, contribution })
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

/** The printed forms of a row's terms, asked for by rising place. */
class LabelReader {
  private next: number
  private readonly end: number
  private readonly start: number

  constructor(private readonly query: Query) {
    const { labelStarts, termStarts } = query.weighed.rows
    this.start = termStarts[query.row]!
    this.next = labelStarts[query.row]!
    this.end = labelStarts[query.row + 1]!
  }

  at(place: number): string | undefined {
    const { labelled, labels } = this.query.weighed.rows
    const wanted = place - this.start
    while (this.next < this.end && labelled[this.next]! < wanted) this.next++
    return this.next < this.end && labelled[this.next] === wanted ? textAt(labels, this.next) : undefined
  }
}
