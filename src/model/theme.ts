import type { Reason } from './reason.js'
import type { Span } from './span.js'

/** What a theme is. */
export type ThemeKind = 'topic' | 'person' | 'organisation' | 'place' | 'work' | 'event'

/** A subject of the article. */
export interface Theme {
  /** A phrase as a reader would write it as a tag. */
  readonly label: string
  /** Stable over an archive: same theme, same key, whatever its inflection, e.g. `da:digital-medie`. */
  readonly key: string
  /** 0–1, four decimals; comparable within one article. */
  readonly score: number
  readonly kind: ThemeKind
  /** Surface forms found, commonest first. */
  readonly variants: readonly string[]
  readonly spans: readonly Span[]
  readonly reasons: readonly Reason[]
}
