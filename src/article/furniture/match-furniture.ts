import type { Language } from '../../model/language.js'

/** What a phrase of page furniture is, as the lists in `data/<code>/furniture.tsv` name it. */
export type FurnitureKind = string

/** A phrase of the furniture lists, found in a line. */
export interface FurnitureHit {
  readonly kind: FurnitureKind
  /** `line`: the phrase is all there is; `start`: the line begins so; `inside`: it stands further in. */
  readonly where: 'line' | 'start' | 'inside'
  /** Offset in the line behind the phrase; what a `byline` or `read-also` names begins there. */
  readonly end: number
  /** Words of the line that the phrase spans. */
  readonly words: number
}

/** A word of a line, lower case, or a colon that ends a label. */
export interface LineWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** Kinds whose phrase introduces something: the line may go on behind it. */
const introducing: ReadonlySet<string> = new Set(['byline', 'read-also', 'follow', 'photo', 'previous', 'next'])

// by hand: furniture is short; what a long line says further in is prose
const wordLimit = 40
// by hand: how far apart the two halves of "tilmeld dig…nyhedsbrev" may stand
const gapLimit = 8

interface Phrase {
  readonly kind: string
  readonly segments: readonly (readonly string[])[]
  readonly fromStart: boolean
  readonly toEnd: boolean
}

interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>
}

const indexes = new WeakMap<Language, PhraseIndex>()

/**
 * The first 40 words of a line in lower case, numbers among them; a colon before a space counts as a word.
 * @remarks O(length), and never more than it takes to see 40 words.
 */
export function lineWords(line: string): LineWord[] {
  const words: LineWord[] = []
  for (let at = 0; at < line.length && words.length < wordLimit; ) {
    const kind = kindAt(line, at)
    if (kind === 0) {
      if (line.charCodeAt(at) === 58 && isSpaceAt(line, at + 1)) words.push({ word: ':', start: at, end: at + 1 })
      at++
      continue
    }
    const start = at
    let isPlain = true
    for (let step = kind; step > 0; step = kindAt(line, at)) {
      at += step
      // an apostrophe, a full stop or a hyphen joins what stands on both sides of it
      const unit = line.charCodeAt(at)
      if (unit === 0x2019) isPlain = false
      if ((unit === 39 || unit === 45 || unit === 46 || unit === 0x2019) && kindAt(line, at + 1) > 0) at++
    }
    const word = line.slice(start, at).toLowerCase()
    words.push({ word: isPlain ? word : word.replace(/’/g, "'"), start, end: at })
  }
  return words
}

/** Units of the letter, mark or digit at `at`; 0 where there is none. */
function kindAt(line: string, at: number): number {
  const unit = line.charCodeAt(at)
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) ? 1 : 0
  // Latin letters but × and ÷
  if (unit >= 0xc0 && unit <= 0x24f) return unit === 0xd7 || unit === 0xf7 ? 0 : 1
  if (Number.isNaN(unit)) return 0
  const character = String.fromCodePoint(line.codePointAt(at) ?? 0)
  return /^[\p{L}\p{M}\p{N}]/u.test(character) ? character.length : 0
}

/** Whether white space, or the end of the line, stands at `at`. */
function isSpaceAt(line: string, at: number): boolean {
  return at >= line.length || /\s/.test(line[at] ?? '')
}

/**
 * The phrases of page furniture that a line consists of, begins with or holds, in the order of the lists.
 * @param words - of the line, from `lineWords`
 * @remarks O(words × phrases that share a first word).
 */
export function matchFurniture(languages: readonly Language[], words: readonly LineWord[]): FurnitureHit[] {
  const hits: FurnitureHit[] = []
  if (words.length === 0) return hits
  const last = lastWord(words)
  for (const language of languages) {
    const { byFirstWord } = indexOf(language)
    for (let at = 0; at < words.length; at++) {
      const phrases = byFirstWord.get(words[at]?.word ?? '')
      if (!phrases) continue
      for (const phrase of phrases) {
        if (phrase.fromStart && at > 0 && phrase.kind !== 'previous' && phrase.kind !== 'next') continue
        const end = matchPhrase(phrase, words, at, last)
        if (end < 0) continue
        const where = at > 0 ? 'inside' : end >= last ? 'line' : 'start'
        hits.push({ kind: phrase.kind, where, end: words[end]?.end ?? 0, words: end - at + 1 })
      }
    }
  }
  return hits
}

/** Index of the last word that is neither a number nor a colon: "Kommentarer (2)" is "kommentarer". */
function lastWord(words: readonly LineWord[]): number {
  let last = words.length - 1
  while (last > 0 && /^(?::|\d+)$/.test(words[last]?.word ?? '')) last--
  return last
}

/** Index of the phrase's last word when it stands at `at`, else -1. */
function matchPhrase({ segments, toEnd }: Phrase, words: readonly LineWord[], at: number, last: number): number {
  let position = at
  let end = -1
  for (const [order, segment] of segments.entries()) {
    let start = position
    const latest = order === 0 ? position : position + gapLimit
    while (start <= latest && !segmentAt(segment, words, start)) start++
    if (start > latest) return -1
    end = start + segment.length - 1
    position = end + 1
  }
  return toEnd && end < last ? -1 : end
}

function segmentAt(segment: readonly string[], words: readonly LineWord[], at: number): boolean {
  for (let offset = 0; offset < segment.length; offset++) {
    if (words[at + offset]?.word !== segment[offset]) return false
  }
  return true
}

function indexOf(language: Language): PhraseIndex {
  let index = indexes.get(language)
  if (!index) {
    const byFirstWord = new Map<string, Phrase[]>()
    for (const line of language.furniture.split('\n')) {
      const phrase = readPhrase(line)
      const first = phrase?.segments[0]?.[0]
      if (!phrase || first === undefined) continue
      const phrases = byFirstWord.get(first)
      if (phrases) phrases.push(phrase)
      else byFirstWord.set(first, [phrase])
    }
    index = { byFirstWord }
    indexes.set(language, index)
  }
  return index
}

function readPhrase(line: string): Phrase | undefined {
  const tab = line.indexOf('\t')
  if (tab < 0) return undefined
  const kind = line.slice(0, tab)
  const text = line.slice(tab + 1)
  const segments = text
    .split('…')
    .map((segment) => lineWords(segment).map(({ word }) => word))
    .filter((segment) => segment.length > 0)
  return { kind, segments, fromStart: !text.startsWith('…'), toEnd: !text.endsWith('…') && !introducing.has(kind) }
}
