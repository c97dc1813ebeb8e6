/** The cosine of natural's TfIdf, as a peer: its tokenizer, its stop words. */
import type { Article } from '../../../src/model/article.js'

type TfIdfClass = new () => {
  addDocument(text: string): void
  listTerms(document: number): { term: string; tfidf: number }[]
}
const { TfIdf } = (await import('natural/lib/natural/tfidf/index.js' as string)).default as { TfIdf: TfIdfClass }

interface Index {
  readonly ids: string[]
  readonly vectors: Map<string, number>[]
}

export function buildRelatedIndex(articles: readonly Article[]): Index {
  const counts = new TfIdf()
  for (const { title = '', body } of articles) counts.addDocument(`${title} ${body}`)
  const vectors = articles.map((_, place) => {
    const terms = counts.listTerms(place)
    const norm = Math.sqrt(terms.reduce((sum, { tfidf }) => sum + tfidf * tfidf, 0)) || 1
    return new Map(terms.map(({ term, tfidf }) => [term, tfidf / norm]))
  })
  return { ids: articles.map(({ id }) => id!), vectors }
}

export function related(
  { ids, vectors }: Index,
  id: string,
  { limit }: { limit: number },
): { id: string; score: number }[] {
  const own = vectors[ids.indexOf(id)]!
  return ids
    .map((other, place) => {
      let score = 0
      for (const [term, weight] of own) score += weight * (vectors[place]!.get(term) ?? 0)
      return { id: other, score }
    })
    .filter((other) => other.id !== id)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}
