/** Sentences, tokens and names for the scorer of the evaluation data. */
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import type { Language } from '../../../src/model/language.js'
import type { Span } from '../../../src/model/span.js'
import type { Token } from '../../../src/model/token.js'
import * as sentences from '../../../src/text/split-sentences.js'
import * as tokens from '../../../src/text/tokenize.js'

const languageOf = (code: string): Language => (code === 'da' ? da : en)

export function splitSentences(text: string, { language }: { language: string }): Span[] {
  return sentences.splitSentences(languageOf(language), text)
}

export function tokenize(text: string, { language }: { language: string }): Token[] {
  return tokens.tokenize(languageOf(language), text)
}
