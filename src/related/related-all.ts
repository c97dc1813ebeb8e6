import type { RelatedArticle } from '../model/related.js'
import { compareText } from '../similarity/compare-text.js'
import { findPlace, queryAt } from './find-place.js'
import { openIndex, type RelatedIndex } from './related-index.js'
import { checkOptions, type RelatedOptions } from './related-options.js'
import { selectRelated } from './select-related.js'

/**
 * The related articles of every article of the index, drafts too, in order of id: each list as `related` gives it.
 * A generator: nothing is held but the list at hand.
 */
export function* relatedAll(
  index: RelatedIndex,
  options: RelatedOptions = {},
): Generator<{ id: string; related: RelatedArticle[] }, undefined> {
  const state = openIndex(index, 'relatedAll')
  const checked = checkOptions(options, 'relatedAll')
  const ids = state.segments.flatMap(({ rows }, segment) =>
    rows.articles.filter((_, row) => !state.removed[segment]![row]).map(({ id }) => id),
  )
  for (const id of ids.sort(compareText)) {
    yield { id, related: selectRelated(state, queryAt(state, findPlace(state, id)!), checked) }
  }
  return undefined
}
