import type { BlockKind, Document } from '../model/document.js'
import type { Span } from '../model/span.js'
import { alignWords, wordWeight } from './align-words.js'
import { foldWords } from './fold-words.js'

/** Where an editor's quote stands in the text, and how. */
export interface Alignment {
  /**
   * Against the whole sentences the words came from. `exact`: equal but for outer quotation marks, spacing and final
   * punctuation. `normalized`: the same words, other case, quotation marks, dashes or punctuation. `fuzzy`: a part of
   * them, or some words changed. `none`: not in the text.
   */
  readonly match: 'exact' | 'normalized' | 'fuzzy' | 'none'
  /** Whole sentences, from the first that lent words to the last. Absent for `none`. */
  readonly span?: Span
}

/** Finds quotes in one document. */
export type QuoteAligner = (quote: string) => Alignment

// fitted: on alignment-dev, between 0.65 (the best of the quotes that are not there) and 0.70 (the worst of those that are)
const leastShare = 0.67
// by hand: words of the quote that are looked up to find where it may stand, rarest first
const maxLookups = 2000
// by hand: places that are looked at closely
const maxSeeds = 6
// by hand: a longer quote is a misread block; it is found only where it stands word for word
const maxAlignedWords = 300

const none: Alignment = { match: 'none' }

/** A place is preferred in running text, should the same words stand in the headline too. */
const isProse = (kind: BlockKind | undefined): boolean =>
  kind === 'paragraph' || kind === 'list-item' || kind === 'blockquote'

/**
 * An aligner for the quotes of a document. Making it is O(text); each quote then costs O(its length squared) at the
 * few places whose rare words it shares, whatever the length of the text.
 *
 * What editors do to a line is allowed for: typographic changes, misspellings, a lead-in or an end cut, a pronoun
 * replaced by its noun, a parenthesis dropped, two sentences joined. A quote of which the text lacks a good third is
 * `none`: no guess.
 */
export function alignerFor(document: Document): QuoteAligner {
  const index = indexWords(document)
  return (quote) => {
    const words = foldWords(quote)
    if (words.length === 0) return none
    const found = findRun(index, words) ?? findAlike(index, words)
    if (!found) return none
    const [first, last] = found
    const start = document.sentences[first]!.start
    const end = document.sentences[last]!.end
    return { match: compare(quote, document.text.slice(start, end)), span: { start, end } }
  }
}

interface WordIndex {
  readonly document: Document
  readonly words: readonly string[]
  /** Beside `words`. */
  readonly sentenceOf: Uint32Array
  /** Beside `document.sentences`: its first word; one more entry at the end. */
  readonly starts: Uint32Array
  readonly places: ReadonlyMap<string, readonly number[]>
}

function indexWords(document: Document): WordIndex {
  const words: string[] = []
  const sentenceOf: number[] = []
  const starts = new Uint32Array(document.sentences.length + 1)
  const places = new Map<string, number[]>()
  for (const [index, { start, end }] of document.sentences.entries()) {
    starts[index] = words.length
    for (const word of foldWords(document.text.slice(start, end))) {
      const known = places.get(word)
      if (known) known.push(words.length)
      else places.set(word, [words.length])
      words.push(word)
      sentenceOf.push(index)
    }
  }
  starts[document.sentences.length] = words.length
  return { document, words, sentenceOf: Uint32Array.from(sentenceOf), starts, places }
}

/** The sentences in which the words stand in one piece; in running text if anywhere, else the first place. */
function findRun(index: WordIndex, words: readonly string[]): [number, number] | undefined {
  let rarest = 0
  let places: readonly number[] = []
  for (const [at, word] of words.entries()) {
    const here = index.places.get(word)
    if (!here) return undefined
    if (at === 0 || here.length < places.length) [rarest, places] = [at, here]
  }
  let found: [number, number] | undefined
  let compared = 0
  for (const place of places) {
    const start = place - rarest
    if (start < 0 || start + words.length > index.words.length) continue
    let same = 0
    while (same < words.length && index.words[start + same] === words[same]) same++
    compared += same
    if (same === words.length) {
      const first = index.sentenceOf[start]!
      const here: [number, number] = [first, index.sentenceOf[start + words.length - 1]!]
      if (isProse(blockKind(index, first))) return here
      found ??= here
    }
    if (compared > 100 * words.length + 10_000) break
  }
  return found
}

