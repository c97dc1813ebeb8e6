import type { Span } from './span.js'

/** A theme that two articles share, and what it adds to their score. */
export interface SharedTheme {
  readonly label: string
  readonly weight: number
  readonly spansA: readonly Span[]
  readonly spansB: readonly Span[]
}

/** How alike two articles are. */
export interface Similarity {
  /** 0–1. */
  readonly score: number
  /** Strongest first. */
  readonly sharedThemes: readonly SharedTheme[]
  readonly languages: readonly [string, string]
}

/** An article as a point: terms in code-point order, weights of L2 norm 1 (or both empty). */
export interface TermVector {
  readonly terms: readonly string[]
  readonly weights: readonly number[]
}
