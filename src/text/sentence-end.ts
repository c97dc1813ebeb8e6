import type { Abbreviations } from './abbreviations.js'
import * as is from './characters.js'
import { emojiEnd } from './emoji.js'
import { stopBefore } from './stop-before.js'

/** A place where a sentence may end. */
export interface SentenceEnd {
  /** Past the marks that end the sentence and what closes with them. */
  readonly end: number
  readonly isEnd: boolean
}

/** Marks that open the next sentence are looked through up to this many units. By hand: dash, space, two quote marks. */
const mostOpeners = 6
/** By hand: no sentence starts with more marks than this; bounds the work. */
const longestMarks = 40
/** A name before an attribution verb has at most so many words. By hand: "President George Bush said". */
const longestSpeaker = 4

/**
 * Whether the sentence that began at `start` ends with the terminator at `place`, and where reading goes on.
 *
 * A capital, a digit or a sign after white space starts a sentence, also behind opening marks and dashes; a small letter
 * does not (direct speech: `»Hvad?« spurgte han`), but a name such as `eBay` or `dr.dk` does. A single full stop is
 * weighed by the word before it (`stopBefore`).
 */
export function sentenceEnd(text: string, start: number, place: number, abbreviations: Abbreviations): SentenceEnd {
  const marks = marksEnd(text, place)
  const closed = closersEnd(text, marks)
  const isStop = marks === place + 1 && text.charCodeAt(place) === is.FullStop
  let end = closed
  let next = spaceEnd(text, closed)
  if (next >= text.length) return { end, isEnd: true }
  if (next === closed) return { end, isEnd: closed === marks && isLostSpace(text, place, marks) }
  if (!hasWord(text, start, place)) return { end, isEnd: false }
  // an emoji after the full stop belongs to the sentence it comments
  while (is.kindAt(text, next) === is.Emoji) {
    end = emojiEnd(text, next, text.length)
    next = spaceEnd(text, end)
  }
  if (next >= text.length || is.kindOfUnit(text.charCodeAt(next)) === is.Newline) return { end, isEnd: true }
  const first = pastOpeners(text, next)
  const kind = is.kindAt(text, first)
  if (kind === is.Lower) {
    const isEnd =
      isNameInSmallLetters(text, first) ||
      (end === marks &&
        isChat(text, start, first, abbreviations) &&
        (!isStop || stopBefore(text, start, place, abbreviations) === 'any'))
    return { end, isEnd }
  }
  const isWord = kind === is.Upper || kind === is.Digit
  if (!isWord && !isSign(text, first, kind)) return { end, isEnd: false }
  if (isStop) {
    return { end, isEnd: mayStart(text, first, kind, stopBefore(text, start, place, abbreviations), abbreviations) }
  }
  return { end, isEnd: closed === marks || first > next || !isSpeaker(text, first, abbreviations) }
}

/** Past terminators in a row, `?!`, `...`. */
function marksEnd(text: string, place: number): number {
  let end = place + 1
  while (end < text.length && is.kindOfUnit(text.charCodeAt(end)) === is.Terminator) end++
  return end
}

/** Past closing quote marks and brackets, also one behind a space (`han kom . "`), and marks of notes. */
function closersEnd(text: string, marks: number): number {
  let end = marks
  while (end < text.length && isCloser(is.kindAt(text, end))) end++
  if (end === marks && text.charCodeAt(end) === 0x20 && text.charCodeAt(end + 1) === 0x22) {
    if (end + 2 >= text.length || is.kindAt(text, end + 2) <= is.Newline) end += 2
  }
  return notesEnd(text, end)
}

function isCloser(kind: number): boolean {
  return kind === is.Closer || kind === is.Quote
}

/** Past notes as encyclopedias and papers set them: `slut.[1][2]`, `slut. [3]`, `slut.4 Næste`. */
function notesEnd(text: string, from: number): number {
  let end = from
  for (;;) {
    const bracket = text.charCodeAt(end) === 0x20 ? end + 1 : end
    if (text.charCodeAt(bracket) !== 0x5b) break
    const note = /^\[(?:\d{1,3}|[a-z])\]/.exec(text.slice(bracket, bracket + 5))
    if (!note) break
    end = bracket + note[0].length
  }
  // a letter or a quote mark stands before the digits' mark: they are no decimals
  const isRaised =
    is.kindAt(text, end) === is.Digit && (is.kindAt(text, end - 2) === is.Lower || isCloser(is.kindAt(text, end - 1)))
  const raised = isRaised && /^\d{1,3}(?= \p{Lu})/u.exec(text.slice(end, end + 5))
  return raised ? end + raised[0].length : end
}

