import type { Document } from '../model/document.js'
import { finishHash, hashText, mixHash } from '../similarity/hash-text.js'
import type { Words } from '../words/read-words.js'

/** The wording of an article, for telling copies. */
export interface Shingles {
  /** Hashes of runs of five words of the body, ascending, distinct; a sample by hash where there are many. */
  readonly hashes: Uint32Array
  /** Two hashes over all words in order, title included: equal where two articles are the same text. */
  readonly textHash: readonly [number, number]
}

/** Words in a shingle (Broder 1997). */
const width = 5

/** An article keeps at most so many of its shingles. by hand: a sample of so many tells shares to three in a hundred */
export const maxShingles: number = 192

/** The shingles of a document. A body under five words gives none. O(tokens). */
export function readShingles(document: Document, words: Words): Shingles {
  const formHashes = words.forms.map(({ lower }) => hashText(lower))
  const body: number[] = []
  let first = 0
  let second = 0x5bd1e995
  for (let token = 0; token < words.count; token++) {
    const form = words.formOf[token]!
    if (form < 0) continue
    const hash = formHashes[form]!
    first = mixHash(first, hash)
    second = mixHash(second, hash)
    const block = document.sentences[words.sentences[token]!]!.block
    if (document.blocks[block]!.kind !== 'title') body.push(hash)
  }
  const hashes = new Set<number>()
  for (let start = 0; start + width <= body.length; start++) {
    let hash = 0
    for (let offset = 0; offset < width; offset++) hash = mixHash(hash, body[start + offset]!)
    hashes.add(finishHash(hash))
  }
  // The same hashes are kept in every article, so that shares of the sample stand for shares of the whole.
  const sorted = Uint32Array.from(hashes).sort()
  return {
    hashes: sorted.length > maxShingles ? sorted.slice(0, maxShingles) : sorted,
    textHash: [finishHash(first), finishHash(second)],
  }
}
