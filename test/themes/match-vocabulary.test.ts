import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { extractThemes } from '../../src/themes/extract-themes.js'
import type { VocabularyEntry } from '../../src/themes/match-vocabulary.js'

const match = (body: string, vocabulary: readonly VocabularyEntry[]): string[] =>
  extractThemes([da, en], { body, language: 'da', format: 'text' }, { vocabulary }).map(({ label }) => label)

describe('vocabulary', () => {
  const body = 'Cyklisterne i byen vil have flere cykelstier. Den danske model virker, siger cyklister.'

  it.each<[string, VocabularyEntry, string]>([
    ['another inflection', 'Cykelsti', 'Cykelsti'],
    ['a phrase', 'Danske modeller', 'Danske modeller'],
    ['a given variant', { label: 'Trafik', variants: ['cyklist'] }, 'Trafik'],
  ])('finds a tag by %s and shows it as the site writes it', (_, entry, label) => {
    expect(match(body, [entry, 'Landbrug'])).toEqual([label])
  })

  it('forgives a slip of spelling in a long word', () => {
    expect(match('Kvantecomputteren regner.', ['kvantecomputer'])).toEqual(['kvantecomputer'])
  })

  it('finds a tag as the head of compounds', () => {
    expect(match('Styrketræning og løbetræning er sundt.', ['træning', 'fodbold'])).toEqual(['træning'])
  })

  it('takes no short word for another that is spelt nearly the same', () => {
    expect(match('Katten sover.', ['hat', 'katte-mad'])).toEqual([])
  })

  it('answers with an empty list when nothing fits', () => {
    expect(match(body, ['Landbrug', 'EU', ''])).toEqual([])
    expect(match(body, [])).toEqual([])
  })
})
