import type { Reason } from './reason.js'

/** An article that belongs with another. */
export interface RelatedArticle {
  readonly id: string
  readonly title?: string
  readonly language: string
  /** Calibrated, 0–1: comparable between queries and archives. */
  readonly score: number
  readonly source: 'text' | 'pin' | 'fallback'
  /**
   * Shared themes in surface form, strongest first; weights sum to the score's text part. A last one labelled `…` holds
   * together what the shared words too weak to be named add: no theme, not to be shown as one.
   */
  readonly reasons: readonly { readonly label: string; readonly weight: number }[]
  readonly adjustments: readonly Adjustment[]
}

/** What moved a related article up or down beside its text. */
export interface Adjustment {
  readonly kind: 'recency' | 'diversity' | 'same-author'
  readonly factor: number
}

/** Articles with the same text, or translations of each other. */
export interface DuplicateGroup {
  readonly ids: readonly string[]
  readonly score: number
  readonly kind: 'identical' | 'near-duplicate' | 'translation'
  readonly reasons: readonly Reason[]
}
