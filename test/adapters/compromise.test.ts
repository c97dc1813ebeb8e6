import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCompromiseNames, findNounPhrases, withCompromise } from '../../src/adapters/compromise.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { detectLanguage } from '../../src/language/detect-language.js'
import type { Name } from '../../src/model/name.js'
import { findNames } from '../../src/words/find-names.js'

const own = (text: string, options?: { readonly language?: string }): Name[] => findNames([da, en], text, options)
const detect = (text: string) => detectLanguage([da, en], text)
const joined = withCompromise(own, detect)
const shown = (text: string, names: readonly Name[]): string[] =>
  names.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)

describe('withCompromise', () => {
  const nobody = withCompromise(() => [], detect)

  it('adds a person where we see no name', () => {
    const text = 'She said that Emily Baker would be there.'
    expect(shown(text, nobody(text, { language: 'en' }))).toEqual(['person Emily Baker'])
  })

  it('adds no organisation and no place', () => {
    expect(nobody('The plane left Chicago for Boston.', { language: 'en' })).toEqual([])
  })

  it('lets a name of ours win over one that overlaps it', () => {
    const ours: Name[] = [{ start: 14, end: 19, kind: 'organisation', confidence: 0.8 }]
    expect(withCompromise(() => ours, detect)('She said that Emily Baker would be there.', { language: 'en' })).toEqual(
      ours,
    )
  })

  it('asks compromise only where the text is English, paragraph by paragraph', () => {
    const text =
      'Formanden Emily Baker talte længe på mødet i går.\n\nShe said that Emily Baker would speak to the children.'
    expect(nobody(text).map(({ start }) => start)).toEqual([text.lastIndexOf('Emily')])
    expect(nobody(text, { language: 'da' })).toEqual([])
    expect(joined('Formanden Mette Holm bor i Odense.')).toEqual(own('Formanden Mette Holm bor i Odense.'))
  })
})

describe('findCompromiseNames', () => {
  it('gives people, organisations and places, without the marks around them', () => {
    const text = 'They met “Emily Baker” at Stanford University, not in New York.'
    expect(shown(text, findCompromiseNames(text))).toEqual([
      'person Emily Baker',
      'organisation Stanford University',
      'place New York',
    ])
  })

  it('points to the right place where a name comes again', () => {
    const text = 'We saw Emily Baker. Later, Emily Baker left.\nEmily Baker slept.'
    expect(findCompromiseNames(text).map(({ start }) => start)).toEqual([7, 27, 45])
  })
})

describe('findNounPhrases', () => {
  it('gives phrases without a leading determiner', () => {
    const text = 'The new climate agreement helps small coastal towns.'
    expect(findNounPhrases(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'new climate agreement',
      'small coastal towns',
    ])
  })
})

it('gives spans in order that do not overlap, whatever comes', () => {
  const piece = fc.constantFrom(
    'Emily',
    'Baker',
    'Boston',
    'the',
    'in',
    '.',
    ' ',
    '\n',
    "'s",
    '“',
    "don't",
    '__proto__',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' ')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      for (const spans of [joined(text, { language: 'en' }), findCompromiseNames(text), findNounPhrases(text)]) {
        let past = 0
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(past)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          past = end
        }
      }
    }),
    { numRuns: 60 },
  )
})
