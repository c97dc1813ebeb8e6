import type { Bridge } from '../model/bridge.js'
import { findBridge, type OpenBridge, openBridge } from '../similarity/open-bridge.js'
import { termIdf } from '../similarity/term-idf.js'
import { articleOf } from './find-place.js'
import { hashPair, hashTerm, languageSalt } from './hash-terms.js'
import { entryAt, layOutRows } from './lay-out-rows.js'
import type { Entry, IndexState, Query } from './related-index.js'

/** Terms of the other language that stand for one, side by side: number, weight. */
type Numbers = ReadonlyMap<number, readonly (readonly [term: number, weight: number])[]>

const tables = new WeakMap<OpenBridge, Numbers>()

// by hand: so many of the heaviest terms are looked at for words that stand in pairs
const mostPaired = 128

// by hand: as many as an article keeps
const mostTerms = 1536

// by hand: candidates are found by so many of the heaviest
const mostStrong = 512

/**
 * A query in another language: each term as what the bridge says it is called there; a term it does not know as it is,
 * for names, numbers and loan words; a pair of words as the pair of what both are called. A term that more than one of
 * the query's stands for weighs as much as the surest. Undefined where no bridge joins the two languages or the index
 * holds no article of the other.
 * @remarks O(terms + 128²) without the texts: numbers of terms suffice.
 */
export function translateQuery(
  state: IndexState,
  query: Query,
  language: string,
  bridges: readonly Bridge[] | undefined,
): Query | undefined {
  const [own, other] = [baseOf(articleOf(query).language), baseOf(language)]
  const bridge = own === other ? undefined : findBridge(bridges, own, other)
  if (!bridge || !state.statistics.articles.has(language)) return undefined
  const entry = entryAt(query.weighed.rows, query.row)
  const numbers = numbersOf(openBridge(bridge))
  const found = new Map<number, { weight: number; source: number }>()
  const add = (term: number, weight: number, source: number): void => {
    const before = found.get(term)
    if (!before || weight > before.weight) found.set(term, { weight, source })
  }
  const salts = [languageSalt(own), languageSalt(other)] as const
  const translate = (term: number): readonly (readonly [number, number])[] =>
    numbers.get(term) ?? [[(term ^ salts[0] ^ salts[1]) >>> 0 || 1, 1]]
  const weights = weighPlaces(state, entry)
  const pairs = findPairs(entry, weights, salts[0])
  for (const [place, term] of entry.terms.entries()) {
    const pair = pairs.get(place)
    if (!pair) for (const [other, weight] of translate(term)) add(other, weight * weights[place]!, place)
    else {
      for (const [first, sureness] of translate(pair[0])) {
        for (const [second, weight] of translate(pair[1])) {
          const other = hashPair((first ^ salts[1]) >>> 0, (second ^ salts[1]) >>> 0, salts[1])
          add(other, sureness * weight * weights[place]!, place)
        }
      }
    }
  }
  return asQuery(entry, found)
}

/** √count × idf of each term. */
function weighPlaces({ statistics }: IndexState, { article, terms, locals, rarities }: Entry): Float64Array {
  const size = statistics.articles.get(article.language) ?? 0
  return Float64Array.from(
    terms,
    (term, place) => locals[place]! * termIdf(size, statistics.counts.get(term, 1), rarities[place]! / 8),
  )
}

/** The places of terms that are pairs of two of the heaviest, with the two. */
function findPairs({ terms }: Entry, weights: Float64Array, salt: number): Map<number, readonly [number, number]> {
  const places = new Map<number, number>()
  // A bit for the low bits of each term: most combinations are no term, and are told so without a look into the map.
  const filter = new Uint8Array(65536)
  for (const [place, term] of terms.entries()) {
    places.set(term, place)
    filter[term & 65535] = 1
  }
  const heaviest = [...terms.keys()]
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, mostPaired)
    .map((place) => terms[place]!)
  const pairs = new Map<number, readonly [number, number]>()
  for (const first of heaviest) {
    for (const second of heaviest) {
      const term = hashPair((first ^ salt) >>> 0, (second ^ salt) >>> 0, salt)
      const place = filter[term & 65535] === 1 ? places.get(term) : undefined
      if (place !== undefined) pairs.set(place, [first, second])
    }
  }
  return pairs
}

/** The heaviest of the terms as a row by itself, in a vector of length 1, printed as what they stand for. */
function asQuery(entry: Entry, found: ReadonlyMap<number, { weight: number; source: number }>): Query {
  const kept = [...found]
    .sort(([a, x], [b, y]) => y.weight - x.weight || a - b)
    .slice(0, mostTerms)
    .map(([term, { weight, source }], rank) => ({ term, weight, source, rank }))
    .sort((a, b) => a.term - b.term)
  let squares = 0
  for (const { weight } of kept) squares += weight * weight
  const norm = Math.sqrt(squares)
  const printed = new Map(Array.from(entry.labelled, (place, label) => [place, entry.labels[label]!]))
  const labelled = kept.flatMap(({ source }, place) => (printed.has(source) ? [place] : []))
  const rows = layOutRows([
    {
      ...entry,
      terms: Uint32Array.from(kept, ({ term }) => term),
      locals: new Uint8Array(kept.length),
      rarities: new Uint8Array(kept.length),
      labelled: Uint16Array.from(labelled),
      labels: labelled.map((place) => printed.get(kept[place]!.source)!),
    },
  ])
  const codes = Uint8Array.from(kept, ({ weight }) => Math.round(255 * Math.sqrt(weight / norm)))
  const strong = new Uint8Array((kept.length + 7) >> 3)
  for (const [place, { rank }] of kept.entries()) if (rank < mostStrong) strong[place >> 3]! |= 1 << (place & 7)
  return { weighed: { rows, codes, strong, levels: new Uint16Array(1) }, row: 0 }
}

/** The language without its region: `en` of `en-GB`. */
function baseOf(language: string): string {
  return language.split(/[-_]/)[0]!
}

function numbersOf(table: OpenBridge): Numbers {
  let numbers = tables.get(table)
  if (!numbers) {
    const made = new Map<number, (readonly [number, number])[]>()
    for (const [key, translations] of table) {
      made.set(
        hashTerm(key),
        translations.map(({ key: other, weight }) => [hashTerm(other), weight] as const),
      )
    }
    tables.set(table, (numbers = made))
  }
  return numbers
}