/** The sentences that share most of the words in order. */
function findAlike(index: WordIndex, words: readonly string[]): [number, number] | undefined {
  if (words.length < 3 || words.length > maxAlignedWords) return undefined
  const total = words.reduce((sum, word) => sum + wordWeight(word), 0)
  let best: { score: number; first: number; last: number } | undefined
  for (const seed of seedSentences(index, words)) {
    const [from, to] = stretchAround(index, seed, words.length)
    const alignment = alignWords(words, index.words.slice(from, to))
    if (alignment.places.length === 0) continue
    const [first, last] = trimEnds(index, from, alignment.places, alignment.weights)
    // a hair's preference for running text over the same words in a headline
    const score = alignment.score + (isProse(blockKind(index, first)) ? 0.01 : 0)
    if (!best || score > best.score + 1e-9) best = { score, first, last }
  }
  return best && best.score >= leastShare * total ? [best.first, best.last] : undefined
}

/** The sentences that hold the quote's rarest words, likeliest first. */
function seedSentences(index: WordIndex, words: readonly string[]): number[] {
  const distinct = [...new Set(words)].map((word) => ({ word, places: index.places.get(word) ?? [] }))
  distinct.sort((a, b) => a.places.length - b.places.length || (a.word < b.word ? -1 : 1))
  const votes = new Map<number, number>()
  let lookups = 0
  for (const { word, places } of distinct) {
    if (lookups > 0 && lookups + places.length > maxLookups) break
    lookups += places.length
    let previous = -1
    for (const place of places.slice(0, maxLookups)) {
      const sentence = index.sentenceOf[place]!
      if (sentence === previous) continue
      votes.set(sentence, (votes.get(sentence) ?? 0) + wordWeight(word) / Math.log2(2 + places.length))
      previous = sentence
    }
  }
  return [...votes]
    .sort((a, b) => Math.round((b[1] - a[1]) * 1e6) || a[0] - b[0])
    .slice(0, maxSeeds)
    .map(([sentence]) => sentence)
}

/** Words around a sentence, enough for the whole quote with something cut out of it to either side. */
function stretchAround(index: WordIndex, sentence: number, length: number): [number, number] {
  const reach = length + 20
  const first = index.sentenceOf[Math.max(0, index.starts[sentence]! - reach)]!
  const last = index.sentenceOf[Math.min(index.words.length - 1, index.starts[sentence + 1]! + reach)]!
  // whole sentences, but never more than the reach into a very long one
  return [
    Math.max(index.starts[first]!, index.starts[sentence]! - 2 * reach),
    Math.min(index.starts[last + 1]!, index.starts[sentence + 1]! + 2 * reach, index.starts[sentence]! + 4 * reach),
  ]
}

/** First and last sentence of what was matched, without a sentence at either end that lent only a word or so. */
function trimEnds(
  index: WordIndex,
  from: number,
  places: readonly number[],
  weights: readonly number[],
): [number, number] {
  const lent = new Map<number, number>()
  for (const [at, place] of places.entries()) {
    const sentence = index.sentenceOf[from + place]!
    lent.set(sentence, (lent.get(sentence) ?? 0) + weights[at]!)
  }
  const sentences = [...lent.keys()]
  const isWorth = (sentence: number): boolean => {
    const given = lent.get(sentence)!
    let whole = 0
    for (let place = index.starts[sentence]!; place < index.starts[sentence + 1]! && whole <= 4 * given; place++) {
      whole += wordWeight(index.words[place]!)
    }
    return given >= 2 || given >= 0.5 * whole
  }
  let first = 0
  let last = sentences.length - 1
  while (first < last && !isWorth(sentences[first]!)) first++
  while (last > first && !isWorth(sentences[last]!)) last--
  return [sentences[first]!, sentences[last]!]
}

function blockKind({ document }: WordIndex, sentence: number): BlockKind | undefined {
  return document.blocks[document.sentences[sentence]!.block]?.kind
}

function compare(quote: string, sentences: string): 'exact' | 'normalized' | 'fuzzy' {
  if (plain(quote) === plain(sentences)) return 'exact'
  return foldWords(quote).join(' ') === foldWords(sentences).join(' ') ? 'normalized' : 'fuzzy'
}

/** Without outer quotation marks, spacing and final punctuation. */
function plain(text: string): string {
  const units = text.normalize('NFC').replace(/\s+/g, ' ')
  const outer = ' "“”„»«›‹\'’‘‚'
  const final = `${outer}.,;:!?…`
  let start = 0
  let end = units.length
  while (start < end && outer.includes(units[start]!)) start++
  while (end > start && final.includes(units[end - 1]!)) end--
  return units.slice(start, end)
}
