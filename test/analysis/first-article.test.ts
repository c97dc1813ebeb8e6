import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyze, parseArticle } from '../../src/index.js'

const read = (file: string): string => readFileSync(new URL(`../../examples/articles/${file}`, import.meta.url), 'utf8')
const files = ['deling-af-viden.txt', 'deling-af-viden.html', 'deling-af-viden.md', 'deling-af-viden.wordpress.html']

/** Groups of labels, one of each of which a careful reader expects. */
const expected = [
  /^(videndeling|deling af viden|viden)$/,
  /^(digitale medier|sociale medier|digital transformation)$/i,
  /^SKAT$/,
  /^(silo|siloer|organisation|organisationer|samarbejde)$/,
  /^(branding|community|kundeservice|sociale netværk)$/i,
]

describe('the first real article', () => {
  const analyses = files.map((file) => analyze({ body: read(file) }))

  it('is Danish, with at least four of the five themes a careful reader expects among the first ten', () => {
    for (const { language, themes } of analyses) {
      expect(language.language).toBe('da')
      expect(language.confidence).toBeGreaterThan(0.99)
      const found = expected.filter((group) => themes.some(({ label }) => group.test(label)))
      expect(found.length).toBeGreaterThanOrEqual(4)
    }
  })

  it('has the same title, quotes and themes as text, page, Markdown and blocks', () => {
    const [first, ...others] = analyses
    const facts = ({ title, themes, pullQuotes }: (typeof analyses)[number]) => ({
      title,
      themes: themes.map(({ label }) => label),
      quotes: pullQuotes.map(({ text, source, match }) => ({ text, source, match })),
    })
    for (const other of others) expect(facts(other)).toEqual(facts(first!))
  })

  it('gives the editor’s quotes their places in the text', () => {
    for (const [place, file] of files.entries()) {
      const { text } = parseArticle({ body: read(file) })
      const spans = analyses[place]!.pullQuotes.flatMap(({ source, span }) =>
        source === 'editor' && span ? [span] : [],
      )
      expect(spans.map(({ start, end }) => [text.slice(start, start + 23), text.slice(end - 23, end)])).toEqual([
        ['Den klassiske fejl er, ', 'fil på sociale netværk.'],
        ['Det er ikke nødvendigvi', ' professionelt univers.'],
      ])
    }
  })
})
