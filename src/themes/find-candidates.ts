import { PairTable } from './pair-table.js'
import type { WordStream } from './word-stream.js'

/** Longest candidate in words. */
export const longestCandidate = 4

/**
 * The phrases of a document that could be themes, each once whatever its inflections. Structure of arrays: candidate
 * `c` stands at the places `places[placeStarts[c]]` up to `places[placeStarts[c + 1]]` of the stream, in order.
 */
export interface Candidates {
  readonly count: number
  /** Lemma numbers of candidate `c`: `longestCandidate` a candidate, -1 behind the last. */
  readonly lemmas: Int32Array
  /** Words in the candidate. */
  readonly lengths: Uint8Array
  readonly placeStarts: Uint32Array
  readonly places: Uint32Array
  /** Beside `places`: words at that place (another variant may be shorter). */
  readonly placeLengths: Uint8Array
  /** Occurrences of the candidate's commonest extension by one word to the left or right. */
  readonly extended: Uint32Array
  /** Candidate of a single lemma; -1 where that lemma alone is none. */
  readonly ofLemma: Int32Array
}

/**
 * All phrases of one to four words within a sentence that begin and end as a noun phrase does.
 * O(words): each n-gram is numbered through its prefix, no string is built.
 */
export function findCandidates(stream: WordStream): Candidates {
  const { words, vocabulary, lemmaOf, lemmas } = stream
  const lemmaCount = lemmas.length
  const table = new PairTable(lemmaCount)
  // Nodes: a lemma is a node, a longer n-gram is the pair of its prefix and its last lemma.
  const parents = new Growing()
  const lasts = new Growing()
  const nodes = new Growing()
  const places = new Growing()
  const sizes = new Growing()
  const suffixes = new Growing()
  // From the back, so that an n-gram's suffix is known when the n-gram is met.
  let following = new Int32Array(longestCandidate + 1).fill(-1)
  let here = new Int32Array(longestCandidate + 1).fill(-1)
  for (let place = stream.count - 1; place >= 0; place--) {
    const word = words[place]!
    here.fill(-1)
    const first = word >= 0 ? vocabulary[word]! : undefined
    if (first?.startsPhrase) {
      let node = lemmaOf[word]!
      let last = first
      if (first.standsAlone) {
        nodes.push(node)
        places.push(place)
        sizes.push(1)
        here[1] = node
      }
      let afterConnector = false
      for (let length = 2; length <= longestCandidate; length++) {
        const next = words[place + length - 1]
        if (next === undefined || next < 0) break
        const nextWord = vocabulary[next]!
        const connects = nextWord.isConnector && nextWord.isStopword && length < longestCandidate
        if (connects ? afterConnector || !last.endsPhrase : !nextWord.continuesPhrase) break
        const before = table.size
        const parent = node
        node = table.intern(parent, lemmaOf[next]!)
        if (table.size > before) {
          parents.push(parent)
          lasts.push(lemmaOf[next]!)
          suffixes.push(-1)
        }
        afterConnector = connects
        last = nextWord
        if (connects || !nextWord.endsPhrase) continue
        const suffix = following[length - 1]!
        if (suffix >= 0) suffixes.values[node - lemmaCount] = suffix
        nodes.push(node)
        places.push(place)
        sizes.push(length)
        here[length] = node
      }
    }
    const spare = following
    following = here
    here = spare
  }
  return gather(stream, { nodes, places, sizes, parents, lasts, suffixes })
}

interface Grams {
  readonly nodes: Growing
  readonly places: Growing
  readonly sizes: Growing
  readonly parents: Growing
  readonly lasts: Growing
  readonly suffixes: Growing
}

/** Sorts occurrences by candidate (counting sort) and turns nodes into candidates, in the order of first place. */
function gather(stream: WordStream, grams: Grams): Candidates {
  const lemmaCount = stream.lemmas.length
  const nodeCount = lemmaCount + grams.parents.count
  const total = grams.nodes.count
  const counts = new Uint32Array(nodeCount)
  for (let index = 0; index < total; index++) counts[grams.nodes.values[index]!]!++
  const candidateOf = new Int32Array(nodeCount).fill(-1)
  const order: number[] = []
  for (let index = total - 1; index >= 0; index--) {
    const node = grams.nodes.values[index]!
    if (candidateOf[node]! >= 0) continue
    candidateOf[node] = order.length
    order.push(node)
  }
  const count = order.length
  const placeStarts = new Uint32Array(count + 1)
  for (let candidate = 0; candidate < count; candidate++) {
    placeStarts[candidate + 1] = placeStarts[candidate]! + counts[order[candidate]!]!
  }
  const fill = placeStarts.slice(0, count)
  const places = new Uint32Array(total)
  const placeLengths = new Uint8Array(total)
  for (let index = total - 1; index >= 0; index--) {
    const slot = fill[candidateOf[grams.nodes.values[index]!]!]!++
    places[slot] = grams.places.values[index]!
    placeLengths[slot] = grams.sizes.values[index]!
  }
  const lemmas = new Int32Array(count * longestCandidate).fill(-1)
  const lengths = new Uint8Array(count)
  const extended = new Uint32Array(count)
  for (let candidate = 0; candidate < count; candidate++) {
    let node = order[candidate]!
    const chain: number[] = []
    while (node >= lemmaCount) {
      chain.push(grams.lasts.values[node - lemmaCount]!)
      node = grams.parents.values[node - lemmaCount]!
    }
    chain.push(node)
    lengths[candidate] = chain.length
    for (let index = 0; index < chain.length; index++) {
      lemmas[candidate * longestCandidate + index] = chain[chain.length - 1 - index]!
    }
    const own = order[candidate]!
    if (own < lemmaCount) continue
    for (const part of [grams.parents.values[own - lemmaCount]!, grams.suffixes.values[own - lemmaCount]!]) {
      const within = part >= 0 ? candidateOf[part]! : -1
      if (within >= 0) extended[within] = Math.max(extended[within]!, counts[own]!)
    }
  }
  return {
    count,
    lemmas,
    lengths,
    placeStarts,
    places,
    placeLengths,
    extended,
    ofLemma: candidateOf.slice(0, lemmaCount),
  }
}

/** A list of numbers that grows in place. */
class Growing {
  values = new Int32Array(1024)
  count = 0

  push(value: number): void {
    if (this.count === this.values.length) {
      const values = new Int32Array(this.count * 2)
      values.set(this.values)
      this.values = values
    }
    this.values[this.count++] = value
  }
}
