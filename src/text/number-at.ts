import type { AbbreviationClass } from './abbreviations.js'
import { Digit, FullStop, kindAt, Lower, Mark, Upper, widthAt } from './characters.js'
import { NumberToken, type PackedToken, packToken } from './token-kind.js'
import { wordAt } from './word-at.js'

/**
 * The number that begins at `start`: digits with `.` `,` `:` `/` `-` between digits, and the stop of an ordinal before a
 * small letter. Digits that go on as a word (`20-årige`, `1960'erne`, `5G`) are a word.
 */
export function numberAt(
  text: string,
  start: number,
  end: number,
  abbreviations: ReadonlyMap<string, AbbreviationClass>,
): PackedToken {
  let place = start
  for (;;) {
    while (place < end && isDigit(text, place)) place += widthAt(text, place)
    if (place > end) place = end
    if (place >= end) break
    const kind = kindAt(text, place)
    if (kind === Lower || kind === Upper || kind === Mark) return wordAt(text, start, place, end, abbreviations)
    if (place + 1 >= end) break
    const unit = text.charCodeAt(place)
    const next = kindAt(text, place + 1)
    if (next === Digit && isSeparator(unit)) {
      place++
      continue
    }
    const isLetter = next === Lower || next === Upper
    // a hyphen or an apostrophe before a letter: the word goes on
    if (isLetter && (unit === 0x2d || unit === 0x2010 || unit === 0x2011 || unit === 0x27 || unit === 0x2019)) {
      return wordAt(text, start, place + 1, end, abbreviations)
    }
    if (unit === FullStop && place - start <= 3 && text.charCodeAt(place + 1) === 0x20 && place + 2 < end) {
      if (kindAt(text, place + 2) === Lower) place++
    }
    break
  }
  return packToken(place, NumberToken)
}

function isDigit(text: string, place: number): boolean {
  const unit = text.charCodeAt(place)
  return unit <= 0x39 ? unit >= 0x30 : kindAt(text, place) === Digit
}

/** `.` `,` `:` `/` `-` */
function isSeparator(unit: number): boolean {
  return unit === FullStop || unit === 0x2c || unit === 0x3a || unit === 0x2f || unit === 0x2d
}
