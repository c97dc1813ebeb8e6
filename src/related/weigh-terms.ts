import { idfWeight, termIdf } from '../similarity/term-idf.js'
import type { IndexStatistics, Rows } from './related-index.js'

/** A code squared is a weight in these units, of which a vector of length 1 has so many. */
export const weightUnit: number = 65025

/** Levels are whole numbers of this part of 1. */
export const levelUnit: number = 4095

/** Terms with their weights. */
export interface WeighedTerms {
  /** Beside `rows.terms`: 255 × the square root of the weight in a vector of length 1. */
  readonly codes: Uint8Array
  /** Beside `rows.terms`: articles that hold the term, when the statistics were made; 1 where no two did. */
  readonly counts: Uint32Array
}

/** √count × idf^1.5 of each term, in a vector of length 1. O(terms). */
export function weighTerms(
  rows: Rows,
  { articles, counts: known }: Pick<IndexStatistics, 'articles' | 'counts'>,
): WeighedTerms {
  const codes = new Uint8Array(rows.terms.length)
  const counts = new Uint32Array(rows.terms.length)
  const scratch = new Float64Array(65536)
  const weights = new Map<number, IdfWeights>()
  for (let row = 0; row < rows.size; row++) {
    const size = articles.get(rows.articles.at(row).language) ?? 0
    let idfs = weights.get(size)
    if (!idfs) weights.set(size, (idfs = new IdfWeights(size)))
    const start = rows.termStarts[row]!
    const end = rows.termStarts[row + 1]!
    let squares = 0
    for (let place = start; place < end; place++) {
      const count = known.get(rows.terms[place]!, 1)
      counts[place] = count
      const weight = rows.locals[place]! * idfs.at(count, rows.rarities[place]!)
      scratch[place - start] = weight
      squares += weight * weight
    }
    const scale = squares > 0 ? weightUnit / Math.sqrt(squares) : 0
    for (let place = start; place < end; place++) codes[place] = Math.round(Math.sqrt(scratch[place - start]! * scale))
  }
  return { codes, counts }
}

/** idf^1.5 in an archive of a size, each reckoned once. */
class IdfWeights {
  private readonly common = new Map<number, number>()
  private readonly rare: Float64Array = new Float64Array(32 * 256).fill(-1)

  constructor(private readonly size: number) {}

  at(count: number, rarity: number): number {
    const cell = count * 256 + rarity
    if (count < 32) {
      const weight = this.rare[cell]!
      return weight >= 0 ? weight : (this.rare[cell] = this.reckon(count, rarity))
    }
    let weight = this.common.get(cell)
    if (weight === undefined) this.common.set(cell, (weight = this.reckon(count, rarity)))
    return weight
  }

  private reckon(count: number, rarity: number): number {
    return idfWeight(termIdf(this.size, count, rarity / 8))
  }
}
