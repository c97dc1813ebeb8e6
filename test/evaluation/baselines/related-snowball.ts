/** TF-IDF over Snowball stems without stop words, the title three times, cosine: what a careful plugin would do. */
import type { Article } from '../../../src/model/article.js'
import { countArticles, countStems, snowballStems } from './snowball-stems.js'

interface Index {
  readonly ids: string[]
  readonly vectors: Map<string, number>[]
}

export function buildRelatedIndex(articles: readonly Article[]): Index {
  const counts = articles.map((article) => countStems(snowballStems(article, 3)))
  const documents = countArticles(counts)
  const vectors = counts.map((terms) => {
    const weights = [...terms].map(
      ([term, count]) => [term, (1 + Math.log(count)) * Math.log(articles.length / documents.get(term)!)] as const,
    )
    const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
    return new Map(weights.map(([term, weight]) => [term, weight / norm]))
  })
  return { ids: articles.map(({ id }) => id!), vectors }
}

export { related } from './related-natural.js'
