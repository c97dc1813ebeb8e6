/** Most tags in common, newest first: what the plugins of CMSs do. Nothing where there are no tags. */
import type { Article } from '../../../src/model/article.js'

export function buildRelatedIndex(articles: readonly Article[]): readonly Article[] {
  return articles
}

export function related(
  articles: readonly Article[],
  id: string,
  { limit }: { limit: number },
): { id: string; score: number }[] {
  const tags = new Set(articles.find((article) => article.id === id)!.tags)
  return articles
    .filter((article) => article.id !== id)
    .map(({ id: other, tags: others = [], publishedAt = '' }) => ({
      id: other!,
      publishedAt,
      score: others.filter((tag) => tags.has(tag)).length,
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.publishedAt < b.publishedAt ? 1 : -1))
    .slice(0, limit)
}
