import { maxShingles } from '../../src/related/read-shingles.js'
import type { Entry } from '../../src/related/related-index.js'

/** What the generator is asked for. */
export interface SyntheticOptions {
  /** Default 1. */
  readonly seed?: number
  /** Words in an article's body; default 400. */
  readonly words?: number
  /** The first article's number; default 0. Articles hang on their number alone, so parts fit together. */
  readonly first?: number
}

/**
 * Made-up articles as entries of an index: words by Zipf's law, each article on one of 3,000 topics with words of its
 * own, in a story of about eight articles with a few names and phrases of theirs, word pairs of which most stand in one
 * article only; one in fifty is a near-copy of another. No text is made, so that reading text is not what is timed.
 * Rarities are those of the words' ranks. The same numbers on every run.
 */
export function* syntheticEntries(count: number, options: SyntheticOptions = {}): Generator<Entry, undefined> {
  const { seed = 1, words = 400, first = 0 } = options
  for (let number = first; number < first + count; number++) yield makeEntry(number, seed, words)
  return undefined
}

/** Numbers from 0 to 1 out of a seed (mulberry32, by Tommy Ettinger). */
export function makeRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const vocabulary = 400000
const topics = 3000
// About half of all words by Zipf's law are stop words, as in running text.
const stopRanks = 500

function makeEntry(number: number, seed: number, length: number): Entry {
  const { title, words } = drawArticle(number, seed, length)
  return layOut(`a${String(number).padStart(8, '0')}`, number, title, words)
}

/** The words of one of the articles without stop words, for who reads text: the title, and all. */
export function syntheticWords(number: number): { title: string[]; words: string[] } {
  const { title, words } = drawArticle(number, 1, 400)
  const print = (ranks: readonly number[]): string[] =>
    ranks.filter((rank) => rank >= stopRanks).map((rank) => `ord${rank}`)
  return { title: print(title), words: print(words) }
}

function drawArticle(number: number, seed: number, length: number): { title: number[]; words: number[] } {
  const copied = number % 50 === 49
  const source = copied ? number - 1 - (hash(number, seed) % 40) : number
  const random = makeRandom(hash(source, seed))
  const story = Math.floor(source / 8) * 7 + Math.floor(random() * 3)
  const topic = hash(story, seed + 1) % topics
  const words: number[] = []
  while (words.length < length) {
    // A word or a phrase that stands in the article already comes again.
    const again = random() < 0.12 && words.length > 20 ? Math.floor(random() * (words.length - 4)) : -1
    if (again >= 0) words.push(...words.slice(again, again + 3))
    else words.push(drawWord(random, topic, story))
  }
  if (copied)
    for (let place = 0; place < length / 20; place++) words[place] = drawWord(makeRandom(number + place), topic, story)
  const title = Array.from({ length: 7 }, () => drawWord(random, topic, story))
  return { title, words }
}

/** A word by its rank; under `stopRanks` it is a stop word. */
function drawWord(random: () => number, topic: number, story: number): number {
  const kind = random()
  if (kind < 0.1) return vocabulary + topic * 64 + Math.floor(random() ** 2 * 64)
  if (kind < 0.13) return vocabulary + topics * 64 + story * 12 + Math.floor(random() ** 2 * 12)
  // Zipf with exponent 1: the rank is an exponential of an even draw.
  return Math.floor(Math.exp(random() * Math.log(vocabulary)))
}

function layOut(id: string, number: number, title: readonly number[], words: readonly number[]): Entry {
  const counts = new Map<number, { count: number; bits: number; label: string }>()
  const add = (term: number, count: number, bits: number, label: string): void => {
    const kept = counts.get(term)
    if (kept) kept.count += count
    else counts.set(term, { count, bits, label })
  }
  const read = (ranks: readonly number[], weight: number): void => {
    let previous = -1
    for (const rank of ranks) {
      if (rank < stopRanks) continue
      add(hash(rank, 7), weight, bitsOf(rank), `ord${rank}`)
      if (previous >= 0) {
        const bits = Math.max(bitsOf(rank), bitsOf(previous))
        add(hash(rank, hash(previous, 11)), weight, bits, `ord${previous} ord${rank}`)
      }
      previous = rank
    }
  }
  read(title, 15)
  read(words, 1)
  const sorted = [...counts].sort((a, b) => a[0] - b[0])
  const byStrength = sorted
    .map((_, place) => place)
    .sort((a, b) => strengthOf(sorted[b]![1]) - strengthOf(sorted[a]![1]) || a - b)
    .slice(0, 48)
    .sort((a, b) => a - b)
  const shingles = new Set<number>()
  for (let start = 0; start + 5 <= words.length; start++) {
    let mixed = 3
    for (let offset = 0; offset < 5; offset++) mixed = hash(words[start + offset]!, mixed)
    shingles.add(mixed)
  }
  return {
    article: {
      id,
      title: title.map((rank) => `ord${rank}`).join(' '),
      language: 'da',
      publishedAt: new Date(1.6e12 + number * 3e6).toISOString(),
    },
    terms: Uint32Array.from(sorted, ([term]) => term),
    locals: Uint8Array.from(sorted, ([, { count }]) => Math.min(255, Math.round(Math.sqrt(count) * 16))),
    rarities: Uint8Array.from(sorted, ([, { bits }]) => Math.round(bits * 8)),
    labelled: Uint16Array.from(byStrength),
    labels: byStrength.map((place) => sorted[place]![1].label),
    shingles: Uint32Array.from(shingles).sort().slice(0, maxShingles),
    textHash: [hash(number, 5), hash(number, 6)],
  }
}

function strengthOf({ count, bits }: { count: number; bits: number }): number {
  return Math.sqrt(count) * bits
}

/** Bits of rarity of a rank, as if open text had Zipf's law: rank 1 is a word in fourteen. */
function bitsOf(rank: number): number {
  return Math.min(26, 3.8 + Math.log2(1 + rank))
}

/** MurmurHash3's end over two numbers; never 0. */
function hash(value: number, seed: number): number {
  let mixed = Math.imul(value ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0x27d4eb2f)
  return (mixed ^ (mixed >>> 15)) >>> 0 || 1
}
