import { withoutGenitive } from './name-lists.js'
import { nameLabels } from './name-model.js'

/** A name as the model found it in one sentence. */
export interface FoundName {
  readonly start: number
  readonly end: number
  /** Its words in lower case. */
  readonly words: readonly string[]
  /** `keyOf` its words. */
  readonly key: string
  /** Index into `nameLabels`, not 0. */
  readonly label: number
  /** The least margin of its tokens. */
  readonly margin: number
}

const Person = nameLabels.indexOf('person')

/**
 * What a document says of its names as a whole: once a person, always that person. Built from all names found sentence
 * by sentence; then asked for each.
 */
export interface NameMemory {
  /** The label of a name by all its mentions, and by the full name that a surname or a given name belongs to. */
  labelOf(key: string, own: number): number
  /** The label of a word that is named elsewhere and was passed over here; 0 for none. */
  labelOfWord(word: string): number
}

/**
 * A word passed over is a name when the model was this sure of it elsewhere, in units of the weights.
 * fitted: on the documents of EWT dev by fourths, from 4 to 120.
 */
const sureMargin = 50

/** Gathers the names of a document. */
export function rememberNames(names: readonly FoundName[]): NameMemory {
  const votes = new Map<string, number[]>()
  const partsOfPersons = new Map<string, number>()
  const surely = new Map<string, number>()
  for (const { words, key, label, margin } of names) {
    let sums = votes.get(key)
    if (!sums) votes.set(key, (sums = nameLabels.map(() => 0)))
    sums[label]! += 1 + Math.min(margin, 100)
    if (words.length === 1 && margin >= sureMargin) surely.set(key, label)
    if (label === Person && words.length > 1) {
      for (const word of [words[0]!, words[words.length - 1]!]) {
        const part = withoutGenitive(word)
        if (part.length > 2) partsOfPersons.set(part, (partsOfPersons.get(part) ?? 0) + 1 + Math.min(margin, 100))
      }
    }
  }
  // a key of one word is that word without its genitive, as parts of persons are
  const best = (key: string, own: number): number => {
    const sums = votes.get(key)
    if (!sums) return own
    const asPart = partsOfPersons.get(key) ?? 0
    const votesFor = (label: number): number => sums[label]! + (label === Person ? asPart : 0)
    let label = own
    for (let other = 1; other < sums.length; other++) if (votesFor(other) > votesFor(label)) label = other
    return label
  }
  return {
    labelOf: best,
    labelOfWord(word) {
      const bare = withoutGenitive(word)
      const label = surely.get(bare) ?? 0
      return label ? best(bare, label) : (partsOfPersons.get(bare) ?? 0) >= sureMargin ? Person : 0
    },
  }
}

/** What all mentions of a name share: its words in lower case, the last without its genitive. */
export function keyOf(words: readonly string[]): string {
  const last = words.length - 1
  return words.map((word, index) => (index === last ? withoutGenitive(word) : word)).join(' ')
}
