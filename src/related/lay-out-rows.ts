import { compareText } from '../similarity/compare-text.js'
import { ArticleList } from './article-list.js'
import { parseDate } from './parse-date.js'
import { type Entry, type IndexState, maxRows, type Rows } from './related-index.js'
import { packTexts, textAt } from './text-list.js'

/** Entries as arrays, in order of id, whatever order they came in, as many parts as they need. O(terms). */
export function layOutParts(entries: readonly Entry[]): Rows[] {
  const sorted = [...entries].sort((a, b) => compareText(a.article.id, b.article.id))
  const parts: Rows[] = []
  for (let start = 0; start < sorted.length; start += maxRows) {
    parts.push(layOutRows(sorted.slice(start, start + maxRows)))
  }
  return parts
}

/** Entries in order of id as arrays. */
export function layOutRows(entries: readonly Entry[]): Rows {
  const textHashes = new Uint32Array(entries.length * 2)
  for (const [row, { textHash }] of entries.entries()) textHashes.set(textHash, row * 2)
  const join = <T extends NumberArray<T>>(kind: new (length: number) => T, part: (entry: Entry) => T): T =>
    joinNumbers(kind, entries.map(part))
  return {
    size: entries.length,
    articles: ArticleList.of(entries.map(({ article }) => article)),
    dates: Float64Array.from(entries, ({ article }) => parseDate(article.publishedAt)),
    termStarts: startsOf(entries.map(({ terms }) => terms.length)),
    terms: join(Uint32Array, ({ terms }) => terms),
    locals: join(Uint8Array, ({ locals }) => locals),
    rarities: join(Uint8Array, ({ rarities }) => rarities),
    labelStarts: startsOf(entries.map(({ labelled }) => labelled.length)),
    labelled: join(Uint16Array, ({ labelled }) => labelled),
    labels: packTexts(entries.flatMap(({ labels }) => labels)),
    shingleStarts: startsOf(entries.map(({ shingles }) => shingles.length)),
    shingles: join(Uint32Array, ({ shingles }) => shingles),
    textHashes,
    pinning: Uint16Array.from(
      entries.flatMap(({ article }, row) => (article.pins && article.pins.length > 0 ? [row] : [])),
    ),
    translated: Uint16Array.from(
      entries.flatMap(({ article }, row) => (article.translationGroup === undefined ? [] : [row])),
    ),
  }
}

/** One row as an entry again. Views into the arrays; labels are read anew. */
export function entryAt(rows: Rows, row: number): Entry {
  const terms = [rows.termStarts[row]!, rows.termStarts[row + 1]!] as const
  const [firstLabel, lastLabel] = [rows.labelStarts[row]!, rows.labelStarts[row + 1]!]
  return {
    article: rows.articles.at(row),
    terms: rows.terms.subarray(...terms),
    locals: rows.locals.subarray(...terms),
    rarities: rows.rarities.subarray(...terms),
    labelled: rows.labelled.subarray(firstLabel, lastLabel),
    labels: Array.from({ length: lastLabel - firstLabel }, (_, place) => textAt(rows.labels, firstLabel + place)),
    shingles: rows.shingles.subarray(rows.shingleStarts[row]!, rows.shingleStarts[row + 1]!),
    textHash: [rows.textHashes[row * 2]!, rows.textHashes[row * 2 + 1]!],
  }
}

/** Every entry of an index that was not removed. */
export function liveEntries({ segments, removed }: IndexState): Entry[] {
  const entries: Entry[] = []
  for (const [segment, { rows }] of segments.entries()) {
    for (let row = 0; row < rows.size; row++) if (!removed[segment]![row]) entries.push(entryAt(rows, row))
  }
  return entries
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (const [index, length] of lengths.entries()) starts[index + 1] = starts[index]! + length
  return starts
}

interface NumberArray<T> extends ArrayLike<number> {
  set(values: T, offset: number): void
}

function joinNumbers<T extends NumberArray<T>>(kind: new (length: number) => T, parts: readonly T[]): T {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new kind(length)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
