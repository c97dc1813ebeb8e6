import { pairKey, visitGrams, WORD_VALUE, wordHash, wordKey, wordMass } from '../../../src/language/keys.js'
import type { Examples } from './make-examples.js'

/** The features that the words of all examples have. */
export interface Features {
  /** Key of each feature, as an unsigned number. */
  readonly keys: Float64Array
  /** How often it was seen. */
  readonly counts: Float64Array
  /** A word that has it and, for a pair, the second word: to write it down. */
  readonly sample: readonly (readonly [number, number])[]
  /** Features of word `w`: `list[starts[w]]` up to `list[starts[w + 1]]`; the last is the word itself, if it is one. */
  readonly starts: Int32Array
  readonly list: Int32Array
  /** Value of each feature of `list`: 1 for grams, more for the word itself. */
  readonly values: Uint8Array
  readonly masses: Float64Array
  /** Feature of the pair that each token forms with the one before it; -1 for none. */
  readonly pairs: Int32Array
}

/** Pairs are made of this many of the commonest words. */
const PAIR_WORDS = 2000

/** Finds the features seen at least `least` times. */
export function findFeatures(examples: Examples, least: number): Features {
  const { words, tokens, starts } = examples
  const seen = new Float64Array(words.length)
  for (const token of tokens) seen[token]!++
  const hashes = words.map((codes) => wordHash(codes, codes.length - 2))
  const counts = new Map<number, number>()
  const count = (key: number, times: number): void => {
    counts.set(key >>> 0, (counts.get(key >>> 0) ?? 0) + times)
  }
  for (const [word, codes] of words.entries()) {
    visitGrams(codes, codes.length - 2, (key) => count(key, seen[word]!))
    count(wordKey(hashes[word]!), seen[word]!)
  }
  const common = [...seen.keys()].sort((a, b) => seen[b]! - seen[a]! || a - b).slice(0, PAIR_WORDS)
  const isCommon = new Uint8Array(words.length)
  for (const word of common) isCommon[word] = 1
  const pairKeys = new Float64Array(tokens.length)
  for (let example = 0; example + 1 < starts.length; example++) {
    for (let at = starts[example]! + 1; at < starts[example + 1]!; at++) {
      const [first, second] = [tokens[at - 1]!, tokens[at]!]
      if (!isCommon[first] || !isCommon[second]) continue
      const key = pairKey(hashes[first]!, hashes[second]!) >>> 0
      pairKeys[at] = key
      count(key, 1)
    }
  }
  return number(examples, hashes, pairKeys, counts, least)
}

function number(
  { words, tokens }: Examples,
  hashes: readonly number[],
  pairKeys: Float64Array,
  counts: ReadonlyMap<number, number>,
  least: number,
): Features {
  const numbers = new Map<number, number>()
  for (const [key, times] of counts) if (times >= least) numbers.set(key, numbers.size)
  const sample: [number, number][] = new Array(numbers.size)
  const starts = new Int32Array(words.length + 1)
  const list: number[] = []
  const values: number[] = []
  for (const [word, codes] of words.entries()) {
    const add = (key: number, value: number): void => {
      const feature = numbers.get(key >>> 0)
      if (feature === undefined) return
      sample[feature] ??= [word, -1]
      list.push(feature)
      values.push(value)
    }
    visitGrams(codes, codes.length - 2, (key) => add(key, 1))
    add(wordKey(hashes[word]!), WORD_VALUE)
    starts[word + 1] = list.length
  }
  const pairs = new Int32Array(tokens.length).fill(-1)
  for (const [at, key] of pairKeys.entries()) {
    const feature = key === 0 ? undefined : numbers.get(key)
    if (feature === undefined) continue
    pairs[at] = feature
    sample[feature] ??= [tokens[at - 1]!, tokens[at]!]
  }
  return {
    keys: Float64Array.from(numbers.keys()),
    counts: Float64Array.from(numbers.keys(), (key) => counts.get(key) ?? 0),
    sample,
    starts,
    list: Int32Array.from(list),
    values: Uint8Array.from(values),
    masses: Float64Array.from(words, (codes) => wordMass(codes.length - 2)),
    pairs,
  }
}
