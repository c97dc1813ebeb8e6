import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { compareText } from '../similarity/compare-text.js'
import { readEntries } from './build-related-index.js'
import { findAffected } from './find-affected.js'
import { findPlace } from './find-place.js'
import { entryAt, layOutRows } from './lay-out-rows.js'
import { type IndexState, openIndex, type RelatedIndex, type Segment, wrapIndex } from './related-index.js'
import { weighRows } from './weigh-rows.js'

/** An index after a change. */
export interface IndexChange {
  readonly index: RelatedIndex
  /** Ids, by code point, whose list under the default options may have changed; those changed themselves among them. */
  readonly affected: readonly string[]
}

/**
 * The index with articles added, or put in the place of those with the same id. Idempotent; the old texts are not
 * needed, the old index stays as it was. The weights stay those of the statistics the index was made with
 * (`indexInfo` tells how far the archive has moved on, `reweighIndex` renews them).
 * @throws KlartekstError MISSING_ID, DUPLICATE_ID (within `articles`).
 * @remarks Time in proportion to the articles given and their postings; now and then, small parts are joined.
 */
export function upsertArticles(
  languages: readonly Language[],
  index: RelatedIndex,
  articles: Iterable<Article | Document>,
): IndexChange {
  const state = openIndex(index, 'upsertArticles')
  const entries = readEntries(languages, articles, 'upsertArticles')
  if (entries.length === 0) return { index, affected: [] }
  const ids = entries.map(({ article }) => article.id)
  const before = ids.filter((id) => findPlace(state, id))
  const thinned = markRemoved(state, before)
  const added = weighRows(layOutRows(entries), state.statistics)
  const next = joinSmall({
    statistics: state.statistics,
    segments: [...thinned.segments, added],
    removed: [...thinned.removed, new Uint8Array(entries.length)],
  })
  const affected = new Set([...findAffected(state, before), ...findAffected(next, ids)])
  return { index: wrapIndex(next), affected: [...affected].sort(compareText) }
}

/** The state without some of its articles. */
export function markRemoved(state: IndexState, ids: readonly string[]): IndexState {
  if (ids.length === 0) return state
  const copied = new Map<number, Uint8Array>()
  for (const id of ids) {
    const place = findPlace(state, id)
    if (!place) continue
    const removed = copied.get(place.segment) ?? state.removed[place.segment]!.slice()
    removed[place.row] = 1
    copied.set(place.segment, removed)
  }
  return { ...state, removed: state.removed.map((removed, segment) => copied.get(segment) ?? removed) }
}

/** Joins the last segments while the one before is not much larger: there are never more than a few. */
function joinSmall(state: IndexState): IndexState {
  const segments = [...state.segments]
  const removed = [...state.removed]
  const sizeOf = (segment: Segment): number => segment.rows.articles.length
  while (segments.length > 1 && sizeOf(segments.at(-2)!) <= 2 * sizeOf(segments.at(-1)!)) {
    const joined = [-2, -1].flatMap((at) => {
      const { rows } = segments.at(at)!
      return rows.articles.flatMap((_, row) => (removed.at(at)![row] ? [] : [entryAt(rows, row)]))
    })
    segments.splice(-2, 2, weighRows(layOutRows(joined), state.statistics))
    removed.splice(-2, 2, new Uint8Array(joined.length))
  }
  return { statistics: state.statistics, segments, removed }
}
