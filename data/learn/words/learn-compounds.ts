/**
 * Learns which words take part in compounds, from words alone: every word of the vocabulary is split the cheapest way,
 * parts are counted, and the counts price the parts of the next round (after Creutz and Lagus 2002, Morfessor, with
 * parts that must be words). No split compound is looked at, but for `known`, whose first parts are checked words.
 */
import { cheapestParts } from '../../../src/words/cheapest-parts.js'
import type { Fact } from './sources.js'

export interface CompoundSources {
  readonly facts: readonly Fact[]
  readonly open: ReadonlyMap<string, number>
  readonly names: ReadonlySet<string>
  /** Further words, without counts. */
  readonly vocabulary: readonly string[]
  readonly lemmatize: (word: string) => string
  /** Corrections by hand: lines of compounds.tsv. */
  readonly hand: readonly string[]
}

export interface CompoundParts {
  /** By part, in quarter bits. */
  readonly modifiers: ReadonlyMap<string, number>
  readonly heads: ReadonlyMap<string, number>
  readonly unseen: number
}

// fitted: on the compounds dev set, by exact splits; the program uses the same prices (src/words/compound-table.ts).
const letterBits = 1.75
const wordBits = 16
const usedBits = 10
const partBits = 1
const rounds = 6
/** How much a word met in no compound counts, times 1 + the root of its count per million. */
const smoothing = 0.3

const vowel = /[aeiouyæøåäöéü]/u

export function learnCompounds(sources: CompoundSources): CompoundParts {
  const hand = readHand(sources.hand)
  const { known, vocabulary, nounForms, frequency } = collect(sources)
  const baseOf = (part: string): string | undefined => {
    if (hand.stems.has(part)) return hand.stems.get(part)
    if (known.has(part)) return part
    const bare = part.slice(0, -1)
    if (part.endsWith('s') && known.has(bare)) return bare
    if (known.has(`${part}e`)) return `${part}e`
    if (part.endsWith('s') && known.has(`${bare}e`)) return `${bare}e`
    if (part.endsWith('e') && hand.stems.has(bare)) return hand.stems.get(bare)
    if (part.endsWith('e') && known.has(bare)) return bare
    if (/(.)\1e$/.test(part) && known.has(part.slice(0, -2))) return part.slice(0, -2)
    if (part.endsWith('er') && nounForms.has(part)) return part
    return undefined
  }
  const bases = new Map<string, string | undefined>()
  const modifierBase = (part: string): string | undefined => {
    if (!bases.has(part)) {
      const particle = hand.neverFirst.has(part) || (part.endsWith('s') && hand.neverFirst.has(part.slice(0, -1)))
      const may =
        !particle && vowel.test(part) && (part.length >= 3 || hand.short.has(part) || hand.shortFirst.has(part))
      bases.set(part, may ? (part.length >= 3 ? baseOf(part) : part) : undefined)
    }
    return bases.get(part)
  }
  const mayHead = (part: string): boolean =>
    !hand.neverLast.has(part) && vowel.test(part) && (part.length >= 3 ? known.has(part) : hand.short.has(part))
  const prior = (lemma: string): number => smoothing * (1 + Math.sqrt(frequency.get(lemma) ?? 0))

  let modifiers = new Map<string, number>()
  let heads = new Map<string, number>()
  const add = (counts: Map<string, number>, part: string): void => {
    counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const words = [...vocabulary].filter((word) => word.length >= 5 && word.length < 40).sort()
  for (const word of words) {
    for (let at = 2; at <= word.length - 2; at++) {
      if (modifierBase(word.slice(0, at)) === undefined || !mayHead(word.slice(at))) continue
      add(modifiers, word.slice(0, at))
      add(heads, word.slice(at))
    }
  }
  let modifierTotal = sum(modifiers)
  let headTotal = sum(heads)
  const modifierCost = (part: string): number => {
    const base = modifierBase(part)
    if (base === undefined) return Number.POSITIVE_INFINITY
    return Math.log2(modifierTotal / ((modifiers.get(part) ?? 0) + prior(base)))
  }
  const headCost = (part: string): number =>
    mayHead(part) ? Math.log2(headTotal / ((heads.get(part) ?? 0) + prior(part))) : Number.POSITIVE_INFINITY
  const wholeCost = (word: string): number => {
    const uses = Math.max(heads.get(word) ?? 0, modifiers.get(word) ?? 0, modifiers.get(`${word}s`) ?? 0)
    return Math.min(letterBits * word.length + wordBits, uses > 0 ? Math.log2(headTotal / uses) + usedBits : Infinity)
  }
  for (let round = 0; round < rounds; round++) {
    const nextModifiers = new Map<string, number>()
    const nextHeads = new Map<string, number>()
    for (const word of words) {
      const parts = cheapestParts(word, {
        whole: wholeCost,
        modifier: (part) => modifierCost(part) + partBits,
        head: headCost,
      })
      if (parts.length < 2) continue
      for (const part of parts.slice(0, -1)) add(nextModifiers, part)
      add(nextHeads, parts.at(-1)!)
    }
    modifiers = nextModifiers
    heads = nextHeads
    modifierTotal = sum(modifiers)
    headTotal = sum(heads)
  }
  const priced = (counts: ReadonlyMap<string, number>, cost: (part: string) => number): Map<string, number> =>
    new Map([...counts.keys()].sort().map((part) => [part, Math.round(4 * cost(part))]))
  return {
    modifiers: priced(modifiers, modifierCost),
    heads: priced(heads, headCost),
    unseen: Math.round(4 * Math.log2(modifierTotal / smoothing)),
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}

function collect({ facts, open, names, vocabulary, lemmatize }: CompoundSources): {
  known: Set<string>
  vocabulary: Set<string>
  nounForms: Set<string>
  frequency: Map<string, number>
} {
  const known = new Set<string>()
  const nounForms = new Set<string>()
  for (const { form, lemma, tag } of facts) {
    if (tag === 'NOUN') nounForms.add(form.toLowerCase())
    if (!['NOUN', 'VERB', 'ADJ', 'NUM'].includes(tag)) continue
    if (/^[a-zæøåéü]+$/.test(lemma.toLowerCase())) known.add(lemma.toLowerCase())
  }
  const all = new Set(known)
  const frequency = new Map<string, number>()
  for (const [word, count] of open) {
    const lemma = lemmatize(word)
    frequency.set(lemma, (frequency.get(lemma) ?? 0) + count)
    if (names.has(word) || !/^[a-zæøå]{4,}$/.test(word)) continue
    if (word.length >= 5) all.add(lemma)
    // by hand: once in a million words or more, and long enough not to be noise.
    if (count > 1 && lemma.length > 3) known.add(lemma)
  }
  for (const word of vocabulary) if (/^[a-zæøå]{5,}$/.test(word) && !names.has(word)) all.add(lemmatize(word))
  return { known, vocabulary: all, nounForms, frequency }
}

function readHand(lines: readonly string[]): {
  neverFirst: Set<string>
  neverLast: Set<string>
  short: Set<string>
  shortFirst: Set<string>
  stems: Map<string, string>
} {
  const of = (kind: string): string[][] => lines.map((line) => line.split('\t')).filter((row) => row[0] === kind)
  const set = (kind: string): Set<string> => new Set(of(kind).map(([, word = '']) => word))
  return {
    neverFirst: set('never-first'),
    neverLast: set('never-last'),
    short: set('short'),
    shortFirst: set('short-first'),
    stems: new Map(of('stem').map(([, form = '', lemma = '']) => [form, lemma])),
  }
}
