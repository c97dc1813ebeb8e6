/**
 * Lucene's MoreLikeThis, by its formula: the 25 terms of the article with the highest tf × idf as a query scored by BM25
 * (k1 1.2, b .75). Snowball stems, title and body as one. Without its default limits (two in the article, five articles),
 * which cost it .03 here.
 */
import type { Article } from '../../../src/model/article.js'
import { countArticles, countStems, snowballStems } from './snowball-stems.js'

interface Index {
  readonly ids: string[]
  readonly counts: Map<string, number>[]
  readonly lengths: number[]
  readonly documents: Map<string, number>
}

export function buildRelatedIndex(articles: readonly Article[]): Index {
  const stems = articles.map((article) => snowballStems(article, 1))
  const counts = stems.map(countStems)
  return {
    ids: articles.map(({ id }) => id!),
    counts,
    lengths: stems.map(({ length }) => length),
    documents: countArticles(counts),
  }
}

export function related(
  { ids, counts, lengths, documents }: Index,
  id: string,
  { limit }: { limit: number },
): { id: string; score: number }[] {
  const size = ids.length
  const mean = lengths.reduce((sum, length) => sum + length, 0) / size
  const own = counts[ids.indexOf(id)]!
  const query = [...own]
    .map(([term, count]) => ({ term, weight: count * (1 + Math.log((size + 1) / (documents.get(term)! + 1))) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 25)
  return ids
    .map((other, place) => {
      let score = 0
      for (const { term } of query) {
        const count = counts[place]!.get(term) ?? 0
        const holding = documents.get(term)!
        const idf = Math.log(1 + (size - holding + 0.5) / (holding + 0.5))
        score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * lengths[place]!) / mean))
      }
      return { id: other, score }
    })
    .filter((other) => other.id !== id)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}
