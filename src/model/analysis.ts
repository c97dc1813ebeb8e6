import type { LanguageDetection, LanguageSpan } from './detection.js'
import type { PullQuote } from './pull-quote.js'
import type { Theme } from './theme.js'

/** Everything klartekst says about one article. */
export interface ArticleAnalysis {
  readonly id?: string
  readonly title?: string
  readonly language: LanguageDetection
  readonly languageSpans: readonly LanguageSpan[]
  readonly themes: readonly Theme[]
  readonly pullQuotes: readonly PullQuote[]
  readonly statistics: TextStatistics
  readonly model: ModelInfo
}

/** Size and difficulty of a text. */
export interface TextStatistics {
  readonly words: number
  readonly sentences: number
  /** At 200 words a minute, one decimal. */
  readonly readingMinutes: number
  /** Björnsson 1968: words per sentence plus percent of words over six letters; one decimal. */
  readonly lix: number
}

/** What answered. */
export interface ModelInfo {
  readonly name: 'klartekst'
  readonly version: string
  /** Fingerprint of the language data. */
  readonly data: string
}
