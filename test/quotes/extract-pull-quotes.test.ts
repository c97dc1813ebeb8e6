import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { alignerFor } from '../../src/quotes/align-quote.js'
import { extractPullQuotes } from '../../src/quotes/extract-pull-quotes.js'

const languages = [da, en]
const body = `Den gamle havn er blevet et sted, hvor ingen længere spørger om lov. Det undrer mange. Byen har aldrig haft så mange fiskere som i år.

"Vi har ventet hele livet på den her dag, og nu er den kommet," siger Anna Holm. Hun smiler til sine naboer.

Frihed er ikke en gave fra kommunen, men noget vi tager sammen hver eneste morgen. Skibene sejler tidligt ud på fjorden.`
const article = { title: 'Den gamle havn', body, format: 'text', language: 'da' } as const

describe('alignerFor', () => {
  const document = parseArticle(languages, article)
  const align = alignerFor(document)
  it.each([
    ['Byen har aldrig haft så mange fiskere som i år', 'exact'],
    ['BYEN HAR ALDRIG HAFT SÅ MANGE FISKERE SOM I ÅR', 'normalized'],
    ['Byen har aldrig haft så mange fiskre som i år.', 'fuzzy'],
    ['noget vi tager sammen hver eneste morgen', 'fuzzy'],
    ['Kommunen vil bygge en svømmehal til børnene', 'none'],
    ['', 'none'],
  ])('lays %j as %s', (quote, match) => {
    expect(align(quote).match).toBe(match)
  })
  it('answers with whole sentences', () => {
    const span = align('noget vi tager sammen hver eneste morgen').span!
    expect(document.text.slice(span.start, span.end)).toMatch(/^Frihed .* morgen\.$/)
  })
})

describe('extractPullQuotes', () => {
  const document = parseArticle(languages, article)
  const quotes = extractPullQuotes(languages, document, { limit: 10 })
  it('suggests stretches of the text, best first, whose reasons add up to the log odds of the score', () => {
    expect(quotes.length).toBeGreaterThan(1)
    for (const [index, { text, span, score, reasons }] of quotes.entries()) {
      expect(document.text.slice(span!.start, span!.end)).toBe(text)
      expect(score).toBeLessThanOrEqual(quotes[index - 1]?.score ?? 1)
      const logit = reasons.reduce((sum, { contribution }) => sum + contribution, 0)
      expect(score).toBeCloseTo(1 / (1 + Math.exp(-logit)), 4)
    }
  })
  it('names who is quoted', () => {
    const said = quotes.find(({ text }) => text.includes('ventet hele livet'))
    expect(said).toMatchObject({ kind: 'source', attribution: 'Anna Holm' })
  })
  it('leaves out a quotation mark whose fellow stands in another sentence', () => {
    const body = '»Jeg har aldrig set havet så stille som i nat. Det bliver en god dag,« siger Anna Holm.'
    const lines = extractPullQuotes(languages, { body, language: 'da' }).map(({ text }) => text)
    expect(lines).toContain('Jeg har aldrig set havet så stille som i nat.')
  })
  it.each([
    ['', 'nothing'],
    ['- en\n- to\n- tre', 'a list'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a table'],
  ])('is empty for %j: %s', (text) => {
    expect(extractPullQuotes(languages, { body: text, format: 'markdown' })).toEqual([])
  })
  it('refuses a negative limit', () => {
    expect(() => extractPullQuotes(languages, article, { limit: -1 })).toThrow(RangeError)
  })
})
