import type { Article } from './article.js'
import type { LanguageDetection } from './detection.js'
import type { Span } from './span.js'

/** What a block of an article is. */
export type BlockKind =
  | 'title'
  | 'lead'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'blockquote'
  | 'pull-quote'
  | 'caption'
  | 'code'
  | 'byline'

/** A block of the article, in reading order. */
export interface Block {
  readonly kind: BlockKind
  /** Headings: 1–6. List items: depth, 1 outermost. */
  readonly level?: number
  /** Where it stands in `document.text`; absent for blocks that are not prose (pull quotes, captions, code, bylines). */
  readonly span?: Span
  /** Where it stands in the input `body`; empty (`start === end`) when it came from another field of the article. */
  readonly source: Span
}

/** One sentence of `document.text`, and the index of the block it stands in. */
export interface Sentence extends Span {
  readonly block: number
}

/** A quote that the editor marked as a pull quote. */
export interface MarkedQuote {
  readonly text: string
  readonly attribution?: string
  readonly markup: 'shortcode' | 'block' | 'html' | 'markdown'
  /** Where it stands in the input `body`. */
  readonly source: Span
}

/** A link to another article that was scraped along. */
export interface Teaser {
  readonly title: string
  readonly summary?: string
}

/** What was taken out of the text, and why. */
export interface Removed {
  readonly kind: 'navigation' | 'boilerplate' | 'byline' | 'disclaimer' | 'teaser' | 'shortcode' | 'script' | 'table'
  readonly text: string
  readonly source: Span
}

/** Words of `document.text` that the author set apart: stress, links. */
export interface Mark extends Span {
  readonly kind: 'strong' | 'emphasis' | 'link'
}

/** An article read: its prose, its blocks, what the editor marked, what was removed. Plain JSON. */
export interface Document extends Omit<Article, 'body' | 'format' | 'language'> {
  /** Title, lead and body as prose, blocks separated by an empty line. NFC. */
  readonly text: string
  readonly language: LanguageDetection
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly markedQuotes: readonly MarkedQuote[]
  readonly teasers: readonly Teaser[]
  readonly removed: readonly Removed[]
  readonly marks: readonly Mark[]
  /**
   * How `text` maps to the input `body`: runs of four numbers, `[textStart, textEnd, bodyStart, bodyEnd]`, ascending in
   * the text. In a run whose two lengths are equal, unit stands for unit; else the run maps as a whole (an entity).
   */
  readonly sourceMap: readonly number[]
}
