import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { describeSentences } from '../../src/quotes/describe-sentences.js'
import { findQuotations } from '../../src/quotes/find-quotations.js'
import { placeOf } from '../../src/quotes/quote-features.js'
import { readWords } from '../../src/words/read-words.js'

const languages = [da, en]

function has(feature: 'points back' | 'pronoun for nothing', text: string, language: string): boolean {
  const document = parseArticle(languages, { body: text, format: 'text', language })
  const words = readWords(languages, document)
  return describeSentences(document, words, findQuotations(document, words)).values[placeOf[feature]] === 1
}

function leans(text: string, language: string): boolean {
  return has('points back', text, language)
}

describe('pointsBack', () => {
  it.each([
    'Det virker hver gang.',
    'Den er for dyr til de fleste.',
    'De kommer hjem i morgen.',
    'Hun har aldrig set havet.',
    'Denne løsning er billigere.',
    'Det gør bestyrelsen sjældent.',
    'Det er derfor, at vi sejler.',
  ])('is true of %j', (text) => {
    expect(leans(text, 'da')).toBe(true)
  })
  it.each([
    'Den klassiske fejl er at vente for længe.',
    'De gamle både ligger stadig i havnen.',
    'De, der venter længst, får mindst.',
    'Det er let at love noget, man ikke skal betale.',
    'Det er fiskerne, der betaler.',
    'Der er ingen vej tilbage til den gamle havn.',
    'Havnen er lukket.',
  ])('is false of %j', (text) => {
    expect(leans(text, 'da')).toBe(false)
  })
  it.each([
    'It works every time.',
    'They came home late.',
    'That is why we sail.',
    'This means more boats.',
    'Both are too expensive.',
  ])('is true of %j', (text) => {
    expect(leans(text, 'en')).toBe(true)
  })
  it.each([
    'There is no way back to the old harbour.',
    'It is easy to promise what others must pay for.',
    "It's the fishermen who pay.",
    'Those who wait longest get least.',
    'Both harbours are closed.',
  ])('is false of %j', (text) => {
    expect(leans(text, 'en')).toBe(false)
  })
})

describe('hasPronounForNothing', () => {
  it.each([
    ['Jeg håber, at den holder til foråret.', 'da'],
    ['Så fortalte vi dem om den nye havn.', 'da'],
    ['Then I told them about the harbour.', 'en'],
  ])('is true of %j', (text, language) => {
    expect(has('pronoun for nothing', text, language)).toBe(true)
  })
  it.each([
    ['Jeg håber, at den nye havn holder.', 'da'],
    ['Fiskerne siger, at de aldrig vender om.', 'da'],
    ['Fishermen say they never turn back.', 'en'],
    ['Vi sejler, når det blæser.', 'da'],
  ])('is false of %j', (text, language) => {
    expect(has('pronoun for nothing', text, language)).toBe(false)
  })
})
