import type { ArticleList } from './article-list.js'
import type { IndexedArticle } from './indexed-article.js'
import type { NumberTable } from './number-table.js'
import type { TextList } from './text-list.js'

/** Rows in a segment: as many as 16 bits tell apart. */
export const maxRows = 65536

/** An article as it goes into an index: its terms by ascending hash, and its wording. */
export interface Entry {
  readonly article: IndexedArticle
  readonly terms: Uint32Array
  /** Beside `terms`: 16 × the square root of the weighted count, 1–255. */
  readonly locals: Uint8Array
  /** Beside `terms`: 8 × the bits of rarity in open text, 0–255. */
  readonly rarities: Uint8Array
  /** Places in `terms` of the strongest terms, ascending, and how each is printed. */
  readonly labelled: Uint16Array
  readonly labels: readonly string[]
  readonly shingles: Uint32Array
  readonly textHash: readonly [number, number]
}

/** Articles laid out as arrays, not yet weighed. Rows are in order of id; at most `maxRows`. */
export interface Rows {
  readonly size: number
  readonly articles: ArticleList
  /** Milliseconds since 1970; NaN where there is no date. */
  readonly dates: Float64Array
  readonly termStarts: Uint32Array
  readonly terms: Uint32Array
  readonly locals: Uint8Array
  readonly rarities: Uint8Array
  readonly labelStarts: Uint32Array
  readonly labelled: Uint16Array
  readonly labels: TextList
  readonly shingleStarts: Uint32Array
  readonly shingles: Uint32Array
  /** Two numbers an article. */
  readonly textHashes: Uint32Array
  /** The rows whose articles have pins. */
  readonly pinning: Uint16Array
  /** The rows whose articles have a translation group. */
  readonly translated: Uint16Array
}

/** Rows weighed with an archive's statistics. */
export interface WeighedRows {
  readonly rows: Rows
  /** Beside `rows.terms`: 255 × the square root of the weight in a vector of length 1. */
  readonly codes: Uint8Array
  /** A bit a term, beside `rows.terms`: whether candidates are found by it. */
  readonly strong: Uint8Array
  /** How near each article is to the archive's middle: cosine × 4095. */
  readonly levels: Uint16Array
}

/** For each strong term of a segment, the rows that have it. */
export interface Postings {
  /** Two numbers a list, side by side so that one look into memory finds both: its term, ascending, and where it starts. */
  readonly directory: Uint32Array
  readonly rows: Uint16Array
  /** Beside `rows`: 510 × the weight, at most 255. */
  readonly impacts: Uint8Array
  /** By the first bits of a term: the first list of those that begin so. */
  readonly buckets: Uint32Array
}

/** Rows that can be searched. */
export interface Segment extends WeighedRows {
  readonly postings: Postings
}

/** An article that is asked about: a row of a segment, or of rows that stand in no index. */
export interface Query {
  readonly weighed: WeighedRows
  readonly row: number
}

/** What the weights of an index were made with. */
export interface IndexStatistics {
  /** Articles by language. */
  readonly articles: ReadonlyMap<string, number>
  /** Articles that hold a term, for terms that more than one holds. */
  readonly counts: NumberTable
  /** The archive's mean vector, × 65535, by term; a term that is not there weighs nothing in it. */
  readonly middle: NumberTable
  /** Distinct texts that hold a shingle, for shingles that more than two hold. */
  readonly wording: NumberTable
}

/** An index as the functions of this folder see it. */
export interface IndexState {
  readonly statistics: IndexStatistics
  readonly segments: readonly Segment[]
  /** Beside `segments`: 1 for a row that was removed or replaced. */
  readonly removed: readonly Uint8Array[]
}

declare const brand: unique symbol

/** An archive made ready for `related` and its kin: an immutable value, opaque. */
export interface RelatedIndex {
  readonly [brand]: 'RelatedIndex'
}

const states = new WeakMap<object, IndexState>()

/** An index around a state. */
export function wrapIndex(state: IndexState): RelatedIndex {
  const index = Object.freeze({}) as RelatedIndex
  states.set(index, state)
  return index
}

/** The state of an index; `caller` names the function in the error. */
export function openIndex(index: RelatedIndex, caller: string): IndexState {
  const state = typeof index === 'object' && index !== null ? states.get(index) : undefined
  if (!state) {
    throw new TypeError(`${caller}: wanted an index made by buildRelatedIndex or loadIndex; got ${describe(index)}`)
  }
  return state
}

function describe(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value
}
