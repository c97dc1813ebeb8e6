import type { Postings } from './related-index.js'

/** Where the sums of a segment's rows stand while a query runs. All sums are 0 between queries. */
export interface Accumulator {
  /** By row: the sum so far. */
  readonly sums: Uint16Array
  /** Rows that have reached the threshold. */
  readonly reached: Uint16Array
  /**
   * Adds a list of postings, times an impact and ÷ 4, to the sums; each row whose sum reaches the threshold by it is
   * put behind the first `count` of `reached`. Returns how many stand there then.
   */
  add(start: number, end: number, impact: number, threshold: number, count: number): number
}

/** An accumulator in JavaScript. */
export function makeAccumulator({ rows, impacts }: Postings, size: number): Accumulator {
  const sums = new Uint16Array(size)
  const reached = new Uint16Array(size)
  const add: Accumulator['add'] = (start, end, impact, threshold, count) => {
    let next = count
    for (let posting = start; posting < end; posting++) {
      const row = rows[posting]!
      const before = sums[row]!
      const after = before + ((impact * impacts[posting]!) >> 2)
      sums[row] = after
      if (before < threshold && after >= threshold) reached[next++] = row
    }
    return next
  }
  return { sums, reached, add }
}
