import { findCandidates } from './find-candidates.js'
import { type Ranked, sortRanked } from './ranking.js'
import type { IndexState, Query } from './related-index.js'
import { ScoreTable } from './score-table.js'

// by hand: of the best five by all terms, 996 of 1,000 and more are among so many by strong terms, in archives of a
// thousand blog posts and of a thousand manual pages; twice as many add one in 1,000
export const leastCandidates: number = 24

// by hand: filters and copies may strike out the first helping of candidates; most lists never need the second
const helpings = [1, 16, 1024]

/**
 * The rows of an index by falling similarity to a query, as far as somebody asks. Candidates are found by strong terms
 * and set in order by all terms. Further helpings of candidates are fetched where those at hand do not suffice, and
 * at last, with `isWhole`, every row that shares a term.
 */
export class RowRanking {
  private readonly table: ScoreTable
  private readonly sorted: Ranked[] = []
  private readonly met = new Set<number>()
  private helping = 0
  private isComplete = false

  /** @param wanted - how many are wanted, about. @param isWhole - whether rows that no strong term finds are wanted too. */
  constructor(
    private readonly state: IndexState,
    private readonly query: Query,
    private readonly wanted: number,
    private readonly isWhole: boolean,
  ) {
    this.table = new ScoreTable(query)
  }

  /** The row at a place, 0 first; undefined past the last. */
  at(place: number): Ranked | undefined {
    while (place >= this.sorted.length && !this.isComplete) this.fetch()
    return this.sorted[place]
  }

  private fetch(): void {
    const helping = helpings[this.helping++]
    const fetched: Ranked[] = []
    if (helping === undefined) {
      this.isComplete = true
      if (this.isWhole) this.scoreAll(fetched)
    } else {
      const limit = Math.min(65536, Math.max(leastCandidates, this.wanted * 4) * helping)
      const { segments, rows, isCut } = findCandidates(this.state, this.query, limit)
      this.table.touch(this.state, segments, rows)
      for (let place = 0; place < rows.length; place++) this.score(segments[place]!, rows[place]!, fetched)
      if (!isCut) {
        this.helping = helpings.length
        this.isComplete = !this.isWhole
      }
    }
    // What a later helping finds stands behind what was given out already, however like it is.
    const least = this.sorted.at(-1)?.similarity ?? Number.POSITIVE_INFINITY
    for (const { segment, row, similarity } of sortRanked(this.state, fetched)) {
      this.sorted.push({ segment, row, similarity: Math.min(similarity, least) })
    }
  }

  private score(segment: number, row: number, fetched: Ranked[]): void {
    const key = segment * 65536 + row
    if (this.met.has(key)) return
    this.met.add(key)
    fetched.push({ segment, row, similarity: this.table.score(this.state.segments[segment]!, row) })
  }

  private scoreAll(fetched: Ranked[]): void {
    for (const ranked of scoreAllRows(this.state, this.table)) {
      if (!this.met.has(ranked.segment * 65536 + ranked.row)) fetched.push(ranked)
    }
  }
}

/** Every live row that shares a term with a query, unordered. O(terms of the index). */
export function scoreAllRows({ segments, removed }: IndexState, table: ScoreTable): Ranked[] {
  const ranked: Ranked[] = []
  for (const [segment, weighed] of segments.entries()) {
    for (let row = 0; row < weighed.rows.size; row++) {
      if (removed[segment]![row]) continue
      const similarity = table.score(weighed, row)
      if (similarity > 0) ranked.push({ segment, row, similarity })
    }
  }
  return ranked
}
