/** `extractPullQuotes` and `parseArticle` as the scorers call them. */
import { da } from '../../../src/da.js'
import { parseArticle as parse } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import type { Document } from '../../../src/model/document.js'
import type { PullQuote } from '../../../src/model/pull-quote.js'
import { extractPullQuotes as extract, type PullQuoteOptions } from '../../../src/quotes/extract-pull-quotes.js'

const languages = [da, en]

export function parseArticle(article: Article): Document {
  return parse(languages, article)
}

export function extractPullQuotes(article: Article, options?: PullQuoteOptions): PullQuote[] {
  return extract(languages, article, options)
}
