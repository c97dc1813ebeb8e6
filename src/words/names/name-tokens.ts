import type { Document } from '../../model/document.js'
import type { Language } from '../../model/language.js'
import type { Span } from '../../model/span.js'
import { scanTokens, WordToken } from '../../text/scan-tokens.js'
import { NumberToken } from '../../text/token-kind.js'
import type { Words } from '../read-words.js'
import { type NameForm, nameFormsOf } from './name-form.js'

/** The tokens of a text, sentence by sentence, as the search for names reads them: forms are made when asked for. */
export interface NameTokens {
  readonly count: number
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
  /** Sentences with the language that most of each is in; those in none at hand are left out. */
  readonly sentences: readonly NameSentence[]
  /** The first token from a place up to `past` that may be a word written with a capital; else `past`. */
  nextCapital(place: number, past: number): number
  formAt(place: number, language: Language): NameForm
}

/** Tokens `from` up to `to`. */
export interface NameSentence {
  readonly from: number
  readonly to: number
  readonly language: Language
}

/** The tokens of a document whose words were read. */
export function tokensOfWords({ text }: Document, words: Words): NameTokens {
  const { count, starts, ends, formOf, forms, sentenceStarts } = words
  const capitals = new Uint8Array(forms.length)
  const languages = new Set<Language | undefined>()
  for (let index = 0; index < forms.length; index++) {
    const { surface, lower, language, isNumber } = forms[index]!
    if (!isNumber && surface !== lower) capitals[index] = 1
    languages.add(language)
  }
  const only = languages.size === 1 ? forms[0]!.language : undefined
  const made = new Map<Language, (NameForm | undefined)[]>()
  let lastLanguage: Language | undefined
  let lastMade: (NameForm | undefined)[] = []
  const sentences: NameSentence[] = []
  for (let index = 0; index + 1 < sentenceStarts.length; index++) {
    const from = sentenceStarts[index]!
    const to = sentenceStarts[index + 1]!
    const language = only ?? mostUsedLanguage(words, from, to)
    if (language) sentences.push({ from, to, language })
  }
  return {
    ...{ count, starts, ends, sentences },
    nextCapital(place, past) {
      while (place < past && (formOf[place]! < 0 || capitals[formOf[place]!] === 0)) place++
      return place
    },
    formAt(place, language) {
      const number = formOf[place]!
      if (number < 0) return nameFormsOf(language).mark(text.slice(starts[place], ends[place]))
      if (language !== lastLanguage) {
        lastLanguage = language
        lastMade = made.get(language) ?? new Array(forms.length)
        made.set(language, lastMade)
      }
      let form = lastMade[number]
      if (!form) {
        const { surface, isNumber } = forms[number]!
        form = isNumber ? nameFormsOf(language).number(surface) : nameFormsOf(language).word(surface)
        lastMade[number] = form
      }
      return form
    },
  }
}

/** The language of most words; of two with equally many, the one met first. */
function mostUsedLanguage({ formOf, forms }: Words, from: number, to: number): Language | undefined {
  let only: Language | undefined
  let counts: Map<Language, number> | undefined
  for (let place = from; place < to; place++) {
    const language = formOf[place]! < 0 ? undefined : forms[formOf[place]!]!.language
    if (!language) continue
    if (!only) only = language
    else if (language !== only && !counts) counts = new Map()
  }
  if (!counts) return only
  for (let place = from; place < to; place++) {
    const language = formOf[place]! < 0 ? undefined : forms[formOf[place]!]!.language
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  let best = only
  for (const [language, count] of counts) if (count > counts.get(best!)!) best = language
  return best
}

/** The tokens of a bare text. */
export function tokensOfText(text: string, sentences: readonly (Span & { readonly language: Language })[]): NameTokens {
  const starts: number[] = []
  const ends: number[] = []
  const kinds: number[] = []
  const read: NameSentence[] = []
  for (const { start, end, language } of sentences) {
    const from = starts.length
    scanTokens(language, text, start, end, (tokenStart, tokenEnd, kind) => {
      starts.push(tokenStart)
      ends.push(tokenEnd)
      kinds.push(kind)
    })
    read.push({ from, to: starts.length, language })
  }
  return {
    ...{ count: starts.length, starts, ends, sentences: read },
    nextCapital(place, past) {
      while (place < past && (kinds[place] !== WordToken || !hasCapital(text, starts[place]!, ends[place]!))) place++
      return place
    },
    formAt(place, language) {
      const surface = text.slice(starts[place], ends[place])
      const forms = nameFormsOf(language)
      const kind = kinds[place]
      return kind === WordToken
        ? forms.word(surface)
        : kind === NumberToken
          ? forms.number(surface)
          : forms.mark(surface)
    },
  }
}

/** Quick for plain small letters; any other unit but a hyphen may be part of a capital. */
function hasCapital(text: string, start: number, end: number): boolean {
  for (let place = start; place < end; place++) {
    const unit = text.charCodeAt(place)
    if (unit < 0x61 ? unit >= 0x41 && unit <= 0x5a : unit > 0x7f && unit !== 0xe6 && unit !== 0xf8 && unit !== 0xe5)
      return true
  }
  return false
}
