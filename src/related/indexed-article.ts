import type { Article } from '../model/article.js'

/** What an index knows of an article beside its text: what filters see. */
export type IndexedArticle = Omit<Article, 'body' | 'format' | 'lead' | 'byline' | 'id' | 'language'> & {
  readonly id: string
  readonly language: string
}
