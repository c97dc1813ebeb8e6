/** What the scorers of related articles call across Danish and English. */
import { da } from '../../../src/da.js'
import { daEn } from '../../../src/da-en.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import type { DuplicateGroup, RelatedArticle } from '../../../src/model/related.js'
import { buildRelatedIndex as build } from '../../../src/related/build-related-index.js'
import { findDuplicates as find } from '../../../src/related/find-duplicates.js'
import { related as relatedTo } from '../../../src/related/related.js'
import type { RelatedIndex } from '../../../src/related/related-index.js'
import type { RelatedOptions } from '../../../src/related/related-options.js'

const languages = [da, en]
const bridges = [daEn]

export function buildRelatedIndex(articles: Iterable<Article>): RelatedIndex {
  return build(languages, articles)
}

export function related(index: RelatedIndex, id: string, options: RelatedOptions): RelatedArticle[] {
  return relatedTo(languages, index, id, { ...options, bridges })
}

export function findDuplicates(index: RelatedIndex): DuplicateGroup[] {
  return find(index, { bridges, kinds: ['translation'] })
}
