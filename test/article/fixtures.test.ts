import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../../src/article/detect-format.js'
import { type ArticleReading, readArticle } from '../../src/article/read-article.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Article } from '../../src/model/article.js'

interface Expected {
  readonly about: string
  readonly input?: Partial<Article>
  readonly format?: string
  readonly title?: string
  readonly lead?: string
  readonly byline?: string
  readonly publishedAt?: string
  readonly headings?: readonly string[]
  readonly kinds?: Readonly<Record<string, number>>
  readonly quotes?: readonly { readonly text: string; readonly attribution?: string; readonly markup?: string }[]
  readonly teasers?: readonly string[]
  readonly neighbours?: readonly string[]
  readonly inText?: readonly string[]
  readonly notInText?: readonly string[]
}

const fixtures = new URL('fixtures/', import.meta.url)
const examples = new URL('../../examples/articles/', import.meta.url)
const read = (name: string, folder = fixtures): string => readFileSync(new URL(name, folder), 'utf8')
const expectedOf = (name: string): Expected => JSON.parse(read(`${name}.json`)) as Expected

function textsOf(reading: ArticleReading, kind: string): string[] {
  return reading.blocks
    .filter((block) => block.kind === kind)
    .map(({ span }) => (span ? reading.text.slice(span.start, span.end) : ''))
}

function check(reading: ArticleReading, expected: Expected): void {
  const { title, lead, byline, publishedAt, headings, kinds, quotes, teasers, inText, notInText } = expected
  if (title) expect(reading.title).toBe(title)
  if (lead) expect(reading.lead).toBe(lead)
  if (byline) expect(reading.byline).toBe(byline)
  if (publishedAt) expect(reading.publishedAt?.slice(0, publishedAt.length)).toBe(publishedAt)
  if (headings) expect(textsOf(reading, 'heading')).toEqual(headings)
  for (const [kind, count] of Object.entries(kinds ?? {})) {
    expect(reading.blocks.filter((block) => block.kind === kind).length, kind).toBe(count)
  }
  if (quotes) expect(reading.markedQuotes).toMatchObject(quotes)
  if (quotes) expect(reading.markedQuotes).toHaveLength(quotes.length)
  for (const teaser of teasers ?? []) expect(reading.teasers.map((found) => found.title)).toContain(teaser)
  for (const words of inText ?? []) expect(reading.text.includes(words), words).toBe(true)
  for (const words of notInText ?? []) expect(reading.text.includes(words), words).toBe(false)
}

describe('reads bodies as sites keep them', () => {
  const names = readdirSync(fixtures).filter((name) => !name.endsWith('.json'))
  for (const name of names) {
    const expected = expectedOf(name.replace(/\.[^.]+$/, ''))
    it(`${name}: ${expected.about}`, () => {
      const body = read(name)
      if (expected.format) expect(detectFormat(body)).toBe(expected.format)
      check(readArticle([da, en], { body, ...expected.input }), expected)
    })
  }
})

describe('reads the same article from every format', () => {
  const expected = expectedOf('deling-af-viden')
  const { teasers: _teasers, ...inEach } = expected
  for (const name of readdirSync(examples).filter((file) => file.startsWith('deling-af-viden'))) {
    const hasTeasers = /viden\.(?:txt|html)$/.test(name)
    it(name, () => {
      const reading = readArticle([da, en], { body: read(name, examples) })
      check(reading, hasTeasers ? expected : inEach)
      if (!hasTeasers) return
      for (const neighbour of expected.neighbours ?? []) {
        const found = [...reading.teasers.map((teaser) => teaser.title), ...reading.removed.map((part) => part.text)]
        expect(
          found.some((text) => text.includes(neighbour)),
          neighbour,
        ).toBe(true)
      }
    })
  }

  it('as the same text, word for word', () => {
    const prose = (name: string): string => {
      const { text, blocks } = readArticle([da, en], { body: read(name, examples) })
      const title = blocks.find((block) => block.kind === 'title')?.span
      return (title ? text.slice(title.end) : text).trim()
    }
    const whole = prose('deling-af-viden.txt')
    for (const format of ['html', 'md', 'wordpress.html']) expect(prose(`deling-af-viden.${format}`)).toBe(whole)
  })
})
