import { type Abbreviations, abbreviationClass, longestAbbreviation } from './abbreviations.js'
import { Digit, FullStop, isWordKind, kindAt, kindOfUnit, Lower, Upper } from './characters.js'

/**
 * What a full stop allows to start a sentence after it. `any`: capitals and digits; `starter`: only capital words that
 * often start sentences; `word`: capitals but for roman numbers and single letters; `nothing`.
 */
export type StopRule = 'any' | 'starter' | 'word' | 'nothing'

/** What the full stop at `place`, in a sentence that began at `start`, allows after it, by the word before it. */
export function stopBefore(text: string, start: number, place: number, abbreviations: Abbreviations): StopRule {
  const from = wordStart(text, start, place)
  const length = place - from
  if (length === 0 || length > longestAbbreviation) return 'any'
  const word = text.slice(from, place)
  if (isNumber(word)) {
    if (from === firstWord(text, start)) return 'nothing'
    return length <= 2 && abbreviations.beforeOrdinal.has(wordBefore(text, start, from)) ? 'starter' : 'any'
  }
  if (from === firstWord(text, start) && isListMark(word)) return 'nothing'
  // an initial is no abbreviation of the small letter: "John F. Kennedy", "kap. 2 f."
  const isInitial = /^\p{Lu}\p{M}*$/u.test(word)
  const kind = isInitial ? abbreviations.classes.get(word) : abbreviationClass(abbreviations, word)
  switch (kind) {
    case 'name':
    case 'middle':
      return 'nothing'
    case 'number':
      return 'word'
    case 'unit':
      return isNumber(wordBefore(text, start, from)) ? 'any' : 'word'
    case 'end':
      return 'any'
    case 'either':
      return 'starter'
    default:
  }
  // "det land, vi bor i."
  if (length === 1 && !isInitial && abbreviations.starters.has(word)) return 'any'
  if (/^\p{L}\p{M}*(?:\.\p{L}\p{M}*)*$/u.test(word)) return 'starter'
  // the last part of a compound: "Ex-Pres."
  const part = /[-‐‑/](\p{L}[^-‐‑/]*)$/u.exec(word)?.[1]
  return part && abbreviationClass(abbreviations, part) === 'name' ? 'nothing' : 'any'
}

/** Where the word that ends at `end` begins: letters, digits, and stops, hyphens, slashes, apostrophes inside. */
function wordStart(text: string, start: number, end: number): number {
  const lowest = Math.max(start, end - longestAbbreviation - 1)
  let from = end
  while (from > lowest) {
    const unit = text.charCodeAt(from - 1)
    // the second half of a pair: letters beyond the basic plane
    if (isWordKind(kindOfUnit(unit)) || (unit & 0xfc00) === 0xdc00) from--
    else if (from < end && isInner(unit) && from - 1 > lowest) from--
    else break
  }
  while (from < end && isInner(text.charCodeAt(from))) from++
  return from
}

/** `.` `,` `-` `/` `'` `’` `&` */
function isInner(unit: number): boolean {
  return (
    unit === FullStop ||
    unit === 0x2c ||
    unit === 0x2d ||
    unit === 0x2f ||
    unit === 0x27 ||
    unit === 0x2019 ||
    unit === 0x26
  )
}

/** The lower-case word before the one at `place`; empty where none stands. */
function wordBefore(text: string, start: number, place: number): string {
  let end = place
  while (end > start && end > place - 4 && !isWordKind(kindOfUnit(text.charCodeAt(end - 1)))) end--
  const from = wordStart(text, start, end)
  return text.slice(from, end).toLowerCase()
}

/** The first letter or digit of the sentence, past a few opening marks. */
function firstWord(text: string, start: number): number {
  let place = start
  while (place < start + 4) {
    const kind = kindAt(text, place)
    if (kind === Lower || kind === Upper || kind === Digit) break
    place++
  }
  return place
}

function isNumber(word: string): boolean {
  return /^[\p{N}][\p{N}.,/:-]*$/u.test(word)
}

/** A letter or a roman number: what numbers the points of a list. */
function isListMark(word: string): boolean {
  return /^(?:\p{L}|[IVX]{1,5}|[ivx]{1,5})$/u.test(word)
}
