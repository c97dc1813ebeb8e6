import { compareText } from '../similarity/compare-text.js'
import type { IndexState } from './related-index.js'

/** A row with its similarity to a query, in units squared. */
export interface Ranked {
  readonly segment: number
  readonly row: number
  readonly similarity: number
}

/** Rows by falling similarity; of equals the newest, then the first id. */
export function sortRanked(state: IndexState, ranked: Ranked[]): Ranked[] {
  return ranked.sort((a, b) => b.similarity - a.similarity || compareRows(state, a.segment, a.row, b.segment, b.row))
}

/** Newest first, undated last, then by id. */
export function compareRows(
  { segments }: IndexState,
  segmentA: number,
  rowA: number,
  segmentB: number,
  rowB: number,
): number {
  const a = segments[segmentA]!.rows
  const b = segments[segmentB]!.rows
  const dateA = Number.isNaN(a.dates[rowA]!) ? Number.NEGATIVE_INFINITY : a.dates[rowA]!
  const dateB = Number.isNaN(b.dates[rowB]!) ? Number.NEGATIVE_INFINITY : b.dates[rowB]!
  if (dateA !== dateB) return dateA > dateB ? -1 : 1
  return compareText(a.articles.idAt(rowA), b.articles.idAt(rowB))
}
