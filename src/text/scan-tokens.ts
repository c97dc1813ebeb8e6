import type { Language } from '../model/language.js'
import { abbreviationsOf } from './abbreviations.js'
import { Digit, kindAt, kindOfUnit, Lower, Newline, Pair, Upper } from './characters.js'
import { markAt } from './mark-at.js'
import { numberAt } from './number-at.js'
import { wordAt } from './word-at.js'

export { NumberToken, PunctuationToken, WordToken } from './token-kind.js'

/** Called with each token in order: a half-open span of the text and a kind (`WordToken` and its like). */
export type VisitToken = (start: number, end: number, kind: number) => void

/**
 * Visits the tokens of `text` from `start` up to `end`, in order, without making objects: the hot path under
 * `tokenize`. Tokens do not overlap; only white space stands between them.
 *
 * One word are: letters with marks and soft hyphens; parts joined by hyphen, apostrophe, `&` or slash (`20-årige`,
 * `EU's`, `AT&T`, `og/eller`); dotted forms (`f.eks.`, `U.S.`, `Saxo.com`), listed abbreviations with their stop,
 * initials before a capital; `@name`, `#tag`. One number are digits with separators inside (`500.000`, `3,5`, `14:30`,
 * `1716-1717`) and ordinals before a lower-case word (`3. maj`). Addresses (`https://…`, `a@b.dk`) and emoji with all
 * their parts are one symbol; equal punctuation marks in a row are one token.
 * @param language - whose abbreviations to know; `undefined`: general rules only.
 * @param visit - its third argument is `WordToken`, `NumberToken`, `PunctuationToken` or `SymbolToken`.
 * @remarks Linear; allocates only where a word stands before a full stop.
 */
export function scanTokens(
  language: Language | undefined,
  text: string,
  start: number,
  end: number,
  visit: VisitToken,
): void {
  const abbreviations = abbreviationsOf(language).classes
  let place = start
  while (place < end) {
    let kind = kindOfUnit(text.charCodeAt(place))
    if (kind <= Newline) {
      place++
      continue
    }
    if (kind === Pair) kind = kindAt(text, place)
    const token =
      kind === Lower || kind === Upper
        ? wordAt(text, place, place, end, abbreviations)
        : kind === Digit
          ? numberAt(text, place, end, abbreviations)
          : markAt(text, place, end, kind, abbreviations)
    const stop = token >>> 2
    visit(place, stop, token & 3)
    place = stop
  }
}
