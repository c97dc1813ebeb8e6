import { idfWeight, termIdf } from '../similarity/term-idf.js'
import { NumberTable } from './number-table.js'
import type { IndexStatistics, Rows, Segment } from './related-index.js'

/** Weights are whole numbers of this part of a vector of length 1: sums are exact, on every machine. */
export const weightUnit = 4095

/** What an archive's weights are made with, counted over its rows. O(terms). */
export function countStatistics(parts: readonly Rows[]): IndexStatistics {
  const articles = new Map<string, number>()
  const counts = new NumberTable(1024)
  for (const { articles: indexed, terms } of parts) {
    for (const { language } of indexed) articles.set(language, (articles.get(language) ?? 0) + 1)
    for (let place = 0; place < terms.length; place++) counts.add(terms[place]!, 1)
  }
  const weighted: IndexStatistics = { articles, counts, middle: new NumberTable() }
  return { articles, counts, middle: findMiddle(parts, weighted) }
}

/** The mean of all vectors. Only terms of more than one article: the others say nothing of the archive's middle. */
function findMiddle(parts: readonly Rows[], statistics: IndexStatistics): NumberTable {
  const sums = new NumberTable(1024)
  let size = 0
  for (const rows of parts) {
    size += rows.articles.length
    const weights = weighTerms(rows, statistics)
    for (let place = 0; place < weights.length; place++) {
      if (statistics.counts.get(rows.terms[place]!, 0) > 1) sums.add(rows.terms[place]!, weights[place]!)
    }
  }
  const { keys, values } = sums.entries()
  const means = new NumberTable(keys.length)
  let squares = 0
  for (const value of values) squares += (value / weightUnit) ** 2
  const norm = Math.sqrt(squares)
  for (const [place, key] of keys.entries()) {
    const mean = Math.round((values[place]! / weightUnit / (norm || 1)) * 65535)
    if (mean > 0 && size > 1) means.set(key, mean)
  }
  return means
}

/** Beside `rows.terms`: √count × idf^1.5 in a vector of length 1, in units. */
export function weighTerms(rows: Rows, { articles, counts }: IndexStatistics): Uint16Array {
  const weights = new Uint16Array(rows.terms.length)
  const scratch = new Float64Array(65536)
  const idfs = new Map<number, number>()
  for (const [row, { language }] of rows.articles.entries()) {
    const size = articles.get(language) ?? 0
    const start = rows.termStarts[row]!
    const end = rows.termStarts[row + 1]!
    let squares = 0
    for (let place = start; place < end; place++) {
      const count = counts.get(rows.terms[place]!, 0)
      const rarity = rows.rarities[place]!
      const cell = (size * 256 + rarity) * 2097152 + Math.min(count, 2097151)
      let idf = idfs.get(cell)
      if (idf === undefined) idfs.set(cell, (idf = idfWeight(termIdf(size, Math.max(1, count), rarity / 8))))
      const weight = rows.locals[place]! * idf
      scratch[place - start] = weight
      squares += weight * weight
    }
    const scale = squares > 0 ? weightUnit / Math.sqrt(squares) : 0
    for (let place = start; place < end; place++) weights[place] = Math.round(scratch[place - start]! * scale)
  }
  return weights
}

/** Rows with their weights and postings. O(terms). */
export function weighRows(rows: Rows, statistics: IndexStatistics): Segment {
  const weights = weighTerms(rows, statistics)
  const dictionary = new NumberTable(rows.terms.length / 3)
  const numbers = rows.terms.map((term) => dictionary.intern(term))
  const postingStarts = new Uint32Array(dictionary.size + 1)
  for (let place = 0; place < numbers.length; place++) postingStarts[numbers[place]! + 1]!++
  for (let term = 0; term < dictionary.size; term++) postingStarts[term + 1]! += postingStarts[term]!
  const next = postingStarts.slice()
  const postingRows = new Uint32Array(numbers.length)
  const postingWeights = new Uint16Array(numbers.length)
  const levels = new Uint16Array(rows.articles.length)
  for (let row = 0; row < rows.articles.length; row++) {
    let level = 0
    for (let place = rows.termStarts[row]!; place < rows.termStarts[row + 1]!; place++) {
      const posting = next[numbers[place]!]!++
      postingRows[posting] = row
      postingWeights[posting] = weights[place]!
      level += weights[place]! * statistics.middle.get(rows.terms[place]!, 0)
    }
    levels[row] = Math.min(weightUnit, Math.round(level / 65535))
  }
  const places = new Map(rows.articles.map(({ id }, row) => [id, row]))
  return { rows, places, weights, levels, dictionary, postingStarts, postingRows, postingWeights }
}
