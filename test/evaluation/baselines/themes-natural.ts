/** natural's TfIdf with stop words of the text's language; one document, so its idf is the same for all words. */
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js'
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import { stopwordsOf } from '../../../src/words/stopwords.js'

interface Asked {
  readonly title: string
  readonly body: string
  readonly language: string
}

export function extractThemes({ title, body, language }: Asked, { limit }: { limit: number }): { label: string }[] {
  const stopwords = stopwordsOf(language === 'da' ? da : en)
  const tfidf = new TfIdf()
  const words = `${title} ${body}`.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  tfidf.addDocument(words.filter((word) => !stopwords.has(word) && word.length > 1))
  const terms = tfidf.listTerms(0) as { term: string }[]
  return terms.slice(0, limit).map(({ term }) => ({ label: term }))
}