/** Past white space, but not past a line end. */
function spaceEnd(text: string, place: number): number {
  let next = place
  while (next < text.length && is.kindOfUnit(text.charCodeAt(next)) === is.Space) next++
  return next
}

/** Past quote marks, opening brackets, dashes and bullets, and single spaces between them. */
function pastOpeners(text: string, next: number): number {
  let place = next
  while (place < next + mostOpeners) {
    const kind = is.kindAt(text, place)
    if (kind === is.Quote || kind === is.Opener || kind === is.Dash || kind === is.Space || isBullet(text, place))
      place++
    else break
  }
  return place
}

function isBullet(text: string, place: number): boolean {
  const unit = text.charCodeAt(place)
  return unit === 0x2022 || unit === 0xb7 || unit === 0x2a || unit === 0xbf || unit === 0xa1
}

/** `slut.Næste`: a mark after a word in small letters, before one with a capital, is an end whose space was lost. */
function isLostSpace(text: string, place: number, marks: number): boolean {
  if (is.kindAt(text, marks) !== is.Upper || is.kindAt(text, marks + 1) !== is.Lower) return false
  let from = place
  while (from > place - 30 && from > 0 && is.kindAt(text, from - 1) === is.Lower) from--
  return place - from >= 3 && (from === 0 || is.kindAt(text, from - 1) === is.Space)
}

/** A letter or digit between `start` and `place`; of a long run of marks only the beginning is looked at. */
function hasWord(text: string, start: number, place: number): boolean {
  if (place > start + longestMarks) return true
  for (let at = start; at < place; at++) if (is.isWordKind(is.kindAt(text, at))) return true
  return false
}

/** `eBay`, `dr.dk`: a small letter, then a capital or a stop inside the word. */
function isNameInSmallLetters(text: string, first: number): boolean {
  let place = first
  while (place < first + 24 && is.kindAt(text, place) === is.Lower) place++
  const next = is.kindAt(text, place + 1)
  if (is.kindAt(text, place) === is.Upper) return place <= first + 2
  return text.charCodeAt(place) === is.FullStop && place >= first + 2 && next === is.Lower
}

/** In a text whose sentences start with small letters, a word that often starts sentences does. */
function isChat(text: string, start: number, first: number, abbreviations: Abbreviations): boolean {
  return is.kindAt(text, start) === is.Lower && abbreviations.starters.has(wordFrom(text, first))
}

/** Signs start a sentence (`§ 3`, `$5`, `@navn`), punctuation goes on with it. */
function isSign(text: string, first: number, kind: number): boolean {
  const unit = text.charCodeAt(first)
  return kind === is.Sign || kind === is.Pair || unit === 0xa7 || unit === 0x40 || unit === 0x23
}

function mayStart(
  text: string,
  first: number,
  kind: number,
  rule: ReturnType<typeof stopBefore>,
  abbreviations: Abbreviations,
): boolean {
  switch (rule) {
    case 'any':
      return true
    case 'nothing':
      return false
    case 'starter':
      return kind === is.Upper && abbreviations.starters.has(wordFrom(text, first).toLowerCase())
    case 'word': {
      const word = wordFrom(text, first)
      return (
        kind === is.Upper && (!/^(?:\p{Lu}|[IVXLC]+)$/u.test(word) || abbreviations.starters.has(word.toLowerCase()))
      )
    }
  }
}

/** The word at a place, at most 20 units of it. */
function wordFrom(text: string, first: number): string {
  let end = first
  while (end < first + 20 && is.isWordKind(is.kindAt(text, end))) end += is.widthAt(text, end)
  return text.slice(first, end)
}

/** A name and an attribution verb after direct speech: `“Stop!” John said.` */
function isSpeaker(text: string, first: number, abbreviations: Abbreviations): boolean {
  let place = first
  for (let count = 0; count <= longestSpeaker; count++) {
    const word = wordFrom(text, place)
    if (!word) return false
    if (count > 0 && abbreviations.attributionVerbs.has(word)) return true
    if (is.kindAt(text, place) !== is.Upper) return false
    place += word.length
    if (text.charCodeAt(place) === is.FullStop) place++
    if (text.charCodeAt(place) !== 0x20) return false
    place++
  }
  return false
}
