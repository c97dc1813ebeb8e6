import { describe, expect, it } from 'vitest'
import { analyze, detectLanguageSpans, extractPullQuotes, extractThemes, parseArticle } from '../../src/index.js'
import { ArticleAnalysis, Document } from '../../src/schema.js'

const article = {
  id: 'fjord',
  title: 'Fjorden skal have ro til at komme sig',
  body: `Iltsvindet i fjorden er det værste i tyve år, og biologerne er enige om årsagen. Landbruget udleder stadig for meget kvælstof, og fjorden kan ikke følge med.

## Muslingerne forsvinder

»Uden muslinger er der ingen til at rense vandet,« siger biolog Karen Holm. Hun har målt i fjorden siden 1998 og har aldrig set bunden så tom.

Kommunen vil nu plante ålegræs og lægge stenrev ud. Ålegræs binder bunden, giver skjul til fiskene og optager kvælstof. Ingen tror, at det er nok alene.`,
  format: 'markdown',
} as const

describe('analyze', () => {
  it('is the composition of the single functions over one document', () => {
    const document = parseArticle(article)
    const analysis = analyze(article)
    expect(analysis.themes).toEqual(extractThemes(document))
    expect(analysis.pullQuotes).toEqual(extractPullQuotes(document))
    expect(analysis.languageSpans).toEqual(detectLanguageSpans(document))
    expect(analysis.language).toEqual(document.language)
    expect(analyze(document)).toEqual(analysis)
  })

  it('passes its schema and survives JSON', () => {
    const analysis = analyze(article)
    expect(ArticleAnalysis.parse(analysis)).toEqual(analysis)
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
    expect(Document.parse(parseArticle(article))).toEqual(parseArticle(article))
  })

  it('reads the same from a document that went through JSON', () => {
    expect(analyze(JSON.parse(JSON.stringify(parseArticle(article))))).toEqual(analyze(article))
  })

  it('hands its options on', () => {
    const analysis = analyze(article, { themes: { limit: 2 }, pullQuotes: { limit: 1 } })
    expect(analysis.themes).toHaveLength(2)
    expect(analysis.pullQuotes).toHaveLength(1)
  })

  it('measures a text: words, sentences, reading time, LIX', () => {
    // 10 words in 2 sentences, one of them over six letters: 10 / 2 + 100 × 1 / 10
    const { statistics } = analyze({ body: 'Kommunen bygger en ny bro. Den åbner igen til sommer.', language: 'da' })
    expect(statistics).toEqual({ words: 10, sentences: 2, readingMinutes: 0.1, lix: 15 })
  })

  it.each(['', '   \n\n ', '12 345', '!?!', '日本語のテキスト'])('has an answer for %j', (body) => {
    const analysis = analyze(body)
    expect(ArticleAnalysis.parse(analysis)).toEqual(analysis)
    expect(analysis.language.language).toBe('und')
  })

  it('does not touch its input, and takes a frozen one', () => {
    const frozen = Object.freeze({ ...article, tags: Object.freeze(['fjord']) })
    const before = JSON.stringify(frozen)
    analyze(frozen)
    expect(JSON.stringify(frozen)).toBe(before)
  })

  it.each([undefined, null, 5, [], {}, { title: 'x' }, { body: 7 }])('says what is wrong with %j', (input) => {
    // @ts-expect-error none of these is an article
    expect(() => analyze(input)).toThrow(/wanted a string, an article/)
  })
})
