import { da } from '../../../src/da.js'
import { parseArticle as parse } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import type { Document } from '../../../src/model/document.js'

/** What the parse scorer calls. */
export function parseArticle(article: Article): Document {
  return parse([da, en], article)
}
