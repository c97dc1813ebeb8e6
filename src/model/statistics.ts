/**
 * Counts over an archive, by language: how many articles hold each term key. A commutative monoid under
 * `mergeStatistics`, so shards may be counted apart. Plain JSON; terms in code-point order.
 */
export interface ArchiveStatistics {
  readonly languages: readonly LanguageStatistics[]
}

/** Counts over the articles of one language. */
export interface LanguageStatistics {
  readonly language: string
  readonly articles: number
  readonly terms: readonly string[]
  /** Beside `terms`: articles that hold the term, at least 1. */
  readonly counts: readonly number[]
}
