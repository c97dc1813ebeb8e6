import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { analyze, buildRelatedIndex, explain, related } from '../../src/index.js'
import { quoteRanker } from '../../src/packed/quote-ranker.js'
import { themeRanker } from '../../src/packed/theme-ranker.js'

const article = {
  title: 'Cykelbroen over fjorden',
  body: `Cykelbroen over fjorden bliver dyrere, og cykelbroen bliver forsinket. Ingen i byrådet vil tage skylden.

»Vi har aldrig bygget en bro på så kort tid,« siger ingeniør Per Holst. Cykelbroen skal stå færdig til maj.`,
}
const { themes, pullQuotes } = analyze(article)

describe('explain', () => {
  it('says the strongest reasons of a theme, in the reader’s language', () => {
    const theme = themes[0]!
    expect(explain(theme)).toMatch(/^»cykelbro(en)?« er et emne, fordi det .+\.$/i)
    expect(explain(theme, { language: 'en' })).toMatch(/^“cykelbro(en)?” is a theme because it .+\.$/i)
  })

  it('makes one sentence of each suggestion', () => {
    for (const quote of pullQuotes) expect(explain(quote)).toMatch(/^[\p{Lu}][^\n]+\.$/u)
  })

  it('says how the editor’s quote stands in the text', () => {
    const [quote] = analyze({ body: `${article.body}\n\n[quote]Ingen i byrådet vil tage skylden[/quote]` }).pullQuotes
    expect(explain(quote!)).toBe('Redaktionens citat; det står ordret i teksten.')
  })

  it('names what related articles share', () => {
    const index = buildRelatedIndex([
      { id: 'a', ...article },
      { id: 'b', title: 'Ny cykelbro', body: 'Cykelbroen over fjorden skal males rød.' },
    ])
    expect(explain(related(index, 'a', { minScore: 0 })[0]!)).toMatch(/^Begge handler om »/)
  })

  it.each([
    ['theme', themeRanker],
    ['quote', quoteRanker],
  ])('has a line in both lists for each feature of the %s ranker', (kind, table) => {
    const features = table
      .split('\n')
      .map((line) => line.split('\t')[0]!)
      .filter((name) => !['', 'intercept', 'usual line'].includes(name))
    for (const { code, explanations } of [da, en]) {
      const keys = new Set(explanations.split('\n').map((line) => line.split('\t')[0]))
      expect(
        features.filter((feature) => !keys.has(`${kind}: ${feature}`)),
        code,
      ).toEqual([])
    }
  })

  it('refuses what carries no reasons, and a language it does not speak', () => {
    // @ts-expect-error a string is no result
    expect(() => explain('x')).toThrow(TypeError)
    expect(() => explain(themes[0]!, { language: 'fr' })).toThrow(/da, en/)
  })
})
