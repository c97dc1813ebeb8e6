import type { AbbreviationClass } from './abbreviations.js'
import {
  Dash,
  Digit,
  Emoji,
  FullStop,
  isWordKind,
  kindAt,
  Lower,
  Mark,
  Newline,
  Pair,
  Punctuation,
  Sign,
  Terminator,
  Upper,
  widthAt,
} from './characters.js'
import { emojiEnd } from './emoji.js'
import { numberAt } from './number-at.js'
import { NumberToken, type PackedToken, PunctuationToken, packToken, SymbolToken } from './token-kind.js'
import { wordAt } from './word-at.js'

/** The token that begins at `start` with a character of `kind` that is neither letter nor digit. */
export function markAt(
  text: string,
  start: number,
  end: number,
  kind: number,
  abbreviations: ReadonlyMap<string, AbbreviationClass>,
): PackedToken {
  const unit = text.charCodeAt(start)
  if (kind === Emoji) return packToken(emojiEnd(text, start, end), SymbolToken)
  if (kind === Mark) {
    const stop = runEnd(text, start, end)
    if (stop < end && isWordStart(text, stop)) return wordAt(text, start, stop, end, abbreviations)
    return packToken(stop, SymbolToken)
  }
  const next = start + 1
  // @name and #tag
  if (unit === 0x40 || unit === 0x23) {
    if (next < end && isWordStart(text, next) && (unit === 0x40 || kindAt(text, next) !== Digit)) {
      return wordAt(text, start, next, end, abbreviations)
    }
  }
  // .5
  if (unit === FullStop && next < end && kindAt(text, next) === Digit && isAfterSpace(text, start)) {
    return packToken(numberAt(text, next, end, abbreviations) >>> 2, NumberToken)
  }
  if (unit === 0x3a || unit === 0x3b) {
    const stop = emoticonEnd(text, start, end)
    if (stop > 0) return packToken(stop, SymbolToken)
  }
  if (kind === Terminator) return packToken(terminatorsEnd(text, start, end), PunctuationToken)
  if (kind === Dash || kind === Punctuation) return packToken(runEnd(text, start, end), PunctuationToken)
  const whole = Math.min(end, start + widthAt(text, start))
  return packToken(whole, kind === Sign || kind === Pair ? SymbolToken : PunctuationToken)
}

function isWordStart(text: string, place: number): boolean {
  const kind = kindAt(text, place)
  return (
    kind === Lower ||
    kind === Upper ||
    kind === Digit ||
    (kind === Mark && isWordKind(kindAt(text, place + widthAt(text, place))))
  )
}

function isAfterSpace(text: string, place: number): boolean {
  return place === 0 || kindAt(text, place - 1) <= Newline
}

/** Past characters equal to the first. */
function runEnd(text: string, start: number, end: number): number {
  const character = text.codePointAt(start)
  const width = widthAt(text, start)
  let place = start + width
  while (place < end && text.codePointAt(place) === character) place += width
  return Math.min(place, end)
}

/** Stops stay with stops, `!` and `?` with each other. */
function terminatorsEnd(text: string, start: number, end: number): number {
  const isStop = (unit: number): boolean => unit === FullStop || unit === 0x2026
  const first = isStop(text.charCodeAt(start))
  let place = start + 1
  while (place < end && kindAt(text, place) === Terminator && isStop(text.charCodeAt(place)) === first) place++
  return place
}

/** `:)` `;-)` `:D` after a space; 0 where none stands. */
function emoticonEnd(text: string, start: number, end: number): number {
  if (!isAfterSpace(text, start)) return 0
  let place = start + 1
  if (text.charCodeAt(place) === 0x2d) place++
  if (place >= end) return 0
  const mouth = text.charCodeAt(place)
  // ) ( D P p
  if (mouth !== 0x29 && mouth !== 0x28 && mouth !== 0x44 && mouth !== 0x50 && mouth !== 0x70) return 0
  return place + 1 >= end || !isWordKind(kindAt(text, place + 1)) ? place + 1 : 0
}
