import { compareText } from '../similarity/compare-text.js'
import { parseDate } from './parse-date.js'
import type { Entry, IndexState, Rows } from './related-index.js'

/** Entries as arrays, in order of id: the same rows whatever order they came in. O(terms). */
export function layOutRows(entries: readonly Entry[]): Rows {
  const sorted = [...entries].sort((a, b) => compareText(a.article.id, b.article.id))
  const textHashes = new Uint32Array(sorted.length * 2)
  for (const [row, { textHash }] of sorted.entries()) textHashes.set(textHash, row * 2)
  return {
    articles: sorted.map(({ article }) => article),
    dates: Float64Array.from(sorted, ({ article }) => parseDate(article.publishedAt)),
    termStarts: startsOf(sorted.map(({ terms }) => terms.length)),
    terms: joinNumbers(
      Uint32Array,
      sorted.map(({ terms }) => terms),
    ),
    locals: joinNumbers(
      Uint8Array,
      sorted.map(({ locals }) => locals),
    ),
    rarities: joinNumbers(
      Uint8Array,
      sorted.map(({ rarities }) => rarities),
    ),
    labelStarts: startsOf(sorted.map(({ labelled }) => labelled.length)),
    labelled: joinNumbers(
      Uint16Array,
      sorted.map(({ labelled }) => labelled),
    ),
    labels: sorted.flatMap(({ labels }) => labels),
    shingleStarts: startsOf(sorted.map(({ shingles }) => shingles.length)),
    shingles: joinNumbers(
      Uint32Array,
      sorted.map(({ shingles }) => shingles),
    ),
    textHashes,
  }
}

/** One row as an entry again. Views into the arrays, no copies. */
export function entryAt(rows: Rows, row: number): Entry {
  const terms = [rows.termStarts[row]!, rows.termStarts[row + 1]!] as const
  const labels = [rows.labelStarts[row]!, rows.labelStarts[row + 1]!] as const
  return {
    article: rows.articles[row]!,
    terms: rows.terms.subarray(...terms),
    locals: rows.locals.subarray(...terms),
    rarities: rows.rarities.subarray(...terms),
    labelled: rows.labelled.subarray(...labels),
    labels: rows.labels.slice(...labels),
    shingles: rows.shingles.subarray(rows.shingleStarts[row]!, rows.shingleStarts[row + 1]!),
    textHash: [rows.textHashes[row * 2]!, rows.textHashes[row * 2 + 1]!],
  }
}

/** Every entry of an index that was not removed. */
export function liveEntries({ segments, removed }: IndexState): Entry[] {
  return segments.flatMap(({ rows }, segment) =>
    rows.articles.flatMap((_, row) => (removed[segment]![row] ? [] : [entryAt(rows, row)])),
  )
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
