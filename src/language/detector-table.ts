import type { Letters } from './letters.js'

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

/** What words say, remembered: the common words of a text come again and again. Never changes an answer. */
export interface WordCache {
  readonly hashes: Int32Array
  readonly lengths: Uint8Array
  readonly codes: Uint8Array
  readonly sums: Int16Array
}
