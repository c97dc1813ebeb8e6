import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { extractPullQuotes } from '../../src/quotes/extract-pull-quotes.js'

const languages = [da, en]

// what an editor marked in the example, and the sentences it was lifted from: one with a misspelling, one cut short
const marked = [
  ['Den klassisk fejl er', 'Den klassiske fejl er, at organisationer', 'har sin egen profil på sociale netværk.'],
  [
    'Det er ikke nødvendigvis relationen',
    'Det er ikke nødvendigvis relationen',
    'gerne i et effektivt og professionelt univers.',
  ],
] as const

describe.each(['txt', 'md', 'html', 'wordpress.html'])('the marked quotes of deling-af-viden.%s', (ending) => {
  const body = readFileSync(new URL(`../../examples/articles/deling-af-viden.${ending}`, import.meta.url), 'utf8')
  const document = parseArticle(languages, body)
  const quotes = extractPullQuotes(languages, document, { sources: ['editor'] })
  it('are both found, and no others', () => {
    expect(quotes).toHaveLength(marked.length)
  })
  it.each(marked.map((row, index) => [index, ...row] as const))(
    'number %i lies in its sentences',
    (index, text, starts, ends) => {
      const { text: quote, match, span } = quotes[index]!
      expect(quote.startsWith(text)).toBe(true)
      expect(match).toBe('fuzzy')
      const sentences = document.text.slice(span!.start, span!.end)
      expect(sentences.startsWith(starts)).toBe(true)
      expect(sentences.endsWith(ends)).toBe(true)
    },
  )
})
