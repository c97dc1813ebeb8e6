import type { Language } from '../model/language.js'
import type { Span } from '../model/span.js'
import { abbreviationsOf } from './abbreviations.js'
import { kindOfUnit, Newline, Terminator } from './characters.js'
import { sentenceEnd } from './sentence-end.js'

/**
 * The sentences of a text, in order, without the white space around them; together they hold all else. A line end always
 * ends a sentence; `.`, `!`, `?`, `…` do where `sentenceEnd` says so; a colon or a semicolon never does.
 * @param language - whose abbreviations to know; `undefined`: general rules only.
 * @remarks Linear: what is looked at around a mark is bounded.
 * @example splitSentences(da, 'Hun kom kl. 8. Han kom bl.a. senere.') //=> [{ start: 0, end: 14 }, { start: 15, end: 36 }]
 */
export function splitSentences(language: Language | undefined, text: string): Span[] {
  const abbreviations = abbreviationsOf(language)
  const spans: Span[] = []
  const { length } = text
  let start = -1
  let last = -1
  let place = 0
  while (place < length) {
    const kind = kindOfUnit(text.charCodeAt(place))
    if (kind <= Newline) {
      if (kind === Newline && start >= 0) {
        spans.push({ start, end: last })
        start = -1
      }
      place++
      continue
    }
    if (start < 0) start = place
    if (kind !== Terminator) {
      last = ++place
      continue
    }
    const found = sentenceEnd(text, start, place, abbreviations)
    last = place = found.end
    if (found.isEnd) {
      spans.push({ start, end: found.end })
      start = -1
    }
  }
  if (start >= 0) spans.push({ start, end: last })
  return spans
}
