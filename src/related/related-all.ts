import type { RelatedArticle } from '../model/related.js'
import { compareText } from '../similarity/compare-text.js'
import { type Place, queryAt } from './find-place.js'
import { type IndexState, openIndex, type RelatedIndex } from './related-index.js'
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
  for (const { id, place } of livePlaces(state)) {
    yield { id, related: selectRelated(state, queryAt(state, place), checked) }
  }
  return undefined
}

/** Where every live article stands, in order of id. */
function livePlaces({ segments, removed }: IndexState): { id: string; place: Place }[] {
  const places: { id: string; place: Place }[] = []
  for (const [segment, { rows }] of segments.entries()) {
    for (let row = 0; row < rows.size; row++) {
      if (!removed[segment]![row]) places.push({ id: rows.articles.idAt(row), place: { segment, row } })
    }
  }
  // Rows of a segment are in order already.
  return segments.length > 1 ? places.sort((a, b) => compareText(a.id, b.id)) : places
}
