import { compareText } from '../similarity/compare-text.js'
import type { IndexedArticle } from './indexed-article.js'

import { packTexts, type TextList, textAt } from './text-list.js'

/** What an index knows of its articles, in order of id. Of a loaded index each is read from its bytes when it is first asked for. */
export class ArticleList {
  private constructor(
    readonly size: number,
    private readonly records: (IndexedArticle | undefined)[],
    private readonly ids: TextList | undefined,
    private readonly packed: TextList | undefined,
  ) {}

  /** @param articles - in order of id, ids distinct. */
  static of(articles: readonly IndexedArticle[]): ArticleList {
    return new ArticleList(articles.length, [...articles], undefined, undefined)
  }

  /** What `pack` gave. */
  static packed(ids: TextList, records: TextList): ArticleList {
    return new ArticleList(ids.starts.length - 1, [], ids, records)
  }

  /** Ids and the rest as bytes. What JSON cannot say in `meta` is lost. */
  pack(): { ids: TextList; records: TextList } {
    if (this.ids && this.packed) return { ids: this.ids, records: this.packed }
    const rest = this.records.map((article) => JSON.stringify({ ...article, id: undefined }))
    return { ids: packTexts(this.records.map((article) => article!.id)), records: packTexts(rest) }
  }

  at(row: number): IndexedArticle {
    let article = this.records[row]
    if (!article) {
      article = { ...(JSON.parse(textAt(this.packed!, row)) as IndexedArticle), id: this.idAt(row) }
      this.records[row] = article
    }
    return article
  }

  idAt(row: number): string {
    return this.records[row]?.id ?? textAt(this.ids!, row)
  }

  /** The row of an id, or -1. O(log size). */
  find(id: string): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = compareText(this.idAt(middle), id)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle
    }
    return -1
  }
}
