import { duplicateId, indexEntries } from './build-related-index.js'
import { liveEntries } from './lay-out-rows.js'
import { openIndex, type RelatedIndex } from './related-index.js'

/**
 * The index of all the archives together, weighed anew: the same as one build of all the articles, in whatever shards.
 * @throws KlartekstError DUPLICATE_ID where two indexes hold the same id.
 */
export function mergeIndexes(...indexes: readonly RelatedIndex[]): RelatedIndex {
  const entries = indexes.flatMap((index) => liveEntries(openIndex(index, 'mergeIndexes')))
  const seen = new Set<string>()
  for (const { article } of entries) {
    if (seen.has(article.id)) throw duplicateId('mergeIndexes', article.id)
    seen.add(article.id)
  }
  return indexEntries(entries)
}
