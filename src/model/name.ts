import type { Span } from './span.js'

/** A name of somebody or something. */
export interface Name extends Span {
  readonly kind: 'person' | 'organisation' | 'place' | 'other'
  /** Calibrated probability 0–1. */
  readonly confidence: number
}
