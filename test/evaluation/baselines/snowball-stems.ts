import snowball from 'snowball-stemmers'
import * as stopword from 'stopword'
import type { Article } from '../../../src/model/article.js'

const kits = {
  da: { stemmer: snowball.newStemmer('danish'), stopwords: new Set<string>(stopword.dan) },
  en: { stemmer: snowball.newStemmer('english'), stopwords: new Set<string>(stopword.eng) },
}

/** Snowball stems of an article without stop words, the title some times over. */
export function snowballStems({ language, title = '', body }: Article, titles: number): string[] {
  const { stemmer, stopwords } = kits[language === 'da' ? 'da' : 'en']
  const words =
    `${`${title} `.repeat(titles)}${body}`
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => word.length > 1 && !stopwords.has(word)).map((word) => stemmer.stem(word))
}

/** How often each stands there. */
export function countStems(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** In how many of some articles each stem stands. */
export function countArticles(articles: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  return countStems(articles.flatMap((counts) => [...counts.keys()]))
}
