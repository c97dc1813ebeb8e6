import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { tagSentence } from '../../src/words/tag-sentence.js'
import { wordClass } from '../../src/words/word-class.js'

describe('tagSentence', () => {
  it('tells the classes of a Danish sentence', () => {
    expect(tagSentence(da, ['Den', 'gamle', 'minister', 'læser', 'avisen', 'i', 'Aarhus', '.'])).toEqual([
      'function',
      'adjective',
      'noun',
      'verb',
      'noun',
      'function',
      'name',
      'other',
    ])
  })

  it('tells the classes of an English sentence', () => {
    expect(tagSentence(en, ['The', 'old', 'minister', 'reads', 'the', 'newspaper', 'in', 'London', '.'])).toEqual([
      'function',
      'adjective',
      'noun',
      'verb',
      'function',
      'noun',
      'function',
      'name',
      'other',
    ])
  })

  it('answers the empty sentence', () => {
    expect(tagSentence(da, [])).toEqual([])
  })
})

describe('wordClass', () => {
  it.each([
    ['avisen', 'noun'],
    ['og', 'function'],
    ['klimavenlig', 'adjective'],
    ['2024', 'number'],
    ['…', 'other'],
  ])('gives the class of %s by itself', (word, kind) => {
    expect(wordClass(da, word)).toBe(kind)
  })
})
