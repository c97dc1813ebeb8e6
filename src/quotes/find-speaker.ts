import type { Document } from '../model/document.js'
import type { Words } from '../words/read-words.js'
import { kindBit, quoteWordsOf } from './quote-words.js'

/** Where to look for who said something: the stretch before the words, the words, the stretch after. Tokens. */
export interface SpokenPart {
  readonly before: number
  readonly first: number
  readonly end: number
  readonly after: number
}

/** An attribution in running text: ", siger Anna Holm". */
export interface SpeakerTag {
  /** First token of the sentence it stands in. */
  readonly sentenceFirst: number
  /** The comma before the verb. */
  readonly place: number
  /** The token after the sentence. */
  readonly end: number
  readonly speaker?: string
}

/** What the search for speakers needs of a document; remembers who spoke last. */
export interface SpeakerSearch {
  readonly textOf: (token: number) => string
  readonly isPunctuation: (token: number) => boolean
  readonly isVerb: (token: number) => boolean
  /** The name that begins at a token, and the token after it. */
  readonly nameAt: (token: number, end: number) => { name: string; end: number } | undefined
  /** A short lower-case word that may stand for the speaker: a pronoun. */
  readonly isPronoun: (token: number) => boolean
  readonly tagsBetween: (first: number, end: number) => SpeakerTag[]
  lastSpeaker: string | undefined
}

// by hand: between the verb and the name may stand a title of a few words ("siger formand for skolen Anna Holm")
const reach = 7

/** Prepares the search for the speakers of a document. */
export function speakerSearch(document: Document, words: Words): SpeakerSearch {
  const textOf = (token: number): string => document.text.slice(words.starts[token] ?? 0, words.ends[token] ?? 0)
  const formAt = (token: number) => words.forms[words.formOf[token] ?? -1]
  const isPunctuation = (token: number): boolean => formAt(token) === undefined
  const verbForms = words.forms.map(({ lower, language }) => quoteWordsOf(language).attributionVerbs.has(lower))
  const pronoun = kindBit('speaker')
  const pronounForms = words.forms.map(({ lower, language }) => {
    return ((quoteWordsOf(language).kinds.get(lower) ?? 0) & pronoun) !== 0
  })
  const isName = (token: number): boolean => {
    const form = formAt(token)
    return form !== undefined && !form.isNumber && form.surface !== form.lower && !form.isStopword
  }
  const search: SpeakerSearch = {
    textOf,
    isPunctuation,
    isVerb: (token) => verbForms[words.formOf[token] ?? -1] === true,
    isPronoun: (token) => pronounForms[words.formOf[token] ?? -1] === true,
    nameAt: (token, end) => {
      if (!isName(token)) return undefined
      let last = token + 1
      while (last < end) {
        if (isName(last)) last++
        else if (
          last + 1 < end &&
          isParticle(textOf(last), words.ends[last - 1]! - words.starts[last - 1]!) &&
          isName(last + 1)
        )
          last += 2
        else break
      }
      return { name: document.text.slice(words.starts[token]!, words.ends[last - 1]!), end: last }
    },
    tagsBetween: (first, end) => findTags(search, words, first, end),
    lastSpeaker: undefined,
  }
  return search
}

/** Small words inside names (Ludwig van Beethoven) and the stop of an initial (J. Holm). */
function isParticle(word: string, lengthBefore: number): boolean {
  return (
    (word === '.' && lengthBefore === 1) ||
    word === 'von' ||
    word === 'van' ||
    word === 'de' ||
    word === 'af' ||
    word === 'of'
  )
}

/**
 * Who says the words: behind them ("…", siger Anna / "…", Anna says), before them (Anna siger: "…"; Anna: "…").
 * `undefined` when nobody is said to say them; an object without a name when somebody unnamed is.
 */
export function findSpeaker(search: SpeakerSearch, part: SpokenPart): { speaker?: string } | undefined {
  return speakerAfter(search, part.end, part.after) ?? speakerBefore(search, part.before, part.first)
}

