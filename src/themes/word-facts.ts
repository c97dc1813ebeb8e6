import type { Language } from '../model/language.js'
import { rarity } from '../words/background.js'
import type { WordForm } from '../words/read-words.js'
import { type WordClass, wordClass } from '../words/word-class.js'
import { themeWordsOf } from './theme-words.js'

/** How a word is written. */
export const Casing = { lower: 0, capital: 1, upper: 2, mixed: 3 } as const

/** What is known of a form, or of a part of one with hyphens, whatever the text. */
export interface WordFacts {
  readonly surface: string
  readonly lemmaText: string
  /** Of the lemma in open text, in bits. */
  readonly rarity: number
  readonly language: Language | undefined
  readonly isStopword: boolean
  readonly isNumber: boolean
  readonly isConnector: boolean
  readonly isGeneric: boolean
  readonly isCalendar: boolean
  readonly wordClass: WordClass
  /** One of `Casing`. */
  readonly casing: number
  readonly letters: number
  /** May begin a theme. */
  readonly startsPhrase: boolean
  /** May end one. */
  readonly endsPhrase: boolean
  /** May be one by itself. */
  readonly standsAlone: boolean
  /** May stand in one behind its first word. */
  readonly continuesPhrase: boolean
  /** Belongs to the noun phrase it touches: a number, a name, or what is neither stop word, verb nor adverb. */
  readonly isContent: boolean
}

/** Rarity of what no list knows: one in a million words. */
export const unknownRarity = 20

const cache = new WeakMap<WordForm, readonly WordFacts[]>()

/**
 * The words that themes see in a form: itself, or its parts between hyphens and slashes (*open-source* is *open source*).
 * Kept as long as the form is, which for words in small letters is from one text to the next.
 */
export function readFacts(form: WordForm): readonly WordFacts[] {
  let facts = cache.get(form)
  if (!facts) cache.set(form, (facts = read(form)))
  return facts
}

function read(form: WordForm): WordFacts[] {
  const { surface } = form
  const acronym = acronymOf(surface)
  if (acronym !== undefined) return [readPart(form, surface, acronym.toLowerCase())]
  const lemma = lemmaOf(form)
  const surfaces = form.isNumber ? [surface] : surface.split(/[-/‐‑]/u)
  if (surfaces.length < 2 || surfaces.length > 5 || surfaces.includes('')) return [readPart(form, surface, lemma)]
  const lemmas = lemma.split(/[-/‐‑]/u)
  return surfaces.map((part, index) =>
    readPart(form, part, lemmas.length === surfaces.length ? lemmas[index]! : part.toLowerCase()),
  )
}

function readPart(form: WordForm, surface: string, lemmaText: string): WordFacts {
  const { language, isNumber } = form
  const lower = surface.toLowerCase()
  const lists = language && themeWordsOf(language)
  const isWhole = surface.length === form.surface.length
  const isStopword = form.isStopword && isWhole
  const kind = isWhole || !language ? form.class : wordClass(language, lower)
  const casing = casingOf(surface, lower)
  const letters = surface.length
  const isWordLike = language !== undefined && !isStopword && !isNumber
  // Adjectives and verbs are weighed, not shut out: a word's class by itself is wrong too often (*testing*, *open*).
  const startsPhrase = isWordLike && (casing !== Casing.lower || (kind !== 'function' && kind !== 'adverb'))
  return {
    surface,
    lemmaText,
    rarity: language ? rarity(language, lemmaText) : unknownRarity,
    language,
    isStopword,
    isNumber,
    isConnector: lists?.connectors.has(lower) ?? false,
    isGeneric: lists?.generic.has(lemmaText) ?? false,
    isCalendar: lists?.calendar.has(lemmaText) ?? false,
    wordClass: kind,
    casing,
    letters,
    startsPhrase,
    endsPhrase: isNumber || startsPhrase,
    standsAlone: startsPhrase && (letters > 1 || casing !== Casing.lower),
    continuesPhrase: isNumber || startsPhrase,
    isContent:
      language !== undefined &&
      !isStopword &&
      (isNumber || (startsPhrase && !(casing === Casing.lower && kind === 'verb'))),
  }
}

/** The acronym of an inflected one, in whatever way its ending is tied to it: *ETF'er*, *EU's*, *TV-et*, *REITs*. */
export function acronymOf(surface: string): string | undefined {
  const second = surface.charCodeAt(1)
  if (surface.length < 3 || (second >= 0x61 && second <= 0x7a)) return undefined
  return /^(\p{Lu}[\p{Lu}\p{N}]+)(?:['’]\p{Ll}{1,4}|-(?:er|en|et|erne|ens|s)|s)$/u.exec(surface)?.[1]
}

/** In lower case; an acronym in S is no plural: *TTS*. */
function lemmaOf({ surface, lower, lemma }: WordForm): string {
  if (surface.length < 7 && surface.endsWith('S') && /^\p{Lu}+$/u.test(surface)) return lower
  return cutGenitive(lemma.toLowerCase())
}

function cutGenitive(lemma: string): string {
  return lemma.length > 3 ? lemma.replace(/['’]s?$/, '') : lemma
}

function casingOf(surface: string, lower: string): number {
  if (lower === surface) return Casing.lower
  const bare = surface.replace(/['’]?s$/, '')
  if (bare.length > 1 && bare === bare.toUpperCase()) return Casing.upper
  const rest = surface.slice(1)
  return rest === rest.toLowerCase() ? Casing.capital : Casing.mixed
}
