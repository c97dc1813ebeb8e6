import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { collectStatistics } from '../../src/similarity/collect-statistics.js'
import { extractThemes, type ThemeOptions } from '../../src/themes/extract-themes.js'

const languages = [da, en]
const harbour = {
  title: 'Ny havnebro deler byen',
  body: `Kommunen vil bygge en havnebro for cyklister. Havnebroen skal stå færdig om to år, og cyklisterne glæder sig.

Socialistisk Folkeparti (SF) støtter havnebroen. SF mener, at cykeltrafik hører til i byen.

Erhvervslivet frygter, at broen spærrer for skibene. Skibene sejler hver dag ind til havnen med korn.`,
  language: 'da',
  format: 'text',
} as const
const labels = (options: ThemeOptions = {}, input: Parameters<typeof extractThemes>[1] = harbour): string[] =>
  extractThemes(languages, input, options).map(({ label }) => label)

describe('extractThemes', () => {
  it('puts what the title and the text are about first, as an editor would write it', () => {
    expect(labels()[0]).toBe('havnebro')
  })

  it('gives one theme for all inflections of a word', () => {
    const theme = extractThemes(languages, harbour).find(({ label }) => label === 'havnebro')
    expect(theme?.variants).toEqual(expect.arrayContaining(['havnebro', 'havnebroen']))
    expect(theme?.key).toBe('da:havnebro')
  })

  it('counts an acronym and the long form that the text gives as one theme', () => {
    const themes = extractThemes(languages, harbour, { limit: 30 })
    const party = themes.find(({ key }) => key === 'da:sf')
    expect(party?.variants).toContain('Socialistisk Folkeparti')
    expect(themes.filter(({ label }) => label === 'Socialistisk Folkeparti')).toEqual([])
  })

  it('keeps the key of a theme whatever form an article uses', () => {
    const forms = ['En havnebro og en havnebro til.', 'Havnebroen, ja havnebroen.', 'To havnebroer er to havnebroer.']
    const keys = forms.map((body) => extractThemes(languages, { body, language: 'da' })[0]?.key)
    expect(new Set(keys)).toEqual(new Set(['da:havnebro']))
  })

  it('keeps the key whatever inflected forms and case a text mixes', () => {
    const nouns = [
      ['havnebro', 'havnebroen', 'havnebroer', 'havnebroerne'],
      ['cykelsti', 'cykelstien', 'cykelstier', 'cykelstierne'],
      ['vindmølle', 'vindmøllen', 'vindmøller', 'vindmøllerne'],
      ['skole', 'skolen', 'skoler', 'skolerne'],
    ] as const
    fc.assert(
      fc.property(
        fc
          .constantFrom(...nouns)
          .chain((forms) =>
            fc.tuple(fc.constant(forms[0]), fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 5 })),
          ),
        ([lemma, forms]) => {
          const body = forms.map((form) => `Nu kom ${form} igen.`).join(' ')
          const keys = extractThemes(languages, { body, language: 'da' }).map(({ key }) => key)
          expect(keys).toContain(`da:${lemma}`)
          for (const key of keys)
            expect(forms.map((form) => `da:${form}`).filter((own) => own !== `da:${lemma}`)).not.toContain(key)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([
    ["Fonden er en ETF. En ETF'er mere, og flere ETF'er.", 'da:etf', 'ETF'],
    ['TTS and the TTS handbook. The TTS team writes the TTS handbook.', 'en:tts', 'TTS'],
    ['The APIs are open. An API is a door, and APIs are doors.', 'en:api', 'API'],
  ])('shows the acronym of %s bare', (body, key, label) => {
    const theme = extractThemes(languages, { body, language: key.slice(0, 2) }, { limit: 30 }).find(
      (one) => one.key === key,
    )
    expect(theme?.label).toBe(label)
  })

  it('counts any part of a full name as that person', () => {
    const body = `Skolen blev stiftet af Anders Peter Holgersen. Anders Peter rejste land og rige rundt, og Holgersen skrev breve.
      I 1950 fik Anders Peter Holgersen en medalje. Alle kendte Anders Peter Holgersen i byen.`
    const [first] = extractThemes(languages, { body, language: 'da', format: 'text' }, { limit: 1 })
    expect(first?.label).toBe('Anders Peter Holgersen')
    expect(first?.variants).toEqual(expect.arrayContaining(['Anders Peter', 'Holgersen']))
  })

  it('gives no initials of those who speak in an interview', () => {
    const turns = [
      'QV: What did you build?',
      'ZK: A bridge for bikes.',
      'QV: Who paid for the bridge?',
      'ZK: The city paid.',
    ]
    const found = labels({ limit: 30 }, { body: turns.join('\n\n'), language: 'en', format: 'text' })
    expect(found.filter((label) => /^(QV|ZK)$/.test(label))).toEqual([])
  })

  it('gives no piece of a phrase that never stands alone', () => {
    const body = 'A water pump is heavy. The water pump runs all night. Our water pump costs money.'
    const found = labels({ limit: 30 }, { body, language: 'en', format: 'text' })
    expect(found).toContain('water pump')
    expect(found).not.toContain('water')
    expect(found).not.toContain('pump')
  })

  it('names spans of document.text, at least one a theme', () => {
    const document = parseArticle(languages, harbour)
    for (const { spans, variants } of extractThemes(languages, document, { limit: 50 })) {
      expect(spans.length).toBeGreaterThan(0)
      const found = spans.map(({ start, end }) => document.text.slice(start, end).toLowerCase())
      expect(variants.some((variant) => found.includes(variant.toLowerCase()))).toBe(true)
    }
  })

  it('has reasons that sum to the logit of the score', () => {
    for (const { score, reasons } of extractThemes(languages, harbour, { limit: 50 })) {
      const logit = reasons.reduce((sum, { contribution }) => sum + contribution, 0)
      expect(score).toBeCloseTo(1 / (1 + Math.exp(-logit)), 4)
    }
  })

  it('leaves the scores of the rest as they are when themes are excluded in any inflection', () => {
    const before = extractThemes(languages, harbour, { limit: 8 })
    const after = extractThemes(languages, harbour, { limit: 7, exclude: ['havnebroerne'] })
    expect(after.map(({ label }) => label)).not.toContain('havnebro')
    expect(after).toEqual(before.filter(({ label }) => label !== 'havnebro'))
  })

  it('is a prefix of itself when the limit is lower', () => {
    expect(labels({ limit: 3 })).toEqual(labels({ limit: 12 }).slice(0, 3))
  })

  it('gives none below minScore, and none for a limit of 0', () => {
    expect(extractThemes(languages, harbour, { minScore: 1 })).toEqual([])
    expect(extractThemes(languages, harbour, { limit: 0 })).toEqual([])
  })

  it('gives only the kinds asked for', () => {
    for (const { kind } of extractThemes(languages, harbour, { kinds: ['organisation', 'place'] })) {
      expect(['organisation', 'place']).toContain(kind)
    }
  })

  it('takes statistics of an archive as background, with its own reasons', () => {
    const background = collectStatistics(
      languages,
      Array.from({ length: 12 }, (_, number) => ({ body: `Havnen og skibet ${number} i kommunen.`, language: 'da' })),
    )
    const themes = extractThemes(languages, harbour, { background })
    expect(themes.flatMap(({ reasons }) => reasons).some(({ feature }) => feature.includes('archive'))).toBe(true)
  })

  it('reads English with the same ranker', () => {
    const body = 'Solar panels on school roofs save money. The school council wants more solar panels next year.'
    expect(labels({ limit: 4 }, { title: 'Solar panels for schools', body, language: 'en' })).toContain('solar panels')
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\n\t'],
    ['signs', '!?! --- ***'],
    ['numbers', '12 34 56 789'],
    ['stop words', 'og i at det er'],
    ['a lone surrogate', 'a \ud800 b'],
  ])('answers %s with an empty list', (_, body) => {
    expect(extractThemes(languages, { body, language: 'da' })).toEqual([])
  })

  it('takes one word as one theme', () => {
    expect(labels({}, { body: 'Havnebroen', language: 'da', format: 'text' })).toHaveLength(1)
  })

  it('treats __proto__ and constructor as ordinary words', () => {
    const body = 'The constructor of toString and __proto__ is a constructor. A constructor has a prototype.'
    expect(() => extractThemes(languages, { body, language: 'en' })).not.toThrow()
  })

  it('gives sound results for any text', () => {
    const words = fc.constantFrom(
      'havn',
      'Bro',
      'EU',
      'og',
      'af',
      'online-kanal',
      'by',
      '.',
      ',',
      '(SF)',
      '\n\n',
      '12',
      '’',
      'ø',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const document = parseArticle(languages, { body: parts.join(' '), language: 'da', format: 'text' })
        const themes = extractThemes(languages, document)
        expect(JSON.parse(JSON.stringify(themes))).toEqual(themes)
        expect(new Set(themes.map(({ key }) => key)).size).toBe(themes.length)
        for (const [index, { score, spans, label }] of themes.entries()) {
          expect(label).not.toBe('')
          expect(score).toBeLessThanOrEqual(index > 0 ? themes[index - 1]!.score : 1)
          for (const { start, end } of spans) expect(document.text.slice(start, end).trim()).not.toBe('')
        }
      }),
      { numRuns: 200 },
    )
  })

  it('reads 200,000 words in time linear in their number', { timeout: 60_000 }, () => {
    const nouns = ['havn', 'bro', 'skib', 'korn', 'cykel', 'kommune', 'borgmester', 'vej', 'tog', 'skole']
    const text = (count: number): string =>
      Array.from({ length: count / 10 }, (_, line) =>
        Array.from({ length: 10 }, (__, place) => `${nouns[(line * 7 + place * place) % 10]}${line % 91}`).join(' '),
      ).join('.\n\n')
    const time = (count: number): number => {
      const document = parseArticle(languages, { body: text(count), language: 'da', format: 'text' })
      extractThemes(languages, document)
      const start = performance.now()
      extractThemes(languages, document, { limit: 11 })
      return performance.now() - start
    }
    time(20_000)
    expect(time(200_000)).toBeLessThan(40 * Math.max(20, time(20_000)))
  })
})
