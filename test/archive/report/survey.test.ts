import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../src/archive/report/summarize.js'
import { surveyArchive } from '../../../src/archive/report/survey.js'

const theme = (label: string, kind: 'topic' | 'person' = 'topic') => ({
  key: `da:${label.toLowerCase()}`,
  label,
  kind,
  score: 0.5,
})
const article = (id: string, more: Partial<Summary> = {}): Summary => ({
  id,
  title: `Titel ${id}`,
  language: 'da',
  words: 100,
  themes: [],
  ...more,
})

describe('surveyArchive', () => {
  it('counts articles by language and time, and has the median length', () => {
    const survey = surveyArchive(
      [
        article('a', { publishedAt: '2026-01-03T10:00:00Z', words: 100 }),
        article('b', { publishedAt: '2026-01-03', words: 300, language: 'en' }),
        article('c', { publishedAt: '2026-01-05', words: 50 }),
        article('d', { publishedAt: 'i går' }),
        article('e', { isDraft: true }),
      ],
      new Map(),
      [],
    )
    expect(survey).toMatchObject({ articles: 5, drafts: 1, words: 650 })
    expect(survey.languages).toEqual([
      { language: 'da', articles: 4 },
      { language: 'en', articles: 1 },
    ])
    expect(survey.bins.map(({ name }) => name)).toEqual(['2026-01-03', '2026-01-04', '2026-01-05'])
    expect(survey.articlesByBin).toEqual([
      [1, 1],
      [0, 0],
      [1, 0],
    ])
    expect(survey.lengthByBin).toEqual([200, undefined, 50])
  })

  it.each([
    [
      ['2026-01-30', '2026-02-02'],
      ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02'],
    ],
    [
      ['2025-11-30', '2026-02-02'],
      ['2025-11', '2025-12', '2026-01', '2026-02'],
    ],
    [['1999-01-01', '2002-01-01', '2026-01-01'], Array.from({ length: 28 }, (_, year) => String(1999 + year))],
    [['9999-01-01', '0000-00-00'], []],
  ])('parts %j into days, months or years', (dates, names) => {
    const survey = surveyArchive(
      dates.map((publishedAt, id) => article(String(id), { publishedAt })),
      new Map(),
      [],
    )
    expect(survey.bins.map(({ name }) => name)).toEqual(names)
  })

  it('names a theme as most articles do, and joins those of the same articles', () => {
    const survey = surveyArchive(
      [
        article('a', { themes: [theme('Havn'), theme('Mette Kjær', 'person')] }),
        article('b', { themes: [theme('havn'), theme('Mette Kjær', 'person')] }),
        article('c', { themes: [theme('havn')] }),
      ],
      new Map(),
      [],
    )
    expect(survey.themes.map(({ label, kind, articles }) => [label, kind, articles])).toEqual([
      ['havn', 'topic', 3],
      ['Mette Kjær', 'person', 2],
    ])
    expect(survey.pairs).toEqual([{ a: 0, b: 1, articles: 2, weight: 2 / Math.sqrt(6) }])
  })

  it('finds who nobody leads to, who many lead to, and the oldest that is still led to', () => {
    const survey = surveyArchive(
      [
        article('old', { publishedAt: '2019-01-01' }),
        article('older', { publishedAt: '2018-01-01' }),
        article('new', { publishedAt: '2026-01-20' }),
        article('newest', { publishedAt: '2026-01-30' }),
        article('draft', { isDraft: true }),
      ],
      new Map([
        ['new', ['old', 'older']],
        ['newest', ['old']],
        ['older', ['newest']],
      ]),
      [],
    )
    expect(survey.unreached.map(({ id }) => id)).toEqual(['new'])
    expect(survey.reached.map(({ article: { id }, lists }) => [id, lists])).toEqual([
      ['old', 2],
      ['newest', 1],
      ['older', 1],
    ])
    expect([survey.evergreen?.article.id, survey.evergreen?.by.id]).toEqual(['old', 'new'])
  })

  it('shows a quote once, the best first', () => {
    const quote = (text: string, score: number) => ({ quote: { text, score } })
    const survey = surveyArchive(
      [article('a', quote('Et', 0.5)), article('b', quote('To', 0.9)), article('c', quote('To', 0.8))],
      new Map(),
      [],
    )
    expect(survey.quotes.map(({ article: { id } }) => id)).toEqual(['b', 'a'])
  })
})
