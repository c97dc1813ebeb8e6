import { sortNumbers } from './sort-numbers.js'

/** Rows by a number that several may have: two sorted arrays, by the number mixed. */
export class RowLookup {
  private readonly buckets: Uint32Array
  private readonly shift: number

  private constructor(
    private readonly keys: Uint32Array,
    /** Beside the keys. */
    readonly rows: Uint16Array,
  ) {
    let bits = 1
    while (2 ** bits * 4 < keys.length) bits++
    this.shift = 32 - bits
    this.buckets = new Uint32Array(2 ** bits + 1)
    for (let place = 0; place < keys.length; place++) this.buckets[(keys[place]! >>> this.shift) + 1]!++
    for (let bucket = 1; bucket < this.buckets.length; bucket++) this.buckets[bucket]! += this.buckets[bucket - 1]!
  }

  /** @param numbers - any order. @param rows - beside them. O(numbers). */
  static of(numbers: Uint32Array, rows: Uint16Array): RowLookup {
    const sorted = sortNumbers(numbers.map(mix), Uint32Array.from(rows))
    return new RowLookup(sorted.numbers, Uint16Array.from(sorted.values))
  }

  /** Where the first row of a number stands; it has as many as follow while `has`. */
  start(number: number): number {
    const key = mix(number)
    const bucket = key >>> this.shift
    const end = this.buckets[bucket + 1]!
    let place = this.buckets[bucket]!
    while (place < end && this.keys[place]! < key) place++
    return place
  }

  /** Whether the rows of a number go on at a place. */
  has(place: number, number: number): boolean {
    return place < this.keys.length && this.keys[place] === mix(number)
  }
}

/** Spreads numbers evenly over 32 bits; no two become one. */
function mix(number: number): number {
  return Math.imul(number, 0x9e3779b1) >>> 0
}
