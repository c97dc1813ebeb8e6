import type { Language } from '../model/language.js'
import { isCommonLemma, isKnownName, rarity } from './background.js'
import { lemmatize } from './lemmatize.js'
import { splitCompound } from './split-compound.js'
import { stopwordsOf } from './stopwords.js'
import { wordClass } from './word-class.js'
import type { WordForm } from './word-form.js'

/** What a document says of words with a capital. */
export interface Evidence {
  /** Whether the entry stood where no sentence starts. */
  hasMetInside(entry: number): boolean
  /** Whether a word stands in the document as given. */
  hasMet(word: string): boolean
}

/** A word with a capital, of which documents say whether it is a name: what is known before any is read. */
export interface KnownWord {
  readonly surface: string
  readonly lower: string
  readonly language: Language | undefined
  readonly isNumber: boolean
  /** A name unless the document has it in small letters; else a common word at the start of sentences, at most. */
  readonly isNameAlone: boolean
  /** The word without a genitive ending, if it may have one. */
  readonly bare: string | undefined
  /** Whether the ending is one in every document. */
  readonly isGenitive: boolean
  /** Worked out when first asked; the same for every document. */
  startsSentences: boolean | undefined
  common: WordForm | undefined
  name: WordForm | undefined
  bareName: WordForm | undefined
}

/**
 * The form of a word that is the same in every document, or what is known of it where documents have a say.
 * @param surface - kept: memory of its own, no slice of a text.
 */
export function knowWord(language: Language | undefined, surface: string, isNumber: boolean): WordForm | KnownWord {
  const lower = surface.toLowerCase()
  if (!startsWithCapital(surface, lower)) return makeForm(language, surface, lower, isNumber, false, undefined)
  let isNameAlone = false
  let bare: string | undefined
  if (language && !isNumber) {
    if (stopwordsOf(language).has(lower) || isAlwaysCommon(language, surface, lower)) {
      return makeForm(language, surface, lower, isNumber, true, undefined)
    }
    isNameAlone = isKnown(language, lower) || wordClass(language, lower) === 'name'
    bare = withoutGenitive(surface)
  }
  return {
    surface,
    lower,
    language,
    isNumber,
    isNameAlone,
    bare,
    isGenitive: bare !== undefined && (surface.length - bare.length > 1 || isKnownName(language!, bare.toLowerCase())),
    startsSentences: undefined,
    common: undefined,
    name: undefined,
    bareName: undefined,
  }
}

/** Whether `knowWord` gave a form. */
export function isForm(known: WordForm | KnownWord): known is WordForm {
  return 'lemma' in known
}

/** The form of a word in a document: names are told from common words by all of the document together. */
export function formOf(known: KnownWord, evidence: Evidence, entry: number): WordForm {
  const { language, surface, lower, isNumber, bare } = known
  const form = (name: string | undefined): WordForm => makeForm(language, surface, lower, isNumber, true, name)
  if (isCommonIn(known, evidence, entry)) return (known.common ??= form(undefined))
  // A name loses its genitive ending when the bare name is known or stands in the text too: `Odenses`, `Odense`.
  if (bare !== undefined && (known.isGenitive || evidence.hasMet(bare))) return (known.bareName ??= form(bare))
  return (known.name ??= form(surface))
}

/** Whether a document shows a word to be a common one. */
function isCommonIn(known: KnownWord, evidence: Evidence, entry: number): boolean {
  const { language, isNumber, lower } = known
  if (!language || isNumber) return !evidence.hasMetInside(entry)
  if (evidence.hasMet(lower)) return true
  if (known.isNameAlone || evidence.hasMetInside(entry)) return false
  // Words that only start sentences are compounds more often than names, if they are long or can be split.
  return (known.startsSentences ??= lower.length > 10 || splitCompound(language, lower).length > 1)
}

/** Whether a capitalised form is a common word in every document. */
function isAlwaysCommon(language: Language, surface: string, lower: string): boolean {
  // `HR-afdelingen`, `EU-lande`: a name as modifier of a common word.
  if (/[-‐‑]\p{Ll}[\p{Ll}\p{M}]+$/u.test(surface)) return true
  return !isKnown(language, lower) && isCommonLemma(language, lemmatize(language, surface))
}

function isKnown(language: Language, lower: string): boolean {
  return isKnownName(language, lower) || isKnownName(language, lower.replace(/['’]?s$/u, ''))
}

/** @param name - what the word is as a name; `undefined`: it is none. */
function makeForm(
  language: Language | undefined,
  surface: string,
  lower: string,
  isNumber: boolean,
  capitalised: boolean,
  name: string | undefined,
): WordForm {
  const isName = name !== undefined
  const isWord = language !== undefined && !isNumber
  const lemma = name === undefined ? (isWord ? lemmatize(language, surface) : lower) : isWord ? name : surface
  const key = isWord ? lemma.toLowerCase() : lower
  return {
    surface,
    lower,
    lemma,
    key: `${language?.code ?? 'und'}:${key}`,
    language,
    isStopword: isWord && stopwordsOf(language).has(lower),
    isNumber,
    class: isNumber ? 'number' : isName ? 'name' : isWord ? wordClass(language, lower) : 'other',
    rarity: language ? rarity(language, key) : 0,
    capitalised,
    isName,
  }
}

function withoutGenitive(surface: string): string | undefined {
  return /^(.+?)(?:['’]s|['’]|s)$/u.exec(surface)?.[1]
}

function startsWithCapital(surface: string, lower: string): boolean {
  if (surface.charCodeAt(0) === lower.charCodeAt(0) && surface.charCodeAt(0) < 0x80) return false
  const letter = String.fromCodePoint(surface.codePointAt(0) ?? 0)
  return letter !== letter.toLowerCase()
}
