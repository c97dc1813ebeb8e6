import { readFileSync } from 'node:fs'
import type { Article } from '../../src/model/article.js'
import { buildRelatedIndex, related } from './adapters/related.js'
import { evaluationFile } from './run-scorer.js'

/** How evenly an archive's articles are shown. Shares of all its articles. */
export interface Exposure {
  readonly archive: string
  readonly articles: number
  /** The lists that the most shown article is in. */
  readonly mostShown: number
  /** The articles that are in no list. */
  readonly neverShown: number
}

/** Who is in the lists of five of all articles of an archive, in one language of it where it has two. */
export function measureExposure(folder: string, language?: string): Exposure {
  const articles = readFileSync(evaluationFile(`related/${folder}/articles.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Article)
    .filter((article) => !language || article.language === language)
  const index = buildRelatedIndex(articles)
  const shown = new Map<string, number>()
  for (const { id } of articles) {
    for (const other of related(index, id!, { limit: 5, languages: 'same', diversity: 0, minScore: 0 })) {
      shown.set(other.id, (shown.get(other.id) ?? 0) + 1)
    }
  }
  return {
    archive: language ? `${folder} ${language}` : folder,
    articles: articles.length,
    mostShown: Math.max(0, ...shown.values()) / articles.length,
    neverShown: (articles.length - shown.size) / articles.length,
  }
}
