import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../src/archive/report/render-report.js'
import type { Summary } from '../../../src/archive/report/summarize.js'
import { surveyArchive } from '../../../src/archive/report/survey.js'

const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u0000&#x27;'
const article = (id: string, more: Partial<Summary> = {}): Summary => ({
  id,
  title: 'Havnen',
  language: 'da',
  words: 1234,
  publishedAt: `2026-0${id}-01`,
  themes: [
    { key: 'da:havn', label: 'havn', kind: 'topic', score: 1 },
    { key: 'da:færge', label: 'færge', kind: 'place', score: 0.5 },
  ],
  ...more,
})

/** Tags with their attributes, as a browser would see them. */
function elements(page: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = []
  new Parser({ onopentag: (name, attributes) => void found.push({ name, attributes }) }).end(page)
  return found
}

describe('renderReport', () => {
  const plain = [1, 2, 3, 4].map((id) => article(String(id)))
  const survey = surveyArchive(plain, new Map([['1', ['2']]]), [
    { ids: ['3', '4'], score: 1, kind: 'identical', reasons: [] },
  ])

  it('is one page without script that fetches nothing', () => {
    const page = renderReport(survey, 'arkiv.jsonl', 'da')
    const names = new Set(elements(page).map(({ name }) => name))
    for (const absent of ['script', 'link', 'img', 'iframe', 'object', 'form']) expect(names).not.toContain(absent)
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/url\(|@import/)
    expect(page).toMatch(/^<!doctype html>\n<html lang="da">/)
    expect(page).not.toMatch(/undefined|NaN|\[object/)
  })

  it('has a heading and a place in the menu for each part, and a picture for who cannot see it', () => {
    const found = elements(renderReport(survey, 'arkiv.jsonl', 'en'))
    const ids = new Set(found.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id])))
    const targets = found.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href.slice(1)] : []))
    expect(targets.length).toBeGreaterThan(8)
    for (const target of targets) expect(ids).toContain(target)
    for (const { attributes } of found.filter(({ name }) => name === 'svg')) {
      expect(attributes.role).toBe('img')
      for (const id of attributes['aria-labelledby']?.split(' ') ?? []) expect(ids).toContain(id)
    }
  })

  it('runs nothing that stands in an article', () => {
    const theme = { key: `da:${evil}`, label: evil, kind: 'topic' as const, score: 1 }
    const hostile = [1, 2, 3].map((id) =>
      article(String(id), {
        title: evil,
        language: evil,
        url: 'javascript:alert(1)',
        themes: [theme, { ...theme, key: 'x', kind: 'person' }],
        quote: { text: evil, score: 1, attribution: evil },
      }),
    )
    const groups = [{ ids: ['1', '2'], score: 1, kind: 'translation' as const, reasons: [] }]
    const page = renderReport(surveyArchive(hostile, new Map([['1', ['2']]]), groups), evil, evil)
    for (const { name, attributes } of elements(page)) {
      expect(['script', 'img']).not.toContain(name)
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute).not.toMatch(/^on/)
        expect(value).not.toMatch(/^javascript:/)
      }
    }
  })

  it('says so when there is nothing to say', () => {
    const page = renderReport(surveyArchive([], new Map(), []), 'tom.jsonl', 'da')
    expect(page).toContain('Artiklerne har ingen datoer.')
    expect(page).not.toMatch(/undefined|NaN/)
  })

  it('is the same every time', () => {
    expect(renderReport(survey, 'a', 'da')).toBe(renderReport(survey, 'a', 'da'))
  })
})
