import { KlartekstError } from '../klartekst-error.js'
import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { IndexedArticle } from './indexed-article.js'
import { layOutRows } from './lay-out-rows.js'
import { readEntry } from './read-entry.js'
import type { IndexState, Query } from './related-index.js'
import { weighRows } from './weigh-rows.js'

/** Where an article stands in an index. */
export interface Place {
  readonly segment: number
  readonly row: number
}

/** The live row of an id, or undefined. O(segments × log size). */
export function findPlace({ segments, removed }: IndexState, id: string): Place | undefined {
  for (let segment = segments.length - 1; segment >= 0; segment--) {
    const row = segments[segment]!.rows.articles.find(id)
    if (row >= 0 && !removed[segment]![row]) return { segment, row }
  }
  return undefined
}

/** The live row of an id that a caller named. */
export function requirePlace(state: IndexState, id: string, caller: string): Place {
  const place = findPlace(state, id)
  if (place) return place
  throw new KlartekstError(
    'UNKNOWN_ID',
    `${caller}: the index holds no article with the id "${id}".`,
    'Add it with upsertArticles, or pass the article itself.',
    id,
  )
}

/** An indexed article as a query. */
export function queryAt({ segments }: IndexState, { segment, row }: Place): Query {
  return { weighed: segments[segment]!, row }
}

/** What an index knows of the article of a query. */
export function articleOf({ weighed, row }: Query): IndexedArticle {
  return weighed.rows.articles.at(row)
}

/** A query by id, or by an article that need not be in the index; its text is read as it stands now. */
export function readQuery(
  languages: readonly Language[],
  state: IndexState,
  idOrArticle: string | Article | Document,
  caller: string,
): Query {
  if (typeof idOrArticle === 'string') return queryAt(state, requirePlace(state, idOrArticle, caller))
  const entry = readEntry(languages, idOrArticle, idOrArticle?.id ?? '')
  return { weighed: weighRows(layOutRows([entry]), state.statistics), row: 0 }
}
