import { checksum } from './checksum.js'
import { openIndex, type RelatedIndex } from './related-index.js'

/** The first bytes of a saved index: what it is, and the version of the layout. */
export const indexMagic = 'KLTKRIX1'

/** Bytes of the head: magic, length of the contents, checksum of the contents, checksum of the head. */
export const headBytes = 20

/** The arrays of rows, in the order they are saved. */
export const arrayNames: readonly [
  'termStarts',
  'terms',
  'locals',
  'rarities',
  'labelStarts',
  'labelled',
  'shingleStarts',
  'shingles',
  'textHashes',
] = ['termStarts', 'terms', 'locals', 'rarities', 'labelStarts', 'labelled', 'shingleStarts', 'shingles', 'textHashes']

/**
 * An index as bytes, to be kept in a file or a database and read by `loadIndex`: versioned, checksummed, the same bytes
 * for the same index on every machine. What JSON cannot say in `meta` is lost.
 */
export function saveIndex(index: RelatedIndex): Uint8Array {
  const { statistics, segments, removed } = openIndex(index, 'saveIndex')
  const counts = statistics.counts.entries()
  const middle = statistics.middle.entries()
  const arrays: ArrayBufferView[] = [counts.keys, counts.values, middle.keys, middle.values]
  for (const [place, { rows }] of segments.entries()) {
    arrays.push(removed[place]!, ...arrayNames.map((name) => rows[name]))
  }
  const described = {
    articles: [...statistics.articles].sort(([a], [b]) => (a < b ? -1 : 1)),
    segments: segments.map(({ rows }) => ({ articles: rows.articles, labels: rows.labels })),
  }
  const text = JSON.stringify(described).replace(/[\u007f-\uffff]/g, escapeUnit)
  const json = new Uint8Array(text.length)
  for (let place = 0; place < text.length; place++) json[place] = text.charCodeAt(place)
  return seal([json, ...arrays])
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Sections one after the other, each with its length before it and filled up to a multiple of 8. */
function seal(sections: readonly ArrayBufferView[]): Uint8Array {
  let length = 0
  for (const { byteLength } of sections) length += 8 + padded(byteLength)
  const bytes = new Uint8Array(headBytes + length)
  const view = new DataView(bytes.buffer)
  let place = headBytes
  for (const section of sections) {
    view.setUint32(place, section.byteLength, true)
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), place + 8)
    place += 8 + padded(section.byteLength)
  }
  for (let index = 0; index < indexMagic.length; index++) bytes[index] = indexMagic.charCodeAt(index)
  view.setUint32(8, length, true)
  view.setUint32(12, checksum(bytes.subarray(headBytes)), true)
  view.setUint32(16, checksum(bytes.subarray(0, 16)), true)
  return bytes
}

/** The next multiple of 8. */
export function padded(length: number): number {
  return Math.ceil(length / 8) * 8
}
