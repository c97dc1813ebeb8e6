import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { stopwordsOf } from '../../src/words/stopwords.js'

describe('stopwordsOf', () => {
  it.each([
    [da, 'far mand tag lad lille stor ny god penge arbejde by skole regering land liv'],
    [en, 'way man people time year work school government city life money'],
  ])('holds no words of content', (language, words) => {
    const stopwords = stopwordsOf(language)
    expect(words.split(' ').filter((word) => stopwords.has(word))).toEqual([])
  })

  it.each([
    [da, 'allerede derfor desuden gennem gør måske samt siden uden være og naar ogsaa paa'],
    [en, "the and although because don't themselves whose would"],
  ])('holds the closed classes', (language, words) => {
    const stopwords = stopwordsOf(language)
    expect(words.split(' ').filter((word) => !stopwords.has(word))).toEqual([])
  })

  it.each(['da', 'en'])('has no correction of %s twice', (code) => {
    const lines = readFileSync(new URL(`../../data/${code}/stopwords.txt`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    const twice = lines.filter((line, index) => lines.indexOf(line) !== index)
    expect(twice).toEqual([])
  })
})
