import { countRepeated } from './count-repeated.js'
import { NumberTable } from './number-table.js'
import { type IndexStatistics, openIndex, type RelatedIndex } from './related-index.js'

/** The size of an index. */
export interface IndexInfo {
  readonly articles: number
  /** Distinct terms that its articles hold. */
  readonly terms: number
  /** Of its arrays, beside ids, titles and other strings. */
  readonly bytes: number
  /** 0–1: how far the archive has moved from the one the weights were made with; where it is above 0.1 or so, `reweighIndex` pays. */
  readonly drift: number
}

/**
 * What an index holds. `drift` compares how many articles there are, and how many hold each term that two or more hold,
 * with what the weights were made with: 0 where the same, 1 where nothing is left of it. O(terms).
 */
export function indexInfo(index: RelatedIndex): IndexInfo {
  const { statistics, segments, removed } = openIndex(index, 'indexInfo')
  let articles = 0
  let bytes = statistics.counts.bytes + statistics.middle.bytes + statistics.wording.bytes
  const live: Uint32Array[] = []
  for (const [place, segment] of segments.entries()) {
    const { rows, postings } = segment
    for (const part of [rows, rows.labels, segment, postings]) {
      for (const array of Object.values(part) as unknown[]) if (ArrayBuffer.isView(array)) bytes += array.byteLength
    }
    for (let row = 0; row < rows.size; row++) {
      if (removed[place]![row]) continue
      articles++
      live.push(rows.terms.subarray(rows.termStarts[row], rows.termStarts[row + 1]))
    }
  }
  const counts = countRepeated(live, 2)
  return { articles, terms: countDistinct(live), bytes, drift: driftBetween(counts, statistics, articles) }
}

function countDistinct(arrays: readonly Uint32Array[]): number {
  const seen = new NumberTable(1024)
  for (const numbers of arrays) for (let place = 0; place < numbers.length; place++) seen.set(numbers[place]!, 1)
  return seen.size
}

function driftBetween(now: NumberTable, { articles, counts: before }: IndexStatistics, size: number): number {
  let earlierSize = 0
  for (const count of articles.values()) earlierSize += count
  let moved = Math.abs(size - earlierSize)
  let all = size + earlierSize
  const { keys, values } = now.entries()
  for (let place = 0; place < keys.length; place++) {
    const earlier = before.get(keys[place]!, 0)
    moved += Math.abs(values[place]! - earlier)
    all += values[place]! + earlier
  }
  const old = before.entries()
  for (let place = 0; place < old.keys.length; place++) {
    if (now.get(old.keys[place]!, 0) > 0) continue
    moved += old.values[place]!
    all += old.values[place]!
  }
  return all === 0 ? 0 : Math.round((moved / all) * 10000) / 10000
}
