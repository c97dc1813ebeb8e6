import { describe, expect, it } from 'vitest'
import { findNames, parseArticle } from '../../src/index.js'
import { Name } from '../../src/schema.js'

const named = (text: string, language: string): string[] =>
  findNames(text, { language }).map(({ start, end, kind }) => `${text.slice(start, end)} (${kind})`)

describe('findNames', () => {
  it.each([
    ['da', 'I går besøgte statsminister Mette Frederiksen fabrikken i Odense.', 'Mette Frederiksen (person)'],
    ['da', 'I går besøgte statsminister Mette Frederiksen fabrikken i Odense.', 'Odense (place)'],
    ['da', 'Aktierne i Novo Nordisk faldt fredag formiddag.', 'Novo Nordisk (organisation)'],
    ['en', 'The new bridge was opened by Sarah Jones in London on Monday.', 'Sarah Jones (person)'],
    ['en', 'The new bridge was opened by Sarah Jones in London on Monday.', 'London (place)'],
  ])('finds in %s: %s', (language, text, name) => {
    expect(named(text, language)).toContain(name)
  })

  it('does not take the first word of a sentence for a name', () => {
    expect(named('Broen er lukket. Vejret er dårligt. Ingen sejler i dag.', 'da')).toEqual([])
  })

  it('gives spans in order that do not overlap, and passes its schema', () => {
    const text = 'Anders Holm fra Aarhus mødte Karen Blixen i Rom, siger Anders Holm til Politiken.'
    const names = findNames(text, { language: 'da' })
    for (const [place, name] of names.entries()) {
      expect(Name.parse(name)).toEqual(name)
      expect(name.start).toBeGreaterThanOrEqual(names[place - 1]?.end ?? 0)
    }
  })

  it.each(['', '   ', 'hej', '__proto__ Constructor', 'Å'])('has an answer for %j', (text) => {
    expect(Array.isArray(findNames(text))).toBe(true)
  })

  it('reads every sentence of an article', () => {
    const { text } = parseArticle({ title: 'Besøg i Skagen', body: 'Forfatteren Helle Helle læste op i Skagen.' })
    expect(named(text, 'da').join()).toContain('Skagen')
  })
})
