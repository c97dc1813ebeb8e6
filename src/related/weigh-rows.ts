import { layOutPostings } from './lay-out-postings.js'
import type { IndexStatistics, Rows, Segment, WeighedRows } from './related-index.js'
import { levelUnit, weighTerms, weightUnit } from './weigh-terms.js'

// by hand, on the dev mean of the evaluation archives: .580 with 192, .581 with all; .576 with 128 of 512 kept
const maxStrong = 192

// by hand: terms that no two articles held when the archive was weighed find only what has come since, as on a new story
const maxNew = 16

/** Rows with their weights. O(terms). */
export function weighRows(rows: Rows, statistics: IndexStatistics): WeighedRows {
  const codes = weighTerms(rows, statistics)
  const strong = new Uint8Array((codes.length + 7) >> 3)
  const levels = new Uint16Array(rows.size)
  for (let row = 0; row < rows.size; row++) {
    markStrong(rows, row, codes, statistics, strong)
    let level = 0
    for (let place = rows.termStarts[row]!; place < rows.termStarts[row + 1]!; place++) {
      level += codes[place]! * codes[place]! * statistics.middle.get(rows.terms[place]!, 0)
    }
    levels[row] = Math.min(levelUnit, Math.round(((level / weightUnit) * levelUnit) / 65535))
  }
  return { rows, codes, strong, levels }
}

/** Rows with their weights and postings, as part of an index. O(terms). */
export function weighSegment(rows: Rows, statistics: IndexStatistics): Segment {
  const weighed = weighRows(rows, statistics)
  return { ...weighed, postings: layOutPostings(weighed) }
}

/** Marks the heaviest terms of a row; of equals those first in the row. */
function markStrong(
  { terms, termStarts }: Rows,
  row: number,
  codes: Uint8Array,
  { counts }: IndexStatistics,
  strong: Uint8Array,
): void {
  const start = termStarts[row]!
  const end = termStarts[row + 1]!
  const shared = new Uint16Array(256)
  const fresh = new Uint16Array(256)
  const isShared = new Uint8Array(end - start)
  for (let place = start; place < end; place++) {
    const code = codes[place]!
    if (counts.get(terms[place]!, 1) > 1) {
      isShared[place - start] = 1
      shared[code]!++
    } else fresh[code]!++
  }
  const cuts = [cutAt(fresh, maxNew), cutAt(shared, maxStrong)]
  for (let place = start; place < end; place++) {
    const cut = cuts[isShared[place - start]!]!
    const code = codes[place]!
    if (code < cut.code || (code === cut.code && cut.left-- <= 0)) continue
    strong[place >> 3]! |= 1 << (place & 7)
  }
}

/** The least code among the `limit` highest, and how many have just that one. */
function cutAt(histogram: Uint16Array, limit: number): { code: number; left: number } {
  let left = limit
  for (let code = 255; code > 0; code--) {
    if (histogram[code]! >= left) return { code, left }
    left -= histogram[code]!
  }
  return { code: 1, left: 65536 }
}
