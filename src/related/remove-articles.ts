import { KlartekstError } from '../klartekst-error.js'
import { findAffected } from './find-affected.js'
import { findPlace } from './find-place.js'
import { openIndex, type RelatedIndex, wrapIndex } from './related-index.js'
import { type IndexChange, markRemoved } from './upsert-articles.js'

/**
 * The index without some articles. The old index stays as it was, the weights stay as they are (see `upsertArticles`).
 * @throws KlartekstError UNKNOWN_ID where the index does not hold an id.
 */
export function removeArticles(index: RelatedIndex, ids: Iterable<string>): IndexChange {
  const state = openIndex(index, 'removeArticles')
  const wanted = [...new Set(ids)]
  for (const id of wanted) {
    if (findPlace(state, id)) continue
    throw new KlartekstError(
      'UNKNOWN_ID',
      `removeArticles: the index holds no article with the id "${id}".`,
      'Leave it out; it may have been removed before.',
      id,
    )
  }
  if (wanted.length === 0) return { index, affected: [] }
  const next = markRemoved(state, wanted)
  return { index: wrapIndex(next), affected: findAffected(state, next, wanted) }
}
