import type { Language } from '../model/language.js'
import type { Token } from '../model/token.js'

/** FOUNDATION VERSION, to be replaced. */
export function tokenize(_language: Language | undefined, text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(
    /(\d[\d.,]*\d|\d)|([@#]?[\p{L}\p{M}\p{N}_]+(?:[-'’/][\p{L}\p{M}\p{N}]+)*)|(\p{P})|([^\s])/gu,
  )) {
    const kind = match[1] ? 'number' : match[2] ? 'word' : match[3] ? 'punctuation' : 'symbol'
    tokens.push({ start: match.index, end: match.index + match[0].length, kind })
  }
  return tokens
}
