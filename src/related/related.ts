import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { RelatedArticle } from '../model/related.js'
import { readQuery } from './find-place.js'
import { openIndex, type RelatedIndex } from './related-index.js'
import { checkOptions, type RelatedOptions } from './related-options.js'
import { selectRelated } from './select-related.js'

/**
 * The articles that belong with one, best first.
 *
 * An article's `pins` come first, in their order; then by `score`: the chance that an editor would link the two, from
 * the words they share, moved by what the options say (`adjustments`). Never the article itself, a translation, a copy
 * of it or of one already listed, an article that either excludes, a draft, or one dated after `now`.
 * @param idOrArticle - an id in the index, or an article (a draft, say) that need not be in it; if its id is in the
 *   index, the text given counts.
 * @returns at most `limit`; short or empty where nothing reaches `minScore`. `reasons` name the shared themes; their
 *   weights sum to the score before adjustments.
 * @throws KlartekstError UNKNOWN_ID; TypeError and RangeError for options out of range.
 * @remarks O(postings of the article's terms). Order: score, then newest, then id.
 */
export function related(
  languages: readonly Language[],
  index: RelatedIndex,
  idOrArticle: string | Article | Document,
  options: RelatedOptions = {},
): RelatedArticle[] {
  const state = openIndex(index, 'related')
  return selectRelated(state, readQuery(languages, state, idOrArticle, 'related'), checkOptions(options, 'related'))
}
