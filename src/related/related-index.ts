import type { Article } from '../model/article.js'
import type { NumberTable } from './number-table.js'

/** What an index knows of an article beside its text: what filters see. */
export type IndexedArticle = Omit<Article, 'body' | 'format' | 'lead' | 'byline' | 'id' | 'language'> & {
  readonly id: string
  readonly language: string
}

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

/** Articles laid out as arrays, not yet weighed. Rows are in order of id. */
export interface Rows {
  readonly articles: readonly IndexedArticle[]
  /** Milliseconds since 1970; NaN where there is no date. */
  readonly dates: Float64Array
  readonly termStarts: Uint32Array
  readonly terms: Uint32Array
  readonly locals: Uint8Array
  readonly rarities: Uint8Array
  readonly labelStarts: Uint32Array
  readonly labelled: Uint16Array
  readonly labels: readonly string[]
  readonly shingleStarts: Uint32Array
  readonly shingles: Uint32Array
  /** Two numbers an article. */
  readonly textHashes: Uint32Array
}

/** Rows weighed with an archive's statistics, and their postings. */
export interface Segment {
  readonly rows: Rows
  readonly places: ReadonlyMap<string, number>
  /** Beside `rows.terms`: weight in a vector of length 1, × 4095. */
  readonly weights: Uint16Array
  /** How near each article is to the archive's middle: cosine × 4095. */
  readonly levels: Uint16Array
  readonly dictionary: NumberTable
  readonly postingStarts: Uint32Array
  readonly postingRows: Uint32Array
  readonly postingWeights: Uint16Array
}

/** What the weights of an index were made with. */
export interface IndexStatistics {
  /** Articles by language. */
  readonly articles: ReadonlyMap<string, number>
  /** Articles that hold a term. */
  readonly counts: NumberTable
  /** The archive's mean vector, × 65535, by term; a term that is not there weighs nothing in it. */
  readonly middle: NumberTable
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
