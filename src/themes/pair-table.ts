/** Numbers pairs of numbers, in the order they are first seen, from `first` on. Open addressing; O(1) a pair. */
export class PairTable {
  #capacity = 1024
  #left = new Int32Array(1024)
  #right = new Int32Array(1024)
  #value = new Int32Array(1024).fill(-1)
  #size = 0
  readonly #first: number

  constructor(first: number) {
    this.#first = first
  }

  /** How many pairs have a number. */
  get size(): number {
    return this.#size
  }

  /** The number of a pair, or -1 where it has none. */
  find(left: number, right: number): number {
    return this.#value[this.#slot(left, right)]!
  }

  /** The number of a pair; a new one where it had none. */
  intern(left: number, right: number): number {
    const slot = this.#slot(left, right)
    const known = this.#value[slot]!
    if (known >= 0) return known
    const number = this.#first + this.#size++
    this.#left[slot] = left
    this.#right[slot] = right
    this.#value[slot] = number
    if (this.#size * 2 > this.#capacity) this.#grow()
    return number
  }

  #slot(left: number, right: number): number {
    const mask = this.#capacity - 1
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    let slot = (hash ^ (hash >>> 13)) & mask
    while (this.#value[slot]! >= 0 && (this.#left[slot] !== left || this.#right[slot] !== right))
      slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const left = this.#left
    const right = this.#right
    const value = this.#value
    this.#capacity *= 2
    this.#left = new Int32Array(this.#capacity)
    this.#right = new Int32Array(this.#capacity)
    this.#value = new Int32Array(this.#capacity).fill(-1)
    for (let slot = 0; slot < value.length; slot++) {
      if (value[slot]! < 0) continue
      const next = this.#slot(left[slot]!, right[slot]!)
      this.#left[next] = left[slot]!
      this.#right[next] = right[slot]!
      this.#value[next] = value[slot]!
    }
  }
}
