import { idfWeight, termIdf } from '../similarity/term-idf.js'
import type { IndexStatistics, Rows } from './related-index.js'

/** A code squared is a weight in these units, of which a vector of length 1 has so many. */
export const weightUnit: number = 65025

/** Levels are whole numbers of this part of 1. */
export const levelUnit: number = 4095

/** Beside `rows.terms`: √count × idf^1.5 in a vector of length 1, as 255 × its square root. */
export function weighTerms(rows: Rows, { articles, counts }: IndexStatistics): Uint8Array {
  const codes = new Uint8Array(rows.terms.length)
  const scratch = new Float64Array(65536)
  const idfs = new Map<number, number>()
  for (let row = 0; row < rows.size; row++) {
    const size = articles.get(rows.articles.at(row).language) ?? 0
    const start = rows.termStarts[row]!
    const end = rows.termStarts[row + 1]!
    let squares = 0
    for (let place = start; place < end; place++) {
      const count = counts.get(rows.terms[place]!, 1)
      const rarity = rows.rarities[place]!
      const cell = (size * 256 + rarity) * 2097152 + Math.min(count, 2097151)
      let idf = idfs.get(cell)
      if (idf === undefined) idfs.set(cell, (idf = idfWeight(termIdf(size, count, rarity / 8))))
      const weight = rows.locals[place]! * idf
      scratch[place - start] = weight
      squares += weight * weight
    }
    const scale = squares > 0 ? weightUnit / Math.sqrt(squares) : 0
    for (let place = start; place < end; place++) codes[place] = Math.round(Math.sqrt(scratch[place - start]! * scale))
  }
  return codes
}
