import { ArticleList } from './article-list.js'
import { checksum } from './checksum.js'
import { NumberTable } from './number-table.js'
import { type IndexState, openIndex, type RelatedIndex, type Segment } from './related-index.js'

/** The first bytes of a saved index: what it is, and the version of the layout. */
export const indexMagic = 'KLTKRIX2'

/** Bytes before the table of sections: magic, bytes in all, number of sections, checksum of the head and the table. */
export const headBytes = 20

/** Bytes a section takes in the table: its length and its checksum. */
export const tableBytes = 8

/**
 * An index as bytes, to be kept in a file or a database and read by `loadIndex`: versioned, each section with its
 * checksum, the same bytes for the same index on every machine. What JSON cannot say in `meta` is lost.
 * @remarks The arrays as they lie in memory; O(bytes).
 */
export function saveIndex(index: RelatedIndex): Uint8Array {
  const sections = sectionsOf(openIndex(index, 'saveIndex')).map(
    (section) => new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
  )
  let place = padded(headBytes + sections.length * tableBytes)
  const starts = sections.map(({ length }) => {
    const start = place
    place += padded(length)
    return start
  })
  const bytes = new Uint8Array(place)
  const view = new DataView(bytes.buffer)
  for (let letter = 0; letter < indexMagic.length; letter++) bytes[letter] = indexMagic.charCodeAt(letter)
  view.setUint32(8, place, true)
  view.setUint32(12, sections.length, true)
  for (const [number, section] of sections.entries()) {
    const end = starts[number]! + padded(section.length)
    bytes.set(section, starts[number])
    view.setUint32(headBytes + number * tableBytes, section.length, true)
    view.setUint32(headBytes + number * tableBytes + 4, checksum(bytes.subarray(starts[number], end)), true)
  }
  view.setUint32(16, headChecksum(bytes, sections.length), true)
  return bytes
}

/** The checksum of all before the first section, but for the four bytes where it stands itself. */
export function headChecksum(bytes: Uint8Array, sections: number): number {
  const head = bytes.slice(0, padded(headBytes + sections * tableBytes))
  head.fill(0, 16, 20)
  return checksum(head)
}

/** The next multiple of 8. */
export function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}

function sectionsOf({ statistics, segments, removed }: IndexState): ArrayBufferView[] {
  const { counts, middle, wording } = statistics
  const tables = [counts, middle, wording].flatMap(({ arrays: { keys, values } }) => [keys, values])
  const articles = [...statistics.articles].sort(([a], [b]) => (a < b ? -1 : 1))
  const described = JSON.stringify({ articles, segments: segments.length })
  const ascii = described.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const head = Uint8Array.from(ascii, (letter) => letter.charCodeAt(0))
  return [head, ...tables, ...segments.flatMap((segment, place) => [removed[place]!, ...arraysOf(segment)])]
}

/** The arrays of a segment, in the order that `segmentFrom` takes them. */
function arraysOf({ rows, codes, strong, levels, postings }: Segment): ArrayBufferView[] {
  const { ids, records } = rows.articles.pack()
  return [
    ...[ids.bytes, ids.starts, records.bytes, records.starts, rows.dates],
    ...[rows.termStarts, rows.terms, rows.locals, rows.rarities],
    ...[rows.labelStarts, rows.labelled, rows.labels.bytes, rows.labels.starts],
    ...[rows.shingleStarts, rows.shingles, rows.textHashes, rows.pinning, rows.translated],
    ...[codes, strong, levels],
    ...[postings.directory, postings.rows, postings.impacts, postings.buckets],
  ]
}

/** Gives the next section as an array of a kind. */
export type TakeSection = <T>(
  kind: new (buffer: ArrayBufferLike, start: number, length: number) => T,
  unit: number,
) => T

/** A segment out of its arrays. */
export function segmentFrom(take: TakeSection): Segment {
  const bytes = (): Uint8Array => take(Uint8Array, 1)
  const shorts = (): Uint16Array => take(Uint16Array, 2)
  const words = (): Uint32Array => take(Uint32Array, 4)
  const articles = ArticleList.packed({ bytes: bytes(), starts: words() }, { bytes: bytes(), starts: words() })
  const rows = {
    size: articles.size,
    articles,
    dates: take(Float64Array, 8),
    ...{ termStarts: words(), terms: words(), locals: bytes(), rarities: bytes() },
    ...{ labelStarts: words(), labelled: shorts(), labels: { bytes: bytes(), starts: words() } },
    ...{ shingleStarts: words(), shingles: words(), textHashes: words(), pinning: shorts(), translated: shorts() },
  }
  return {
    rows,
    ...{ codes: bytes(), strong: bytes(), levels: shorts() },
    postings: { directory: words(), rows: shorts(), impacts: bytes(), buckets: words() },
  }
}

/** A table out of its arrays. */
export function tableFrom(take: TakeSection): NumberTable {
  return NumberTable.from(take(Uint32Array, 4), take(Uint32Array, 4))
}
