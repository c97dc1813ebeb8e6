import type { IndexState, Query, WeighedRows } from './related-index.js'

/** A query's terms and weights as a table, to be set against many rows. */
export class ScoreTable {
  private readonly terms: Uint32Array
  private readonly weights: Uint16Array
  private readonly mask: number
  /** Of no meaning: what was read only to have it near. */
  touched = 0

  constructor({ weighed, row }: Query) {
    const { rows, codes } = weighed
    const start = rows.termStarts[row]!
    const end = rows.termStarts[row + 1]!
    let capacity = 256
    while (capacity < (end - start) * 4) capacity *= 2
    this.mask = capacity - 1
    this.terms = new Uint32Array(capacity)
    this.weights = new Uint16Array(capacity)
    for (let place = start; place < end; place++) {
      const code = codes[place]!
      if (code === 0) continue
      let slot = rows.terms[place]! & this.mask
      while (this.terms[slot] !== 0) slot = (slot + 1) & this.mask
      this.terms[slot] = rows.terms[place]!
      this.weights[slot] = code * code
    }
  }

  /**
   * Reads a number of each line of memory where some rows lie. None of these waits for another, so that all of them come
   * in the time of a few, where `score` would wait for each.
   */
  touch({ segments: parts }: IndexState, segments: Uint16Array, rows: Uint16Array): void {
    let touched = 0
    for (let place = 0; place < rows.length; place++) {
      const { rows: part, codes } = parts[segments[place]!]!
      const start = part.termStarts[rows[place]!]!
      const end = part.termStarts[rows[place]! + 1]!
      for (let term = start; term < end; term += 16) touched ^= part.terms[term]!
      for (let term = start; term < end; term += 64) touched ^= codes[term]!
    }
    this.touched = touched
  }

  /** The sum of the products of the weights of all shared terms, in units squared: exact. O(terms of the row). */
  score({ rows, codes }: WeighedRows, row: number): number {
    const { terms, weights, mask } = this
    const others = rows.terms
    const end = rows.termStarts[row + 1]!
    let sum = 0
    for (let place = rows.termStarts[row]!; place < end; place++) {
      const term = others[place]!
      let slot = term & mask
      let found = terms[slot]!
      while (found !== 0) {
        if (found === term) {
          const code = codes[place]!
          sum += weights[slot]! * (code * code)
          break
        }
        slot = (slot + 1) & mask
        found = terms[slot]!
      }
    }
    return sum
  }
}

/** The product of two articles' vectors, in units squared. O(terms). */
export function product(a: Query, b: Query): number {
  const termsA = a.weighed.rows.terms
  const termsB = b.weighed.rows.terms
  const endA = a.weighed.rows.termStarts[a.row + 1]!
  const endB = b.weighed.rows.termStarts[b.row + 1]!
  let placeA = a.weighed.rows.termStarts[a.row]!
  let placeB = b.weighed.rows.termStarts[b.row]!
  let sum = 0
  while (placeA < endA && placeB < endB) {
    const termA = termsA[placeA]!
    const termB = termsB[placeB]!
    if (termA === termB) {
      const codeA = a.weighed.codes[placeA++]!
      const codeB = b.weighed.codes[placeB++]!
      sum += codeA * codeA * (codeB * codeB)
    } else if (termA < termB) placeA++
    else placeB++
  }
  return sum
}
