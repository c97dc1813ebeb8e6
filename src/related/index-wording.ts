import { liveEntries } from './lay-out-rows.js'
import { maxShingles } from './read-shingles.js'
import type { Entry, IndexState } from './related-index.js'

/**
 * Which articles of an index share wording. Articles with the same words throughout stand once, as one text; a run is a
 * shingle with the texts that hold it.
 */
export interface WordingIndex {
  /** Distinct texts: the articles that have it. */
  readonly texts: readonly (readonly Entry[])[]
  readonly textOf: ReadonlyMap<string, number>
  /** The shingle of each run, ascending. */
  readonly shingles: Uint32Array
  readonly runStarts: Uint32Array
  /** The texts of each run. */
  readonly owners: Uint32Array
  readonly textStarts: Uint32Array
  /** The runs of each text, in the order of its shingles. */
  readonly runs: Uint32Array
  /** Beside `runs`: the weights of the text's shingles up to here, added up. */
  readonly sums: Float64Array
}

/** Wording that more texts than these share is the house's own, and says nothing. by hand */
const maxTexts = 64

/** What a shared shingle says that so many texts hold: rare wording more than the house's, 0–1. */
export function shingleWeight(texts: number): number {
  return texts > maxTexts ? 0 : texts <= 2 ? 1 : Math.sqrt(2 / texts)
}

/** Only shingles up to this one can be compared: those past it were left out of the sample. */
export function lastComparable(shingles: Uint32Array): number {
  return shingles.length < maxShingles ? 0xffffffff : shingles[shingles.length - 1]!
}

const wordings = new WeakMap<IndexState, WordingIndex>()

/** The wording of an index, made at first use and kept with it. O(n log n) in shingles. */
export function openWording(state: IndexState): WordingIndex {
  let wording = wordings.get(state)
  if (!wording) wordings.set(state, (wording = indexWording(liveEntries(state))))
  return wording
}

/** A name for all articles with the same words throughout, title included. */
export function textKey({ textHash, article }: Entry): string {
  return `${article.language} ${textHash[0]} ${textHash[1]}`
}

/** A float holds a shingle and a text exactly, up to so many texts. */
const textUnit = 2097152

function indexWording(entries: readonly Entry[]): WordingIndex {
  const byText = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = textKey(entry)
    const same = byText.get(key)
    if (same) same.push(entry)
    else byText.set(key, [entry])
  }
  const texts = [...byText.values()]
  const textStarts = new Uint32Array(texts.length + 1)
  for (const [text, [entry]] of texts.entries()) textStarts[text + 1] = textStarts[text]! + entry!.shingles.length
  const pairs = new Float64Array(textStarts[texts.length]!)
  let place = 0
  for (const [text, [entry]] of texts.entries()) {
    for (const shingle of entry!.shingles) pairs[place++] = shingle * textUnit + text
  }
  pairs.sort()
  const textOf = new Map([...byText.keys()].map((key, text) => [key, text]))
  return { texts, textOf, textStarts, ...layOutRuns(pairs, textStarts) }
}

function layOutRuns(
  pairs: Float64Array,
  textStarts: Uint32Array,
): Pick<WordingIndex, 'shingles' | 'runStarts' | 'owners' | 'runs' | 'sums'> {
  const shingles: number[] = []
  const runStarts: number[] = []
  const owners = new Uint32Array(pairs.length)
  const runs = new Uint32Array(pairs.length)
  const next = textStarts.slice()
  for (let place = 0; place < pairs.length; place++) {
    const shingle = Math.floor(pairs[place]! / textUnit)
    const text = pairs[place]! - shingle * textUnit
    if (shingles.length === 0 || shingles[shingles.length - 1] !== shingle) {
      shingles.push(shingle)
      runStarts.push(place)
    }
    owners[place] = text
    runs[next[text]!++] = shingles.length - 1
  }
  runStarts.push(pairs.length)
  const starts = Uint32Array.from(runStarts)
  const sums = new Float64Array(pairs.length)
  for (let text = 0; text + 1 < textStarts.length; text++) {
    let sum = 0
    for (let place = textStarts[text]!; place < textStarts[text + 1]!; place++) {
      const run = runs[place]!
      sum += shingleWeight(starts[run + 1]! - starts[run]!)
      sums[place] = sum
    }
  }
  return { shingles: Uint32Array.from(shingles), runStarts: starts, owners, runs, sums }
}
