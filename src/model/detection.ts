import type { Span } from './span.js'

/** One possible language of a text, with its calibrated probability 0–1. */
export interface LanguageCandidate {
  readonly language: string
  readonly confidence: number
}

/** Which language a text is in. `language` is BCP 47, or `und` where no honest answer exists. */
export interface LanguageDetection {
  readonly language: string
  /** Calibrated probability that `language` is right, 0–1. */
  readonly confidence: number
  /** The likeliest languages, most probable first. */
  readonly candidates: readonly LanguageCandidate[]
}

/** A maximal run of text in one language. */
export interface LanguageSpan extends Span {
  readonly language: string
  readonly confidence: number
}
