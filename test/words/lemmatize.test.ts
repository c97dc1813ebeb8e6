import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { lemmatize } from '../../src/words/lemmatize.js'

describe('lemmatize', () => {
  it.each([
    ['aviserne', 'avis'],
    ['avisernes', 'avis'],
    ['husene', 'hus'],
    ['bøgerne', 'bog'],
    ['mænd', 'mand'],
    ['skrev', 'skrive'],
    ['bedre', 'god'],
    ['medarbejderne', 'medarbejder'],
    ['havvindmøllerne', 'havvindmølle'],
    ['politikerne', 'politiker'],
    ['kr.', 'krone'],
    ['helt', 'helt'],
    ['34-årige', '34-årig'],
    ['EU-landene', 'eu-land'],
  ])('gives the lemma of Danish %s', (word, lemma) => {
    expect(lemmatize(da, word)).toBe(lemma)
  })

  it.each([
    ['newspapers', 'newspaper'],
    ['cities', 'city'],
    ['went', 'go'],
    ['children', 'child'],
    ['running', 'run'],
    ['better', 'good'],
    ["Anna's", 'anna'],
  ])('gives the lemma of English %s', (word, lemma) => {
    expect(lemmatize(en, word)).toBe(lemma)
  })

  it('leaves abbreviations and digits alone', () => {
    expect(lemmatize(da, 'str.')).toBe('str.')
    expect(lemmatize(da, '500.000')).toBe('500.000')
    expect(lemmatize(en, 'U.S.')).toBe('u.s.')
  })

  it('treats names of object members as ordinary words', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(typeof lemmatize(da, word)).toBe('string')
      expect(typeof lemmatize(en, word)).toBe('string')
    }
  })

  it('answers any text, never empty for a word, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const lemma = lemmatize(da, word)
        expect(lemmatize(da, word)).toBe(lemma)
        if (/^\p{L}+$/u.test(word)) expect(lemma.length).toBeGreaterThan(0)
      }),
    )
  })

  it.each([
    ['da', da],
    ['en', en],
  ] as const)('gives the lemmas of the golden file of %s', (code, language) => {
    const rows = readFileSync(new URL(`../golden/${code}/lemmas.tsv`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(rows.length).toBeGreaterThan(1000)
    const given = rows.map((row) => `${row.split('\t')[0]}\t${lemmatize(language, row.split('\t')[0] ?? '')}`)
    expect(given).toEqual(rows)
  })
})
