import { compareText } from '../similarity/compare-text.js'
import type { IndexState } from './related-index.js'
import type { Hits } from './score-rows.js'

/** A row with its similarity to a query, in units squared. */
export interface Ranked {
  readonly segment: number
  readonly row: number
  readonly similarity: number
}

/**
 * Hits in order, most similar first; of equals the newest, then the first id. Sorted as far as it is asked for: a heap,
 * O(hits) to set up and O(log hits) for each further one.
 */
export class Ranking {
  private readonly heap: Uint32Array
  private readonly sorted: Ranked[] = []
  private size: number

  constructor(
    private readonly state: IndexState,
    private readonly hits: Hits,
  ) {
    this.size = hits.count
    this.heap = Uint32Array.from({ length: this.size }, (_, place) => place)
    for (let place = (this.size >>> 1) - 1; place >= 0; place--) this.sink(place)
  }

  /** The hit at a place, 0 first; undefined past the last. */
  at(place: number): Ranked | undefined {
    while (this.sorted.length <= place && this.size > 0) {
      const hit = this.heap[0]!
      const { segments, rows, scores } = this.hits
      this.sorted.push({ segment: segments[hit]!, row: rows[hit]!, similarity: scores[hit]! })
      this.heap[0] = this.heap[--this.size]!
      this.sink(0)
    }
    return this.sorted[place]
  }

  private sink(from: number): void {
    const { heap, size } = this
    const moved = heap[from]!
    let place = from
    for (;;) {
      let child = place * 2 + 1
      if (child >= size) break
      if (child + 1 < size && this.isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!this.isBefore(heap[child]!, moved)) break
      heap[place] = heap[child]!
      place = child
    }
    heap[place] = moved
  }

  private isBefore(a: number, b: number): boolean {
    const { segments, rows, scores } = this.hits
    if (scores[a] !== scores[b]) return scores[a]! > scores[b]!
    return compareRows(this.state, segments[a]!, rows[a]!, segments[b]!, rows[b]!) < 0
  }
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
  return compareText(a.articles[rowA]!.id, b.articles[rowB]!.id)
}
