import type { Reason } from './reason.js'
import type { Span } from './span.js'

/** A line that an editor lifted from the article, or could lift. */
export interface PullQuote {
  readonly text: string
  /** One to three whole sentences; absent only for an editor's quote that is not in the text. */
  readonly span?: Span
  readonly score: number
  readonly source: 'editor' | 'suggested'
  /** `pull`: lifted from the text; `source`: words of somebody quoted in it. */
  readonly kind: 'pull' | 'source'
  /** Editor's quotes: how it stands in the text. */
  readonly match?: 'exact' | 'normalized' | 'fuzzy' | 'none'
  readonly attribution?: string
  readonly reasons: readonly Reason[]
}
