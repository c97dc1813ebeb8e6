/**
 * A table from unsigned 32-bit numbers above 0 to unsigned 32-bit numbers: open addressing in two typed arrays, where
 * a Map of millions of keys would cost ten times the memory.
 */
export class NumberTable {
  private keys: Uint32Array
  private values: Uint32Array
  private mask: number
  size = 0

  constructor(expected: number = 16) {
    let capacity = 32
    while (capacity < expected * 2) capacity *= 2
    this.keys = new Uint32Array(capacity)
    this.values = new Uint32Array(capacity)
    this.mask = capacity - 1
  }

  get bytes(): number {
    return this.keys.byteLength + this.values.byteLength
  }

  /** The value of a key, or `missing`. */
  get(key: number, missing: number): number {
    let slot = Math.imul(key, 0x9e3779b1) & this.mask
    for (;;) {
      const found = this.keys[slot]!
      if (found === key) return this.values[slot]!
      if (found === 0) return missing
      slot = (slot + 1) & this.mask
    }
  }

  /** Adds to the value of a key, which starts at 0. */
  add(key: number, amount: number): void {
    const slot = this.slotFor(key)
    this.values[slot]! += amount
  }

  /** The value of a key, which then is one more. */
  take(key: number): number {
    const slot = this.slotFor(key)
    return this.values[slot]!++
  }

  set(key: number, value: number): void {
    const slot = this.slotFor(key)
    this.values[slot] = value
  }

  /** The same table as it lies in memory; a slot without a key has 0 there. Not to be written to. */
  get arrays(): { readonly keys: Uint32Array; readonly values: Uint32Array } {
    return { keys: this.keys, values: this.values }
  }

  /** A table around what `arrays` gave. */
  static from(keys: Uint32Array, values: Uint32Array): NumberTable {
    const table = new NumberTable(0)
    table.keys = keys
    table.values = values
    table.mask = keys.length - 1
    for (let slot = 0; slot < keys.length; slot++) if (keys[slot] !== 0) table.size++
    return table
  }

  /** The entries that pass, in a table made for so many: the same bytes whatever order they came in. */
  filter(isKept: (value: number) => boolean): NumberTable {
    const { keys, values } = this.entries()
    const table = new NumberTable(values.reduce((count, value) => count + (isKept(value) ? 1 : 0), 0))
    for (let place = 0; place < keys.length; place++) {
      if (isKept(values[place]!)) table.set(keys[place]!, values[place]!)
    }
    return table
  }

  /** Every key and value, by ascending key. */
  entries(): { keys: Uint32Array; values: Uint32Array } {
    const keys = this.keys.filter((key) => key !== 0).sort()
    return { keys, values: keys.map((key) => this.get(key, 0)) }
  }

  /** May grow the table: take hold of `values` only afterwards. */
  private slotFor(key: number): number {
    let slot = Math.imul(key, 0x9e3779b1) & this.mask
    while (this.keys[slot] !== key) {
      if (this.keys[slot] === 0) {
        if ((this.size + 1) * 10 > this.keys.length * 7) {
          this.grow()
          return this.slotFor(key)
        }
        this.keys[slot] = key
        this.size++
        break
      }
      slot = (slot + 1) & this.mask
    }
    return slot
  }

  private grow(): void {
    const { keys, values } = this
    this.keys = new Uint32Array(keys.length * 2)
    this.values = new Uint32Array(keys.length * 2)
    this.mask = this.keys.length - 1
    this.size = 0
    for (let slot = 0; slot < keys.length; slot++) {
      if (keys[slot] !== 0) this.set(keys[slot]!, values[slot]!)
    }
  }
}
