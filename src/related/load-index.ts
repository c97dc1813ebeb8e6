import { KlartekstError } from '../klartekst-error.js'
import { checksum } from './checksum.js'
import { type IndexStatistics, type RelatedIndex, type Segment, wrapIndex } from './related-index.js'
import {
  headBytes,
  headChecksum,
  indexMagic,
  padded,
  segmentFrom,
  type TakeSection,
  tableBytes,
  tableFrom,
} from './save-index.js'

/**
 * The index that `saveIndex` made the bytes of: every answer is the same.
 * @param bytes - read where they lie, as long as the index lives: do not change them afterwards.
 * @throws TypeError when `bytes` is no Uint8Array; KlartekstError INDEX_VERSION where another version wrote them,
 *   INDEX_CORRUPT where a byte is missing or changed.
 * @remarks One pass over the bytes for their checksums; articles are read when they are first asked for.
 */
export function loadIndex(bytes: Uint8Array): RelatedIndex {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(
      `loadIndex: wanted a Uint8Array made by saveIndex; got ${bytes === null ? 'null' : typeof bytes}`,
    )
  }
  // A Buffer of Node is a Uint8Array whose `slice` does not copy.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  // Numbers of eight bytes must lie at multiples of eight.
  const sections = openSections(plain.byteOffset % 8 === 0 ? plain : plain.slice())
  let next = 0
  const take: TakeSection = (kind, unit) => {
    const section = sections[next++]
    if (!section || section.length % unit !== 0) throw corrupt('a section is missing')
    return new kind(section.buffer, section.byteOffset, section.length / unit)
  }
  const described = JSON.parse(String.fromCharCode(...take(Uint8Array, 1))) as {
    articles: [string, number][]
    segments: number
  }
  const statistics: IndexStatistics = {
    articles: new Map(described.articles),
    counts: tableFrom(take),
    middle: tableFrom(take),
    wording: tableFrom(take),
  }
  const removed: Uint8Array[] = []
  const segments: Segment[] = []
  for (let segment = 0; segment < described.segments; segment++) {
    removed.push(take(Uint8Array, 1))
    segments.push(segmentFrom(take))
  }
  return wrapIndex({ statistics, segments, removed })
}

function openSections(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < headBytes) throw corrupt('it is shorter than its head')
  const magic = String.fromCharCode(...bytes.subarray(0, indexMagic.length))
  if (magic !== indexMagic) {
    if (magic.slice(0, -1) !== indexMagic.slice(0, -1)) throw corrupt('it does not begin as an index does')
    throw new KlartekstError(
      'INDEX_VERSION',
      `loadIndex: the bytes say "${magic.replace(/[^ -~]/g, '?')}"; wanted "${indexMagic}".`,
      'Build the index anew with this version.',
    )
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(8, true) !== bytes.length) throw corrupt('its length is wrong')
  const count = view.getUint32(12, true)
  let place = padded(headBytes + count * tableBytes)
  if (place > bytes.length || view.getUint32(16, true) !== headChecksum(bytes, count)) {
    throw corrupt('its head was changed')
  }
  const sections: Uint8Array[] = []
  for (let number = 0; number < count; number++) {
    const length = view.getUint32(headBytes + number * tableBytes, true)
    const section = bytes.subarray(place, place + padded(length))
    if (checksum(section) !== view.getUint32(headBytes + number * tableBytes + 4, true)) {
      throw corrupt(`section ${number} was changed`)
    }
    sections.push(section.subarray(0, length))
    place += padded(length)
  }
  return sections
}

function corrupt(what: string): KlartekstError {
  return new KlartekstError(
    'INDEX_CORRUPT',
    `loadIndex: the bytes are not a whole index: ${what}.`,
    'Take another copy, or build the index anew.',
  )
}
