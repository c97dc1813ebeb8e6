import { compareWording, isSameText, keyShingles, maxTexts, shinglesOf } from './compare-wording.js'
import type { Place } from './find-place.js'
import { queryAt } from './find-place.js'
import type { IndexState, Query, Segment } from './related-index.js'
import { RowLookup } from './row-lookup.js'

/** Another text that is a copy of an article: the first row that has it. */
export interface Copy {
  readonly place: Place
  /** Share of the wording of the shorter of the two that stands in the other, 0–1. */
  readonly containment: number
}

/**
 * The texts, other than its own, that are copies of an article; rows that were removed among them. A copy shares one
 * of the smallest hashes of either's wording (bottom-k sketches, Broder 1997), and is verified by all of them.
 */
export function findCopies(state: IndexState, query: Query): Copy[] {
  const copies: Copy[] = []
  const shingles = shinglesOf(query).subarray(0, keyShingles)
  for (const [segment, weighed] of state.segments.entries()) {
    const { byShingle } = openLookups(weighed)
    const met = new Set<number>()
    for (const shingle of shingles) {
      if (state.statistics.wording.get(shingle, 1) > maxTexts) continue
      for (let place = byShingle.start(shingle); byShingle.has(place, shingle); place++) {
        const row = byShingle.rows[place]!
        if (met.has(row)) continue
        met.add(row)
        const other = queryAt(state, { segment, row })
        if (isSameText(query, other)) continue
        const containment = compareWording(state.statistics.wording, query, other)
        if (containment > 0) copies.push({ place: { segment, row }, containment })
      }
    }
  }
  return copies
}

/** The live rows that have just the words of an article. */
export function findSameText(state: IndexState, query: Query): Place[] {
  const { textHashes } = query.weighed.rows
  const hash = textHashes[query.row * 2]!
  const places: Place[] = []
  for (const [segment, weighed] of state.segments.entries()) {
    const { byText } = openLookups(weighed)
    for (let place = byText.start(hash); byText.has(place, hash); place++) {
      const row = byText.rows[place]!
      if (state.removed[segment]![row] === 0 && isSameText(query, queryAt(state, { segment, row }))) {
        places.push({ segment, row })
      }
    }
  }
  return places
}

interface Lookups {
  /** The first row of each text, by the first shingles. */
  readonly byShingle: RowLookup
  /** Every row, by the first half of its text's hash. */
  readonly byText: RowLookup
}

const lookups = new WeakMap<Segment, Lookups>()

/** The lookups of a segment, made at first use and kept with it: a change of the index makes none of the others anew. */
function openLookups(segment: Segment): Lookups {
  let kept = lookups.get(segment)
  if (!kept) lookups.set(segment, (kept = layOutLookups(segment)))
  return kept
}

function layOutLookups({ rows }: Segment): Lookups {
  const { size, shingles, shingleStarts, textHashes } = rows
  const byText = RowLookup.of(
    Uint32Array.from({ length: size }, (_, row) => textHashes[row * 2]!),
    Uint16Array.from({ length: size }, (_, row) => row),
  )
  const keys = new Uint32Array(size * keyShingles)
  const owners = new Uint16Array(size * keyShingles)
  const seen = new Set<number>()
  let count = 0
  for (let row = 0; row < size; row++) {
    // Two languages may share a hash; then both rows are kept, which does no harm.
    const text = textHashes[row * 2]! * 2097152 + (textHashes[row * 2 + 1]! >>> 11)
    if (seen.has(text)) continue
    seen.add(text)
    const end = Math.min(shingleStarts[row]! + keyShingles, shingleStarts[row + 1]!)
    for (let place = shingleStarts[row]!; place < end; place++) {
      keys[count] = shingles[place]!
      owners[count++] = row
    }
  }
  return { byText, byShingle: RowLookup.of(keys.subarray(0, count), owners.subarray(0, count)) }
}
