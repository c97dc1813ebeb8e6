import type { Language } from '../model/language.js'
import { type FurnitureHit, type LineWord, lineWords, matchFurniture } from './furniture/match-furniture.js'
import { isNameLine } from './page-byline.js'
import { isDateLine, isTimeLine } from './page-date.js'
import type { ReadBlock } from './reading.js'

/** What can be seen of a block by itself. */
export interface BlockFacts {
  readonly text: string
  readonly words: readonly LineWord[]
  /** Words in the whole block, counted by white space. */
  readonly length: number
  /** Words that begin with a capital letter, of the first 40. */
  readonly capitals: number
  /** Words that the languages ignore as terms, of the first 40. */
  readonly stopwords: number
  /** Numbers, of the first 40 words. */
  readonly numbers: number
  /** What the block ends with. */
  readonly ending: 'stop' | 'colon' | 'comma' | 'word' | 'bracket' | 'other'
  /** Whether a sentence ends further in. */
  readonly hasInnerStop: boolean
  readonly opening: 'upper' | 'lower' | 'digit' | 'quote' | 'dash' | 'symbol'
  readonly hits: readonly FurnitureHit[]
  /** The text as compared with other blocks: words in lower case, joined by spaces. */
  readonly key: string
  /** Whether the block is a date, a time of day, a person's name, and little else. */
  readonly isDate: boolean
  readonly isTime: boolean
  readonly isName: boolean
  /** Share of the text that is links, 0–1. */
  readonly linked: number
}

const setsOfStopwords = new WeakMap<Language, ReadonlySet<string>>()

/** What can be seen of each block. Linear in the text. */
export function blockFacts(languages: readonly Language[], blocks: readonly ReadBlock[]): BlockFacts[] {
  const stopwords = languages.map(stopwordsOf)
  return blocks.map((block) => factsOf(languages, stopwords, block))
}

/** The text of a block. */
export function blockText(block: ReadBlock): string {
  const { pieces } = block
  return pieces.length === 1 ? (pieces[0]?.text ?? '') : pieces.map(({ text }) => text).join('')
}

function factsOf(
  languages: readonly Language[],
  stopwordSets: readonly ReadonlySet<string>[],
  block: ReadBlock,
): BlockFacts {
  const raw = blockText(block)
  const text = raw.trim()
  const words = lineWords(text)
  let capitals = 0
  let stopwords = 0
  let numbers = 0
  for (const { word, start } of words) {
    if (text.charCodeAt(start) !== word.charCodeAt(0)) capitals++
    else if (isNumber(word)) numbers++
    for (const set of stopwordSets) {
      if (set.has(word)) {
        stopwords++
        break
      }
    }
  }
  let linked = 0
  for (const { kind, start, end } of block.marks) if (kind === 'link') linked += end - start
  const tail = text.slice(-3)
  // by hand: units; longer lines are neither a name nor a time
  const isShort = text.length <= 160
  const opening = openingOf(text)
  return {
    text,
    words,
    length: countWords(text),
    capitals,
    stopwords,
    numbers,
    ending: endingOf(tail),
    hasInnerStop: hasInnerStop(text),
    opening,
    hits: matchFurniture(languages, words),
    key: keyOf(words),
    isDate: isDateLine(text),
    isTime: isShort && isTimeLine(text),
    isName: isShort && opening === 'upper' && words.length > 1 && isNameLine(text),
    linked: raw.length > 0 ? Math.min(1, linked / raw.length) : 0,
  }
}

function keyOf(words: readonly LineWord[]): string {
  let key = ''
  for (const { word } of words) if (word !== ':') key += key === '' ? word : ` ${word}`
  return key
}

// by hand: how far into a block a second sentence is looked for; units
const innerReach = 600

/** Whether a sentence ends and another begins with a capital letter. */
function hasInnerStop(text: string): boolean {
  const end = Math.min(text.length, innerReach)
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 46 && unit !== 33 && unit !== 63 && unit !== 0x2026) continue
    let next = at + 1
    if ('"”»’)'.includes(text[next] ?? ' ')) next++
    const space = next
    while (next < end && isSpace(text.charCodeAt(next))) next++
    if (next === space) continue
    if ('"“»(–-'.includes(text[next] ?? ' ')) next++
    if (next < end && isCapital(text, next)) return true
    at = next - 1
  }
  return false
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 65 && unit <= 90
  return /^\p{Lu}/u.test(text.slice(at, at + 2))
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 0xa0 || unit === 13 || unit === 0x2009 || unit === 0x202f
}

function isNumber(word: string): boolean {
  const first = word.charCodeAt(0)
  return first < 128 ? first >= 48 && first <= 57 : /^\p{N}/u.test(word)
}

/** Words by white space; of scripts without spaces two characters count as one. */
function countWords(text: string): number {
  let words = 0
  let isInside = false
  let unspaced = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isBlank = unit === 32 || unit === 10 || unit === 9 || unit === 0xa0 || unit === 13
    if (!isBlank && !isInside) words++
    isInside = !isBlank
    if (unit >= 0x0e00 && isUnspaced(unit)) unspaced++
  }
  return words + (unspaced >> 1)
}

/** Thai to Khmer, kana and Chinese characters. */
function isUnspaced(unit: number): boolean {
  return (
    unit <= 0x0eff ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff)
  )
}

function endingOf(tail: string): BlockFacts['ending'] {
  // most lines end with a plain letter or a full stop
  const last = tail.charCodeAt(tail.length - 1)
  if (last === 46) return 'stop'
  if (last >= 97 && last <= 122) return 'word'
  const bare = tail.replace(/["”“»«’'\])*_]+$/u, '')
  if (/[.!?…。！？]$/u.test(bare)) return 'stop'
  if (bare.endsWith(':')) return 'colon'
  if (/[,;–-]$/u.test(bare)) return 'comma'
  if (/[)\]]$/u.test(tail)) return 'bracket'
  return /[\p{L}\p{N}\p{M}]$/u.test(bare) ? 'word' : 'other'
}

function openingOf(text: string): BlockFacts['opening'] {
  const unit = text.charCodeAt(0)
  if (unit >= 65 && unit <= 90) return 'upper'
  if (unit >= 97 && unit <= 122) return 'lower'
  const first = text.slice(0, 2)
  if (/^\p{Lu}/u.test(first)) return 'upper'
  if (/^\p{L}/u.test(first)) return 'lower'
  if (/^\p{N}/u.test(first)) return 'digit'
  if (/^["”“»«„’'‘]/u.test(first)) return 'quote'
  return /^[–—-]/u.test(first) ? 'dash' : 'symbol'
}

function stopwordsOf(language: Language): ReadonlySet<string> {
  let words = setsOfStopwords.get(language)
  if (!words) {
    words = new Set(language.stopwords.split('\n'))
    setsOfStopwords.set(language, words)
  }
  return words
}
