/** Numbers of the distinct stretches of a text, found without cutting them out: a hash table over their units. */
export class SurfaceTable {
  private readonly text: string
  private slots: Int32Array = new Int32Array(256).fill(-1)
  private size = 0
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  private readonly numbers: number[] = []
  private readonly hashes: number[] = []

  constructor(text: string) {
    this.text = text
  }

  /** The number given to an equal stretch, or -1. */
  find(start: number, end: number): number {
    const entry = this.slots[this.slotOf(this.hash(start, end), start, end)]!
    return entry < 0 ? -1 : this.numbers[entry]!
  }

  /** Gives a stretch its number; it must not have one. */
  add(start: number, end: number, number: number): void {
    if (this.size * 2 >= this.slots.length) this.grow()
    const hash = this.hash(start, end)
    this.slots[this.slotOf(hash, start, end)] = this.size++
    this.starts.push(start)
    this.ends.push(end)
    this.numbers.push(number)
    this.hashes.push(hash)
  }

  /** FNV-1a over code units, spread by a final mix. */
  private hash(start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ this.text.charCodeAt(at), 0x01000193)
    hash ^= hash >>> 15
    return Math.imul(hash, 0x2c1b3c6d) >>> 0
  }

  private slotOf(hash: number, start: number, end: number): number {
    const mask = this.slots.length - 1
    let slot = (hash >>> 7) & mask
    for (;;) {
      const entry = this.slots[slot]!
      if (entry < 0 || (this.hashes[entry] === hash && this.equal(entry, start, end))) return slot
      slot = (slot + 1) & mask
    }
  }

  private equal(entry: number, start: number, end: number): boolean {
    const from = this.starts[entry]!
    if (this.ends[entry]! - from !== end - start) return false
    for (let at = start; at < end; at++) {
      if (this.text.charCodeAt(at) !== this.text.charCodeAt(from + at - start)) return false
    }
    return true
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let entry = 0; entry < this.size; entry++) {
      this.slots[this.slotOf(this.hashes[entry]!, this.starts[entry]!, this.ends[entry]!)] = entry
    }
  }
}
