import { describe, expect, it } from 'vitest'
import * as schema from '../src/schema.js'

const theme = {
  label: 'havmiljø',
  key: 'da:havmiljø',
  score: 0.7,
  kind: 'topic',
  variants: ['havmiljøet'],
  spans: [{ start: 0, end: 10 }],
  reasons: [{ feature: 'in the title', contribution: 1.2 }],
}

describe('the schemas', () => {
  it('take a right result as it is', () => {
    expect(schema.Theme.parse(theme)).toEqual(theme)
  })

  it.each([
    ['a score over 1', { ...theme, score: 1.2 }],
    ['an unknown kind', { ...theme, kind: 'thing' }],
    ['a span that runs backwards', { ...theme, spans: [{ start: 4, end: 2 }] }],
    ['a span between units', { ...theme, spans: [{ start: 0.5, end: 2 }] }],
    ['an unknown key', { ...theme, lable: 'x' }],
    ['a missing field', { label: 'x' }],
  ])('refuse %s', (_what, value) => {
    expect(schema.Theme.safeParse(value).success).toBe(false)
  })

  it('let an article carry keys of the caller, and need only its body', () => {
    expect(schema.Article.safeParse({ body: 'x', section: 'news' }).success).toBe(true)
    expect(schema.Article.safeParse({ title: 'x' }).success).toBe(false)
  })

  it('exist as JSON Schema, draft 2020-12, one for each model', () => {
    const models = Object.keys(schema).filter((name) => /^[A-Z]/.test(name) && name !== 'ArticleInput')
    expect(Object.keys(schema.jsonSchemas).sort()).toEqual(models.sort())
    for (const json of Object.values(schema.jsonSchemas)) {
      expect(json.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
      expect(json.type).toBe('object')
      expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    }
    expect(schema.jsonSchemas.Theme.required).toContain('label')
  })
})
