import type { KnownWord } from './known-word.js'
import type { WordForm } from './word-form.js'

/** Numbers beside the words of a store, by entry; see `FormStore`. */
interface Columns {
  hashes: Int32Array
  offsets: Int32Array
  lengths: Int32Array
  /** Number of the reading that last met the entry, and last met it where no sentence starts. */
  met: Int32Array
  metInside: Int32Array
  /** Place among the forms of that reading. */
  forms: Int32Array
}

/**
 * The distinct words met lately, found without cutting them out of their text: a hash table over their units. What is
 * known of a word is kept from one document to the next; what a document says of it holds for one reading.
 */
export class FormStore {
  /** How many words are kept; entries are numbered from 0. */
  size = 0
  reading = 0
  /** Beside the entries, filled by who adds them: forms that are the same in every document; what is known of others. */
  readonly settled: (WordForm | undefined)[] = []
  readonly known: (KnownWord | undefined)[] = []
  columns: Columns = makeColumns(256)
  private slots: Int32Array = new Int32Array(1024)
  private units: Uint16Array = new Uint16Array(4096)
  unitCount = 0

  /**
   * The entry of a stretch of text, or `-1`. `hash` is `hashOf` the same stretch.
   * @remarks Stretches that differ in `isNumber`, which is part of the hash, are different entries.
   */
  find(text: string, start: number, end: number, hash: number): number {
    const { hashes, offsets, lengths } = this.columns
    const { slots, units } = this
    const mask = slots.length - 1
    const length = end - start
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot]! - 1
      if (entry < 0) return -1
      if (hashes[entry] !== hash || lengths[entry] !== length) continue
      let offset = offsets[entry]!
      let at = start
      while (at < end && units[offset] === text.charCodeAt(at)) {
        at++
        offset++
      }
      if (at === end) return entry
    }
  }

  /** Adds a stretch that has no entry; gives its entry. */
  add(text: string, start: number, end: number, hash: number): number {
    if (this.size === this.columns.hashes.length) this.growColumns()
    if (this.size * 3 >= this.slots.length) this.growSlots()
    while (this.unitCount + end - start > this.units.length) this.units = wider(this.units, Uint16Array)
    const entry = this.size++
    const { hashes, offsets, lengths } = this.columns
    hashes[entry] = hash
    offsets[entry] = this.unitCount
    lengths[entry] = end - start
    for (let at = start; at < end; at++) this.units[this.unitCount++] = text.charCodeAt(at)
    this.place(entry)
    return entry
  }

  /** Whether this reading has met an entry where no sentence starts. */
  hasMetInside(entry: number): boolean {
    return this.columns.metInside[entry] === this.reading
  }

  /** Whether this reading has met a word. */
  hasMet(word: string): boolean {
    const entry = this.find(word, 0, word.length, hashOf(word, 0, word.length, false))
    return entry >= 0 && this.columns.met[entry] === this.reading
  }

  private place(entry: number): void {
    const mask = this.slots.length - 1
    let slot = this.columns.hashes[entry]! & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = entry + 1
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let entry = 0; entry < this.size; entry++) this.place(entry)
  }

  private growColumns(): void {
    const { hashes, offsets, lengths, met, metInside, forms } = this.columns
    const double = (column: Int32Array): Int32Array => wider(column, Int32Array)
    this.columns = {
      ...{ hashes: double(hashes), offsets: double(offsets), lengths: double(lengths) },
      ...{ met: double(met), metInside: double(metInside), forms: double(forms) },
    }
  }
}

/** FNV-1a over the units of a stretch, spread by a final mix. */
export function hashOf(text: string, start: number, end: number, isNumber: boolean): number {
  let hash = isNumber ? 0x1b873593 : 0x811c9dc5 | 0
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

function makeColumns(room: number): Columns {
  const column = (): Int32Array => new Int32Array(room)
  return {
    ...{ hashes: column(), offsets: column(), lengths: column() },
    met: column(),
    metInside: column(),
    forms: column(),
  }
}

function wider<Column extends Int32Array | Uint16Array>(column: Column, make: new (room: number) => Column): Column {
  const result = new make(column.length * 2)
  result.set(column)
  return result
}
