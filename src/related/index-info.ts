import { NumberTable } from './number-table.js'
import { openIndex, type RelatedIndex } from './related-index.js'

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
 * What an index holds. `drift` compares how many articles hold each term now with what the weights were made with: 0
 * where the same, 1 where nothing is left of it. O(terms).
 */
export function indexInfo(index: RelatedIndex): IndexInfo {
  const { statistics, segments, removed } = openIndex(index, 'indexInfo')
  const counts = new NumberTable(1024)
  let articles = 0
  let bytes = statistics.counts.bytes + statistics.middle.bytes
  for (const [place, segment] of segments.entries()) {
    const { rows } = segment
    for (const array of [...Object.values(rows), ...Object.values(segment)] as unknown[]) {
      if (ArrayBuffer.isView(array)) bytes += array.byteLength
    }
    bytes += segment.dictionary.bytes
    for (let row = 0; row < rows.articles.length; row++) {
      if (removed[place]![row]) continue
      articles++
      for (let term = rows.termStarts[row]!; term < rows.termStarts[row + 1]!; term++) counts.add(rows.terms[term]!, 1)
    }
  }
  return { articles, terms: counts.size, bytes, drift: driftBetween(counts, statistics.counts) }
}

function driftBetween(now: NumberTable, before: NumberTable): number {
  let moved = 0
  let all = 0
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
