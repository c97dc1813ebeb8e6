/** TF-IDF over Snowball stems without stop words, the title three times, cosine: what a careful plugin would do. */
import snowball from 'snowball-stemmers'
import * as stopword from 'stopword'
import type { Article } from '../../../src/model/article.js'

interface Index {
  readonly ids: string[]
  readonly vectors: Map<string, number>[]
}

const kits = {
  da: { stemmer: snowball.newStemmer('danish'), stopwords: new Set<string>(stopword.dan) },
  en: { stemmer: snowball.newStemmer('english'), stopwords: new Set<string>(stopword.eng) },
}

function stems({ language, title = '', body }: Article): string[] {
  const { stemmer, stopwords } = kits[language === 'da' ? 'da' : 'en']
  const words =
    `${title} ${title} ${title} ${body}`
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length > 1 && !stopwords.has(word)).map((word) => stemmer.stem(word))
}

export function buildRelatedIndex(articles: readonly Article[]): Index {
  const counts = articles.map((article) => {
    const terms = new Map<string, number>()
    for (const stem of stems(article)) terms.set(stem, (terms.get(stem) ?? 0) + 1)
    return terms
  })
  const documents = new Map<string, number>()
  for (const terms of counts) for (const term of terms.keys()) documents.set(term, (documents.get(term) ?? 0) + 1)
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
