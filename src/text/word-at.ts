import { type AbbreviationClass, longestAbbreviation } from './abbreviations.js'
import { Digit, FullStop, isWordKind, kindAt, kindOfUnit, Lower, Newline, Pair, Upper, widthAt } from './characters.js'
import { type PackedToken, packToken, SymbolToken, WordToken } from './token-kind.js'

const Hyphen = 0x2d
const SoftlessHyphen = 0x2010
const UnbreakableHyphen = 0x2011
const Apostrophe = 0x27
const CurlyApostrophe = 0x2019
const Slash = 0x2f
const Colon = 0x3a
const Ampersand = 0x26
const At = 0x40

/**
 * The word that begins at `start`, of which the units up to `from` are known to belong to it: its end, and whether it
 * is a word or an address (a symbol).
 */
export function wordAt(
  text: string,
  start: number,
  from: number,
  end: number,
  abbreviations: ReadonlyMap<string, AbbreviationClass>,
): PackedToken {
  let place = from
  let segment = from
  let dotted = false
  for (;;) {
    place = lettersEnd(text, place, end)
    if (place + 1 >= end) break
    const unit = text.charCodeAt(place)
    // all that joins is ASCII or one of three marks: most words end here
    if (
      unit > Colon &&
      unit !== At &&
      unit !== CurlyApostrophe &&
      unit !== SoftlessHyphen &&
      unit !== UnbreakableHyphen
    )
      break
    if (unit === Colon) {
      if (text.charCodeAt(place + 1) !== Slash || text.charCodeAt(place + 2) !== Slash) break
      return packToken(addressEnd(text, place + 3, end), SymbolToken)
    }
    const next = kindAt(text, place + 1)
    if (next < Lower || next > Digit) break
    if (unit === At) return packToken(addressEnd(text, place + 1, end), SymbolToken)
    if (unit === FullStop) {
      if (!joinsByStop(text, segment, place, next)) break
      dotted = true
      if (isWww(text, start, place)) return packToken(addressEnd(text, place + 1, end), SymbolToken)
    } else if (!joins(text, unit, place, next)) break
    segment = ++place
  }
  // the scan may have run into a pair at the very end
  if (place > end) place = end
  if (
    place < end &&
    text.charCodeAt(place) === FullStop &&
    keepsStop(text, start, segment, place, end, dotted, abbreviations)
  )
    place++
  return packToken(place, WordToken)
}

/** Past letters, digits and what belongs to them. */
function lettersEnd(text: string, from: number, end: number): number {
  let place = from
  while (place < end) {
    const kind = kindOfUnit(text.charCodeAt(place))
    if (kind >= Lower && isWordKind(kind)) place++
    else if (kind === Pair && isWordKind(kindAt(text, place))) place += 2
    else break
  }
  return place
}

/** Hyphen, apostrophe, slash, ampersand between word characters. */
function joins(text: string, unit: number, place: number, next: number): boolean {
  switch (unit) {
    case Hyphen:
    case SoftlessHyphen:
    case UnbreakableHyphen:
      return true
    case Apostrophe:
    case CurlyApostrophe:
      return next !== Digit
    case Slash:
    case Ampersand:
      return next !== Digit && kindOfUnit(text.charCodeAt(place - 1)) !== Digit
    default:
      return false
  }
}

/**
 * A stop inside a word: after a single letter (`U.S`), before a small letter (`f.eks`, `Saxo.com`), between capitals
 * (`ASP.NET`). `slut.Næste` are two words whose space was lost.
 */
function joinsByStop(text: string, segment: number, place: number, next: number): boolean {
  if (next === Lower) return true
  const single = place - segment === widthAt(text, segment)
  if (next === Digit) return kindOfUnit(text.charCodeAt(place - 1)) === Digit
  return (
    single || (kindOfUnit(text.charCodeAt(place - 1)) === Upper && kindOfUnit(text.charCodeAt(place + 2)) === Upper)
  )
}

/**
 * Whether the stop after a word is part of it: `U.S.`, a listed abbreviation, an initial before a capital.
 */
function keepsStop(
  text: string,
  start: number,
  segment: number,
  place: number,
  end: number,
  dotted: boolean,
  abbreviations: ReadonlyMap<string, AbbreviationClass>,
): boolean {
  const next = text.charCodeAt(place + 1)
  // an ellipsis is no stop of a word
  if (place + 1 < end && next === FullStop) return false
  if (dotted && place - segment === 1 && place - start <= longestAbbreviation) return true
  if (place - start === 1 && kindOfUnit(text.charCodeAt(start)) === Upper) {
    return place + 2 < end && next === 0x20 && kindAt(text, place + 2) === Upper
  }
  if (place - start > longestAbbreviation) return false
  const word = text.slice(start, place)
  const kind = abbreviations.get(word) ?? abbreviations.get(word.toLowerCase())
  // before a number only: "No. 5", but "No. Never."
  return kind === 'number' ? next === 0x20 && isDigitOrLower(kindAt(text, place + 2)) : kind !== undefined
}

function isDigitOrLower(kind: number): boolean {
  return kind === Digit || kind === Lower
}

function isWww(text: string, start: number, place: number): boolean {
  return place - start === 3 && /^www$/i.test(text.slice(start, place))
}

/** Past the characters of an address; a mark that ends a sentence or closes a bracket is not of it. */
export function addressEnd(text: string, from: number, end: number): number {
  let place = from
  let opened = 0
  for (; place < end; place++) {
    const unit = text.charCodeAt(place)
    // white space, quote marks, angle and square brackets
    if (
      kindOfUnit(unit) <= Newline ||
      unit === 0x22 ||
      unit === 0x3c ||
      unit === 0x3e ||
      unit === 0x5b ||
      unit === 0x5d
    )
      break
    if (unit === 0xab || unit === 0xbb || (unit >= 0x2018 && unit <= 0x201f)) break
    if (unit === 0x28) opened++
    else if (unit === 0x29 && --opened < 0) break
  }
  while (place > from && isAddressTail(text.charCodeAt(place - 1))) place--
  return place
}

/** `.` `,` `;` `:` `!` `?` `'` `…` `*` */
function isAddressTail(unit: number): boolean {
  return (
    unit === FullStop ||
    unit === 0x2c ||
    unit === 0x3b ||
    unit === Colon ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === Apostrophe ||
    unit === 0x2026 ||
    unit === 0x2a
  )
}
