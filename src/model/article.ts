import type { Document } from './document.js'

/** How the body of an article is written. `auto` looks at the body itself. */
export type ArticleFormat = 'auto' | 'text' | 'html' | 'markdown' | 'wordpress'

/** An article as a CMS holds it. Only `body` is needed. */
export interface Article {
  /** Required where articles are indexed. */
  readonly id?: string
  readonly title?: string
  readonly lead?: string
  readonly byline?: string
  readonly body: string
  /** Default `auto`. */
  readonly format?: ArticleFormat
  /** BCP 47, if the CMS knows it; else it is detected. */
  readonly language?: string
  /** Articles that are translations of each other share it. */
  readonly translationGroup?: string
  /** ISO 8601. */
  readonly publishedAt?: string
  /** ISO 8601. */
  readonly updatedAt?: string
  readonly status?: 'published' | 'draft' | 'scheduled'
  readonly author?: string
  readonly url?: string
  readonly tags?: readonly string[]
  /** Ids an editor always wants as related. */
  readonly pins?: readonly string[]
  /** Ids an editor never wants as related. */
  readonly excludes?: readonly string[]
  /** Passed through untouched. */
  readonly meta?: Readonly<Record<string, unknown>>
}

/** What every function that reads an article accepts: bare text, an article, or a document already parsed. */
export type ArticleInput = string | Article | Document
