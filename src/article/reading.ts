import type { BlockKind, MarkedQuote, Removed } from '../model/document.js'
import type { Span } from '../model/span.js'

/** A stretch of a block's text, and the stretch of the body it was read from. Same length: unit stands for unit. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Words of a block that the author set apart; offsets into the block's pieces joined. */
export interface BlockMark extends Span {
  readonly kind: 'strong' | 'emphasis' | 'link'
}

/** A block as a reader of one format sees it, before anybody has asked whether it belongs to the article. */
export interface ReadBlock {
  readonly kind: BlockKind
  readonly level?: number
  readonly pieces: readonly Piece[]
  readonly marks: readonly BlockMark[]
  readonly source: Span
  /**
   * Not in plain text: the enclosing elements, outermost first, the block's own element last. Blocks within one element hold
   * the same `ElementHint` object, so that identity says which blocks stand together.
   */
  readonly path?: readonly ElementHint[]
}

/** An enclosing element of a block. */
export interface ElementHint {
  readonly tag: string
  /** `class`, `id`, `role`, `itemprop` and the like, lower case, joined by spaces. */
  readonly names: string
}

/** What a reader of one format returns. */
export interface Reading {
  readonly blocks: readonly ReadBlock[]
  readonly markedQuotes: readonly MarkedQuote[]
  readonly removed: readonly Removed[]
  /** What the format itself says of the article: front matter, `<meta>`, JSON-LD. */
  readonly meta: ReadingMeta
}

/** Facts about the article that its format states. */
export interface ReadingMeta {
  readonly title?: string
  readonly lead?: string
  readonly byline?: string
  readonly publishedAt?: string
  readonly url?: string
  readonly language?: string
  readonly tags?: readonly string[]
  /** JSON-LD only: the article's words, as plain text. */
  readonly articleBody?: string
  /** HTML only: the text of `<title>`, which often ends with the site's name. */
  readonly pageTitle?: string
  /** HTML only: it is a whole page (`<html>`, `<head>` or `<body>`), not a fragment from a CMS. */
  readonly isPage?: boolean
}
