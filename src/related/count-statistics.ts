import { countRepeated } from './count-repeated.js'
import { NumberTable } from './number-table.js'
import type { IndexStatistics, Rows } from './related-index.js'
import { type WeighedTerms, weighTerms } from './weigh-terms.js'

/**
 * What an archive's weights are made with, counted over its rows, and the weights, which are needed on the way.
 * O(terms + shingles).
 */
export function countStatistics(parts: readonly Rows[]): { statistics: IndexStatistics; weighed: WeighedTerms[] } {
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
  const weighed = parts.map((rows) => weighTerms(rows, { articles, counts }))
  return { statistics: { articles, counts, middle: findMiddle(parts, weighed), wording }, weighed }
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

// by hand: a term that fewer than one article in so many holds says nothing of the archive's middle
const leastShare = 256

/** The mean of all vectors, of length 1, of the terms that enough articles hold, two at least. */
function findMiddle(parts: readonly Rows[], weighed: readonly WeighedTerms[]): NumberTable {
  let size = 0
  for (const rows of parts) size += rows.size
  const least = Math.max(2, size / leastShare)
  const sums = new NumberTable(1024)
  for (const [part, { terms }] of parts.entries()) {
    const { codes, counts } = weighed[part]!
    for (let place = 0; place < terms.length; place++) {
      const weight = counts[place]! >= least ? (codes[place]! * codes[place]!) >> 4 : 0
      if (weight > 0) sums.add(terms[place]!, weight)
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
