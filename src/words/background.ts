import type { Language } from '../model/language.js'
import { unpackGroups } from './unpack-words.js'

interface Background {
  /** Lemma to -log2 of its relative frequency. */
  readonly rarities: ReadonlyMap<string, number>
  readonly names: ReadonlySet<string>
  readonly unseen: number
}

const cache = new WeakMap<Language, Background>()

/**
 * How rare a lemma is in open text: -log2 of its relative frequency, in steps of a half. About 5 for the commonest words,
 * 12 for everyday nouns, 18 for the rarest listed; a lemma that is not listed is a step rarer than those.
 * @param lemma - as `lemmatize` gives it; in lower case also for names.
 * @remarks Learnt by data/learn/learn-words.ts from word counts of open text.
 */
export function rarity(language: Language, lemma: string): number {
  const background = backgroundOf(language)
  return background.rarities.get(lemma) ?? background.unseen
}

/** Whether a lemma is among the common ones of open text, and no name. */
export function isCommonLemma(language: Language, lemma: string): boolean {
  const { rarities, names } = backgroundOf(language)
  return rarities.has(lemma) && !names.has(lemma)
}

/** Whether a word in lower case is a well-known name, and seldom anything else: `danmark`, `mette`. */
export function isKnownName(language: Language, lower: string): boolean {
  return backgroundOf(language).names.has(lower)
}

function backgroundOf(language: Language): Background {
  let background = cache.get(language)
  if (!background) cache.set(language, (background = unpack(language.background)))
  return background
}

function unpack(packed: string): Background {
  const rarities = new Map<string, number>()
  const names = new Set<string>()
  const gap = packed.indexOf('\n\n')
  const classes = packed.slice(gap + 2)
  let place = 0
  let rarest = 0
  unpackGroups(packed.slice(0, Math.max(gap, 0)), (lemma, group) => {
    const bits = (classes.charCodeAt(place++) - 35) / 2
    rarities.set(lemma, bits)
    if (group === 'name') names.add(lemma)
    if (bits > rarest) rarest = bits
  })
  return { rarities, names, unseen: rarest + 1 }
}
