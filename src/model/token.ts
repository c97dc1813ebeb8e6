import type { Span } from './span.js'

/** A token of a text. White space belongs to none. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'punctuation' | 'symbol'
}