function speakerAfter(search: SpeakerSearch, closing: number, end: number): { speaker?: string } | undefined {
  let token = closing
  // the closing mark, and a comma on either side of it
  while (token < end && search.isPunctuation(token) && token < closing + 3) {
    if ('.!?'.includes(search.textOf(token)) && token > closing) return undefined
    token++
  }
  if (token >= end) return undefined
  if (search.isVerb(token)) return subjectAfter(search, token + 1, end)
  if (search.isPronoun(token) && search.isVerb(token + 1)) return remember(search, undefined)
  const name = search.nameAt(token, end)
  if (name && verbWithin(search, name.end, Math.min(end, name.end + 8))) return remember(search, name.name)
  return undefined
}

function speakerBefore(search: SpeakerSearch, start: number, opening: number): { speaker?: string } | undefined {
  let token = opening - 1
  let isColon = false
  while (token >= start && search.isPunctuation(token) && token > opening - 4) {
    if (search.textOf(token) === ':') isColon = true
    else if ('.!?'.includes(search.textOf(token))) return undefined
    token--
  }
  if (token < start) return undefined
  // only words of the same sentence
  let from = token
  while (from > start && token - from < 14 && !isStop(search, from - 1)) from--
  const verb = lastVerb(search, from, token)
  if (verb === undefined) {
    const name = isColon && token - from < 4 ? search.nameAt(from, token + 1) : undefined
    return name && name.end === token + 1 ? remember(search, name.name) : undefined
  }
  if (!isColon && verb < token - 3) return undefined
  for (let place = from; place < verb; place++) {
    const name = search.nameAt(place, verb)
    if (name) return remember(search, name.name)
  }
  return subjectAfter(search, verb + 1, token + 1)
}

function isStop(search: SpeakerSearch, token: number): boolean {
  return search.isPunctuation(token) && '.!?'.includes(search.textOf(token))
}

function lastVerb(search: SpeakerSearch, from: number, to: number): number | undefined {
  for (let token = to; token >= from; token--) if (search.isVerb(token)) return token
  return undefined
}

function verbWithin(search: SpeakerSearch, from: number, end: number): boolean {
  for (let token = from; token < end && !isStop(search, token); token++) if (search.isVerb(token)) return true
  return false
}

/** The name after the verb, past a title in small letters; a pronoun stands for who spoke last. */
function subjectAfter(search: SpeakerSearch, from: number, end: number): { speaker?: string } {
  if (search.isPronoun(from)) return remember(search, undefined)
  for (let token = from; token < Math.min(end, from + reach) && !isStop(search, token); token++) {
    const name = search.nameAt(token, end)
    if (name) return remember(search, name.name)
  }
  return {}
}

function remember(search: SpeakerSearch, name: string | undefined): { speaker?: string } {
  const known = search.lastSpeaker
  if (name === undefined) return known ? { speaker: known } : {}
  // a surname alone is the person named in full before
  const speaker = known?.endsWith(` ${name}`) ? known : name
  search.lastSpeaker = speaker
  return { speaker }
}

/** Attributions without quotation marks: a comma, the verb, then a name or pronoun; or the other way round. */
function findTags(search: SpeakerSearch, words: Words, first: number, end: number): SpeakerTag[] {
  const tags: SpeakerTag[] = []
  let sentenceFirst = first
  for (let token = first; token < end; token++) {
    if (words.sentences[token] !== words.sentences[sentenceFirst]) sentenceFirst = token
    // a few words at least come before
    if (token < sentenceFirst + 4 || search.textOf(token) !== ',') continue
    const next = token + 1
    const isInverted = search.isVerb(next) && (search.isPronoun(next + 1) || search.nameAt(next + 1, end) !== undefined)
    const isPlain = search.isPronoun(next) && search.isVerb(next + 1) && (next + 2 >= end || isStop(search, next + 2))
    if (!isInverted && !isPlain) continue
    let sentenceEnd = token
    while (sentenceEnd < end && words.sentences[sentenceEnd] === words.sentences[token]) sentenceEnd++
    const { speaker } = isInverted ? subjectAfter(search, next + 1, sentenceEnd) : remember(search, undefined)
    tags.push({ sentenceFirst, place: token, end: sentenceEnd, ...(speaker && { speaker }) })
    token = sentenceEnd - 1
  }
  return tags
}
