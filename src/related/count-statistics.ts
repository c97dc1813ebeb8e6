import { countRepeated } from './count-repeated.js'
import { NumberTable } from './number-table.js'
import type { IndexStatistics, Rows } from './related-index.js'
import { weighTerms } from './weigh-terms.js'

/** What an archive's weights are made with, counted over its rows. O(terms + shingles). */
export function countStatistics(parts: readonly Rows[]): IndexStatistics {
  const articles = new Map<string, number>()
  for (const rows of parts) {
    for (let row = 0; row < rows.size; row++) {
      const { language } = rows.articles.at(row)
      articles.set(language, (articles.get(language) ?? 0) + 1)
    }
  }
  const counts = countRepeated(
    parts.map(({ terms }) => terms),
    2,
  )
  const wording = countRepeated(shinglesOfTexts(parts), 3)
  const unfinished: IndexStatistics = { articles, counts, middle: new NumberTable(), wording }
  return { ...unfinished, middle: findMiddle(parts, unfinished) }
}

/** The shingles of each distinct text. */
function shinglesOfTexts(parts: readonly Rows[]): Uint32Array[] {
  const seen = new Set<number>()
  return parts.flatMap(({ size, textHashes, shingleStarts, shingles }) =>
    Array.from({ length: size }, (_, row) => {
      const key = textHashes[row * 2]! * 2097152 + (textHashes[row * 2 + 1]! >>> 11)
      if (seen.has(key)) return new Uint32Array(0)
      seen.add(key)
      return shingles.subarray(shingleStarts[row]!, shingleStarts[row + 1]!)
    }),
  )
}

/** The mean of all vectors. Only terms of more than one article: the others say nothing of the archive's middle. */
function findMiddle(parts: readonly Rows[], statistics: IndexStatistics): NumberTable {
  const sums = new NumberTable(1024)
  let size = 0
  for (const rows of parts) {
    size += rows.size
    const codes = weighTerms(rows, statistics)
    for (let place = 0; place < codes.length; place++) {
      const weight = (codes[place]! * codes[place]!) >> 4
      if (weight > 0 && statistics.counts.get(rows.terms[place]!, 0) > 1) sums.add(rows.terms[place]!, weight)
    }
  }
  const { keys, values } = sums.entries()
  let squares = 0
  for (const value of values) squares += value * value
  const norm = Math.sqrt(squares) || 1
  const means = new NumberTable()
  for (const [place, key] of keys.entries()) {
    const mean = Math.round((values[place]! / norm) * 65535)
    if (mean > 0 && size > 1) means.set(key, mean)
  }
  return means
}
