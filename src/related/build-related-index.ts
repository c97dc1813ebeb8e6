import { KlartekstError } from '../klartekst-error.js'
import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { countStatistics } from './count-statistics.js'
import { layOutParts } from './lay-out-rows.js'
import { readEntry, requireId } from './read-entry.js'
import { type Entry, type IndexStatistics, type RelatedIndex, type Rows, wrapIndex } from './related-index.js'
import { weighSegment } from './weigh-rows.js'

/**
 * An index over an archive, for `related`, `findDuplicates` and `suggestTags`: an immutable value.
 *
 * Keeps of each article its strongest terms, its wording's hashes and what filters read (title, dates, author, tags,
 * pins, `meta` …), never its text. Drafts may be indexed: they can be asked about, and are never an answer.
 * @param articles - each with an `id`; read once, so a generator is fine. The order makes no difference.
 * @throws KlartekstError MISSING_ID, DUPLICATE_ID.
 * @remarks O(tokens); about 5 kB an article of 400 words.
 */
export function buildRelatedIndex(
  languages: readonly Language[],
  articles: Iterable<Article | Document>,
): RelatedIndex {
  return indexEntries(readEntries(languages, articles, 'buildRelatedIndex'))
}

/** An index over entries with distinct ids. */
export function indexEntries(entries: readonly Entry[], statistics?: IndexStatistics): RelatedIndex {
  return indexRows(layOutParts(entries), statistics)
}

/** An index over rows with distinct ids, weighed with their own statistics unless others are given. */
export function indexRows(parts: readonly Rows[], given?: IndexStatistics): RelatedIndex {
  const { statistics, weighed } = given ? { statistics: given, weighed: [] } : countStatistics(parts)
  return wrapIndex({
    statistics,
    segments: parts.map((rows, part) => weighSegment(rows, statistics, weighed[part])),
    removed: parts.map(({ size }) => new Uint8Array(size)),
  })
}

/** Articles as entries; an id that comes twice is the caller's mistake. */
export function readEntries(
  languages: readonly Language[],
  articles: Iterable<Article | Document>,
  caller: string,
): Entry[] {
  const entries: Entry[] = []
  const seen = new Set<string>()
  let position = 0
  for (const article of articles) {
    const id = requireId(article, caller, position++)
    if (seen.has(id)) throw duplicateId(caller, id)
    seen.add(id)
    entries.push(readEntry(languages, article, id))
  }
  return entries
}

/** The error for an id that two articles share. */
export function duplicateId(caller: string, id: string): KlartekstError {
  return new KlartekstError(
    'DUPLICATE_ID',
    `${caller}: two articles have the id "${id}".`,
    'Ids must be unique; use upsertArticles to replace an article.',
    id,
  )
}
