import { describe, expect, it } from 'vitest'
import {
  analyze,
  buildRelatedIndex,
  detectLanguage,
  detectLanguageSpans,
  findNames,
  lemmatize,
  parseArticle,
  related,
  similarity,
  sourceSpans,
  splitCompound,
  splitSentences,
  tokenize,
  vectorize,
} from '../../src/index.js'
import { ArticleAnalysis, Document } from '../../src/schema.js'
import { hostileInputs } from './hostile-inputs.js'

const formats = ['auto', 'text', 'html', 'markdown', 'wordpress'] as const

/** The least time of three runs, in milliseconds: what the work takes when nothing else runs. */
function leastTime(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

describe.each(hostileInputs)('%s', (_name, make) => {
  it('gets an answer of the right shape from every function, in every format', () => {
    const text = make(2000)
    for (const format of formats) {
      const document = parseArticle({ body: text, format })
      expect(Document.parse(document)).toEqual(document)
      for (const block of document.blocks) {
        expect(block.source.end).toBeLessThanOrEqual(text.length)
        if (block.span)
          for (const span of sourceSpans(document, block.span)) expect(span.end).toBeLessThanOrEqual(text.length)
      }
      const analysis = analyze(document)
      expect(ArticleAnalysis.parse(analysis)).toEqual(analysis)
      for (const { spans } of analysis.themes) {
        for (const { start, end } of spans) expect(document.text.slice(start, end).trim()).not.toBe('')
      }
      for (const { span, text: quote, source } of analysis.pullQuotes) {
        if (span && source === 'suggested') expect(document.text.slice(span.start, span.end)).toBe(quote)
      }
    }
    for (const language of ['da', 'en']) {
      for (const { start, end } of splitSentences(text, { language })) expect(start).toBeLessThan(end)
      for (const { start, end } of tokenize(text, { language })) expect(start).toBeLessThan(end)
      findNames(text, { language })
      expect(typeof lemmatize(text, { language })).toBe('string')
      expect(splitCompound(text.slice(0, 300), { language }).join('')).toBe(text.slice(0, 300))
    }
    expect(detectLanguage(text).confidence).toBeLessThanOrEqual(1)
    for (const { start, end } of detectLanguageSpans(text)) expect(start).toBeLessThan(end)
    expect(vectorize(text).terms.length).toBe(vectorize(text).weights.length)
    expect(similarity(text, text).score).toBeLessThanOrEqual(1)
    expect(
      related(
        buildRelatedIndex([
          { id: '__proto__', body: text },
          { id: 'b', body: text },
        ]),
        '__proto__',
      ),
    ).toEqual([])
  }, 30_000)

  it('takes time in proportion to its length', () => {
    for (const format of formats) {
      const [small, large] = [make(20_000), make(80_000)]
      const ratio = (): number =>
        (leastTime(() => analyze({ body: large, format })) + 1) /
        (leastTime(() => analyze({ body: small, format })) + 1)
      // four times the text: 4 where it is linear, 16 where it is quadratic; a noisy machine gets a second chance
      expect(Math.min(ratio(), ratio()), `in format ${format}`).toBeLessThan(9)
    }
  }, 60_000)
})

describe('great length', () => {
  it.each([
    ['a.b.c. for 1 MB', 'a.b.c.'.repeat(170_000)],
    ['a million opened shortcodes', '[quote'.repeat(1_000_000)],
    ['20,000 nested elements', `${'<div>'.repeat(20_000)}Teksten står her.${'</div>'.repeat(20_000)}`],
    [
      '50 MB of text',
      `${'Kommunen bygger en ny bro over fjorden, og den koster mange penge. '.repeat(12).trim()}\n\n`.repeat(62_000),
    ],
  ])(
    '%s gets an answer',
    (_name, body) => {
      const analysis = analyze(body)
      expect(analysis.model.name).toBe('klartekst')
    },
    120_000,
  )
})
