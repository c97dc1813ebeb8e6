import type { Language } from '../model/language.js'
import type { Token } from '../model/token.js'
import { scanTokens } from './scan-tokens.js'

const kindNames: readonly Token['kind'][] = ['word', 'number', 'punctuation', 'symbol']

/**
 * The tokens of a text, in order; white space belongs to none. `scanTokens` says what stays whole.
 * @param language - whose abbreviations to know; `undefined`: general rules only.
 * @remarks Linear. Readers that need no objects use `scanTokens`.
 * @example tokenize(da, '20-årige bor f.eks. i Odense') //=> words '20-årige', 'bor', 'f.eks.', 'i', 'Odense'
 */
export function tokenize(language: Language | undefined, text: string): Token[] {
  const tokens: Token[] = []
  scanTokens(language, text, 0, text.length, (start, end, kind) => {
    tokens.push({ start, end, kind: kindNames[kind] as Token['kind'] })
  })
  return tokens
}
