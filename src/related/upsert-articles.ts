import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { readEntries } from './build-related-index.js'
import { findAffected } from './find-affected.js'
import { findPlace } from './find-place.js'
import { entryAt, layOutParts } from './lay-out-rows.js'
import {
  type Entry,
  type IndexState,
  maxRows,
  openIndex,
  type RelatedIndex,
  type Segment,
  wrapIndex,
} from './related-index.js'
import { weighSegment } from './weigh-rows.js'

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
  return upsertEntries(index, readEntries(languages, articles, 'upsertArticles'))
}

/** `upsertArticles` of entries with distinct ids. */
export function upsertEntries(index: RelatedIndex, entries: readonly Entry[]): IndexChange {
  const state = openIndex(index, 'upsertArticles')
  if (entries.length === 0) return { index, affected: [] }
  const ids = entries.map(({ article }) => article.id)
  const before = ids.filter((id) => findPlace(state, id))
  const thinned = markRemoved(state, before)
  const added = layOutParts(entries).map((rows) => weighSegment(rows, state.statistics))
  const next = joinSmall({
    statistics: state.statistics,
    segments: [...thinned.segments, ...added],
    removed: [...thinned.removed, ...added.map(({ rows }) => new Uint8Array(rows.size))],
  })
  return { index: wrapIndex(next), affected: findAffected(state, next, ids) }
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
  const sizeOf = (at: number): number => segments.at(at)!.rows.size
  while (segments.length > 1 && sizeOf(-2) <= 2 * sizeOf(-1) && sizeOf(-2) + sizeOf(-1) <= maxRows) {
    const joined = [-2, -1].flatMap((at) => liveRows(segments.at(at)!, removed.at(at)!))
    const parts = layOutParts(joined).map((rows) => weighSegment(rows, state.statistics))
    segments.splice(-2, 2, ...parts)
    removed.splice(-2, 2, ...parts.map(({ rows }) => new Uint8Array(rows.size)))
  }
  return { statistics: state.statistics, segments, removed }
}

function liveRows({ rows }: Segment, removed: Uint8Array): Entry[] {
  const entries: Entry[] = []
  for (let row = 0; row < rows.size; row++) if (removed[row] === 0) entries.push(entryAt(rows, row))
  return entries
}
