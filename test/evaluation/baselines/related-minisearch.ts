/** minisearch as a plugin would use it: the 25 strongest words of the article (tf × idf) as a query, title ×2. */
import MiniSearch from 'minisearch'
import type { Article } from '../../../src/model/article.js'

interface Index {
  readonly search: MiniSearch
  readonly queries: Map<string, string>
}

const wordsOf = ({ title = '', body }: Article): string[] =>
  `${title} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

export function buildRelatedIndex(articles: readonly Article[]): Index {
  const search = new MiniSearch({ fields: ['title', 'body'], searchOptions: { boost: { title: 2 } } })
  search.addAll(articles.map(({ id, title, body }) => ({ id, title, body })))
  const documents = new Map<string, number>()
  for (const article of articles) {
    for (const word of new Set(wordsOf(article))) documents.set(word, (documents.get(word) ?? 0) + 1)
  }
  const queries = new Map(
    articles.map((article) => {
      const counts = new Map<string, number>()
      for (const word of wordsOf(article)) counts.set(word, (counts.get(word) ?? 0) + 1)
      const strongest = [...counts]
        .map(([word, count]) => ({ word, weight: count * Math.log(articles.length / documents.get(word)!) }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, 25)
      return [article.id!, strongest.map(({ word }) => word).join(' ')]
    }),
  )
  return { search, queries }
}

export function related(
  { search, queries }: Index,
  id: string,
  { limit }: { limit: number },
): { id: string; score: number }[] {
  return search
    .search(queries.get(id)!)
    .filter((other) => other.id !== id)
    .slice(0, limit)
    .map((other) => ({ id: other.id as string, score: other.score }))
}
