/**
 * What the words of one language are called in another, as data: a string that its users unpack at first use. Given in
 * `bridges` to `similarity`, `related`, `relatedAll` and `findDuplicates`, which then compare articles across the two.
 */
export interface Bridge {
  /** BCP 47. */
  readonly languages: readonly [string, string]
  /** Lemmas of the second language with those of the first that they go with, packed by data/learn/pack-bridge.ts. */
  readonly terms: string
}
