import { KlartekstError } from '../klartekst-error.js'
import { checksum } from './checksum.js'
import { NumberTable } from './number-table.js'
import { parseDate } from './parse-date.js'
import { type IndexedArticle, type IndexStatistics, type RelatedIndex, type Rows, wrapIndex } from './related-index.js'
import { arrayNames, headBytes, indexMagic, padded } from './save-index.js'
import { weighRows } from './weigh-rows.js'

/**
 * The index that `saveIndex` made the bytes of: every answer is the same.
 * @throws TypeError when `bytes` is no Uint8Array; KlartekstError INDEX_VERSION where another version wrote them,
 *   INDEX_CORRUPT where a byte is missing or changed.
 */
export function loadIndex(bytes: Uint8Array): RelatedIndex {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(
      `loadIndex: wanted a Uint8Array made by saveIndex; got ${bytes === null ? 'null' : typeof bytes}`,
    )
  }
  const sections = openSections(bytes)
  let next = 0
  const take = <T>(kind: new (buffer: ArrayBuffer) => T): T => {
    const section = sections[next++]
    if (!section) throw corrupt('a section is missing')
    return new kind(section.slice().buffer as ArrayBuffer)
  }
  const described = readJson(take(Uint8Array))
  const statistics: IndexStatistics = {
    articles: new Map(described.articles),
    counts: tableOf(take(Uint32Array), take(Uint32Array)),
    middle: tableOf(take(Uint32Array), take(Uint32Array)),
  }
  const removed: Uint8Array[] = []
  const segments = described.segments.map(({ articles, labels }) => {
    removed.push(take(Uint8Array))
    const arrays = Object.fromEntries(arrayNames.map((name) => [name, take(kinds[name])])) as unknown as Pick<
      Rows,
      (typeof arrayNames)[number]
    >
    const dates = Float64Array.from(articles, ({ publishedAt }) => parseDate(publishedAt))
    return weighRows({ articles, labels, dates, ...arrays }, statistics)
  })
  return wrapIndex({ statistics, segments, removed })
}

type NumberArrayKind = new (buffer: ArrayBuffer) => Uint8Array | Uint16Array | Uint32Array

const kinds: Record<(typeof arrayNames)[number], NumberArrayKind> = {
  termStarts: Uint32Array,
  terms: Uint32Array,
  locals: Uint8Array,
  rarities: Uint8Array,
  labelStarts: Uint32Array,
  labelled: Uint16Array,
  shingleStarts: Uint32Array,
  shingles: Uint32Array,
  textHashes: Uint32Array,
}

function openSections(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < headBytes) throw corrupt('it is shorter than its head')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(0, 8))
  if (view.getUint32(16, true) !== checksum(bytes.subarray(0, 16))) throw corrupt('its head was changed')
  if (magic !== indexMagic) {
    throw new KlartekstError(
      'INDEX_VERSION',
      `loadIndex: the bytes say "${magic.replace(/[^ -~]/g, '?')}"; wanted "${indexMagic}".`,
      'Build the index anew with this version.',
    )
  }
  if (view.getUint32(8, true) !== bytes.length - headBytes) throw corrupt('its length is wrong')
  if (view.getUint32(12, true) !== checksum(bytes.subarray(headBytes))) throw corrupt('its contents were changed')
  const sections: Uint8Array[] = []
  for (let place = headBytes; place < bytes.length; ) {
    const length = view.getUint32(place, true)
    sections.push(bytes.subarray(place + 8, place + 8 + length))
    place += 8 + padded(length)
  }
  return sections
}

interface Described {
  readonly articles: [string, number][]
  readonly segments: { readonly articles: IndexedArticle[]; readonly labels: string[] }[]
}

function readJson(bytes: Uint8Array): Described {
  const pieces: string[] = []
  for (let place = 0; place < bytes.length; place += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(place, place + 8192)))
  }
  return JSON.parse(pieces.join('')) as Described
}

function tableOf(keys: Uint32Array, values: Uint32Array): NumberTable {
  const table = new NumberTable(keys.length)
  for (let place = 0; place < keys.length; place++) table.set(keys[place]!, values[place]!)
  return table
}

function corrupt(what: string): KlartekstError {
  return new KlartekstError(
    'INDEX_CORRUPT',
    `loadIndex: the bytes are not a whole index: ${what}.`,
    'Take another copy, or build the index anew.',
  )
}
