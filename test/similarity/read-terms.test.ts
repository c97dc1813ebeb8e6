import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { readTerms } from '../../src/similarity/read-terms.js'

describe('readTerms on tables', () => {
  const body =
    '# Genveje\n\nHer er en oversigt.\n\n| Tast | Virkning |\n|---|---|\n| F2 | Skjul faktaboksen |\n| F5 | Opdater saldoen |\n'
  it('reads the cells of a data table, which are no prose', () => {
    const document = parseArticle([da, en], { body, format: 'markdown', language: 'da' })
    expect(document.text).not.toContain('faktaboksen')
    const { keys } = readTerms([da, en], document)
    expect(keys.some((key) => key.startsWith('da:faktaboks'))).toBe(true)
  })

  it('makes no pair across two cells', () => {
    const { keys } = readTerms([da, en], parseArticle([da, en], { body, format: 'markdown', language: 'da' }))
    expect(keys.filter((key) => key.includes('faktaboks') && key.endsWith('f5'))).toEqual([])
  })
})
