import type { Article, ArticleFormat } from '../model/article.js'
import type { Removed, Teaser } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { ReadBlock, Reading } from './reading.js'

/** The blocks of a reading that are the article, and what the rest of the page says about it. */
export interface FoundArticle {
  /** In order, kinds corrected. */
  readonly blocks: readonly ReadBlock[]
  readonly title?: string
  readonly lead?: string
  readonly byline?: string
  readonly publishedAt?: string
  readonly teasers: readonly Teaser[]
  readonly removed: readonly Removed[]
}

/** Which blocks of a reading are the article. FIRST VERSION: all of them. */
export function findArticle(
  _languages: readonly Language[],
  reading: Reading,
  _format: ArticleFormat,
  _article: Article,
): FoundArticle {
  return { blocks: reading.blocks, teasers: [], removed: [] }
}
