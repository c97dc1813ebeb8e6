import type { Letters } from './letters.js'
import { unpackDetector } from './unpack-detector.js'
import type { WordCache } from './word-cache.js'

/** The detector unpacked: which grams, words and word pairs speak for which language. */
export interface DetectorTable {
  /** BCP 47, in the order of the weights. */
  readonly languages: readonly string[]
  readonly letters: Letters
  /**
   * Open-address table: key, then where the feature's weights begin times 16 plus how many they are. Key 0: empty slot.
   * Each beginning of a gram is in it too, with no weights if it has none, so that a search may stop at the first miss.
   */
  readonly slots: Int32Array
  /** 32 less the number of bits of a slot's number. */
  readonly shift: number
  /** Place of the language times 16, plus the weight plus 8 (weights are -7 to 7). */
  readonly weights: Uint8Array
  /** What was fitted beside the weights: name, numbers. */
  readonly settings: ReadonlyMap<string, readonly number[]>
  readonly cache: WordCache
}

const tables = new WeakMap<object, DetectorTable | null>()
let latest: { readonly packed: string; readonly table: DetectorTable } | undefined

/**
 * The table of the first of `languages` that has one; `null` where none has. Unpacked at first use (some milliseconds),
 * kept as long as the language value lives; languages that share a table share the work.
 */
export function detectorTable(languages: readonly { readonly detector: string }[]): DetectorTable | null {
  const first = languages[0]
  if (!first) return null
  let table = tables.get(first)
  if (table === undefined) {
    const packed = languages.find((language) => language.detector !== '')?.detector ?? ''
    if (packed === '') table = null
    else {
      if (latest?.packed !== packed) latest = { packed, table: unpackDetector(packed) }
      table = latest.table
    }
    tables.set(first, table)
  }
  return table
}
