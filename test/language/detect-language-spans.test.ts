import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { detectLanguageSpans } from '../../src/language/detect-language-spans.js'
import type { Block } from '../../src/model/document.js'

const spansOf = (text: string) =>
  detectLanguageSpans([da, en], text).map(({ start, end, language }) => [language, text.slice(start, end)])

const danish = 'Byrådet besluttede i går at lukke broen, fordi den er ved at falde ned.'
const english = 'The council decided yesterday to close the bridge because it is falling apart.'
const swedish = 'Kommunen beslutade igår att stänga bron eftersom den håller på att falla ihop.'

describe('finds where the language changes', () => {
  it('between paragraphs', () => {
    expect(spansOf(`${danish}\n\n${english}\n\n${swedish}`)).toEqual([
      ['da', danish],
      ['en', english],
      ['sv', swedish],
    ])
  })

  it('between sentences of a paragraph', () => {
    expect(spansOf(`${danish} ${english} ${danish}`)).toEqual([
      ['da', danish],
      ['en', english],
      ['da', danish],
    ])
  })

  it('at an English quotation in a Danish sentence', () => {
    expect(
      spansOf('Til sidst sagde han "we are not going to give up on this house" og gik hjem til sin familie.'),
    ).toEqual([
      ['da', 'Til sidst sagde han'],
      ['en', 'we are not going to give up on this house'],
      ['da', 'og gik hjem til sin familie.'],
    ])
  })

  it('at an English title in a Danish sentence', () => {
    expect(
      spansOf('Hendes nye roman »The Last of the Summer Days« udkommer til efteråret og er allerede solgt til Norge.'),
    ).toEqual([
      ['da', 'Hendes nye roman'],
      ['en', 'The Last of the Summer Days'],
      ['da', 'udkommer til efteråret og er allerede solgt til Norge.'],
    ])
  })

  it('at another script', () => {
    expect(
      spansOf(`${danish}\n\nПравительство решило закрыть мост до самой весны\n\n${danish}`).map(([code]) => code),
    ).toEqual(['da', 'und', 'da'])
  })
})

describe('keeps together', () => {
  it.each([
    'Direktøren for New York Times og chefen for Goldman Sachs mødtes i København i går aftes.',
    'Han var chef for Microsoft Research, før han kom til Danmarks Tekniske Universitet.',
    'Mads Mikkelsen, Bradley Cooper og Lady Gaga kom gående ned ad den røde løber.',
    'Vi har fået et nyt CRM-system, og det er ret cool, siger ejeren af webshoppen.',
  ])('%s', (text) => {
    expect(spansOf(text)).toEqual([['da', text]])
  })
})

it('joins neighbouring blocks of one language, and leaves white space outside', () => {
  expect(spansOf(`  \n${danish}\n\n${danish}\n `)).toEqual([['da', `${danish}\n\n${danish}`]])
})

it('reads the blocks of a document that are prose', () => {
  const text = `${danish}\n\n${english}`
  const span = (start: number, end: number): Block => ({
    kind: 'paragraph',
    span: { start, end },
    source: { start, end },
  })
  const pullQuote: Block = { kind: 'pull-quote', source: { start: 0, end: 0 } }
  const blocks = [span(0, danish.length), pullQuote, span(danish.length + 2, text.length)]
  const spans = detectLanguageSpans([da, en], { text, blocks })
  expect(spans.map(({ start, end, language }) => [start, end, language])).toEqual([
    [0, danish.length, 'da'],
    [danish.length + 2, text.length, 'en'],
  ])
  expect(spans.every(({ confidence }) => confidence > 0.9)).toBe(true)
})

it('gives nothing for empty text and und for text without words', () => {
  expect(spansOf('')).toEqual([])
  expect(spansOf(' \n ')).toEqual([])
  expect(spansOf(' 12 + 34 ')).toEqual([['und', '12 + 34']])
  expect(detectLanguageSpans([], 'Det regner')).toEqual([{ start: 0, end: 10, language: 'und', confidence: 0 }])
})

it('says what was wanted when the input is neither', () => {
  expect(() => detectLanguageSpans([da], null as unknown as string)).toThrow(
    'detectLanguageSpans: wanted a string or a document; got null',
  )
  expect(() => detectLanguageSpans([da], { text: 'Hej' } as never)).toThrow(TypeError)
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(danish, english, swedish, '\n\n', ' ', '"', '»', '«', '(', ')', '12', 'Привет', '🎉', 'a\u030a'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )

  it('is covered by ordered spans whose neighbours differ in language', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const spans = detectLanguageSpans([da, en], text)
        const covered = new Array(text.length).fill(false)
        for (const [place, { start, end, language, confidence }] of spans.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(spans[place - 1]?.end ?? 0)
          expect(language).not.toBe(spans[place - 1]?.language)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          covered.fill(true, start, end)
        }
        for (let at = 0; at < text.length; at++) {
          if (/\p{L}/u.test(text[at]!)) expect(covered[at]).toBe(true)
        }
      }),
    )
  })

  it('takes time in proportion to its length', () => {
    const text = `${danish} ${english}\n`.repeat(4_000)
    const begin = performance.now()
    const spans = detectLanguageSpans([da, en], text)
    expect(performance.now() - begin).toBeLessThan(3000)
    expect(spans.length).toBe(8_000)
  })
})
