import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { findNames } from '../../src/words/find-names.js'

const named = (language: typeof da, text: string): string[] =>
  findNames([language], text, { language: language.code }).map(
    ({ start, end, kind }) => `${kind} ${text.slice(start, end)}`,
  )

describe('findNames', () => {
  it('finds people and places in Danish', () => {
    expect(named(da, 'Formanden Mette Holm bor i Odense.')).toEqual(['person Mette Holm', 'place Odense'])
  })

  it('finds people and places in English', () => {
    expect(named(en, 'The writer Anna Wilson lives in London.')).toEqual(['person Anna Wilson', 'place London'])
  })

  it('keeps the Danish genitive in the name and leaves out the English one', () => {
    expect(named(da, 'Vi så på Danmarks kyster.')).toEqual(['place Danmarks'])
    expect(named(en, "We looked at London's parks.")).toEqual(['place London'])
  })

  it('lets a surname join its full name', () => {
    const text = 'Ministeren Karen Vestergaard talte i Aarhus. Bagefter kørte Vestergaard hjem.'
    expect(named(da, text).filter((name) => name.startsWith('person'))).toEqual([
      'person Karen Vestergaard',
      'person Vestergaard',
    ])
  })

  it('takes no capital of a sentence for a name', () => {
    expect(named(da, 'Huset er gult. Det står ved en sø. Hunden sover.')).toEqual([])
    expect(named(en, 'The house is yellow. It stands by a lake. Dogs sleep.')).toEqual([])
  })

  it('gives nothing for empty text and for a language that is not at hand', () => {
    expect(findNames([da], '')).toEqual([])
    expect(findNames([da], 'Anna bor i Paris.', { language: 'fr' })).toEqual([])
  })

  it('gives spans in order that do not overlap, with confidence from 0 to 1, whatever comes', () => {
    const piece = fc.constantFrom('Anna', 'Holm', 'EU', 'og', 'i', '.', ' ', '\n', "'", '3', 'constructor', '__proto__')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join(' ')),
        ),
        (text) => {
          let past = 0
          for (const { start, end, confidence } of findNames([da, en], text, { language: 'da' })) {
            expect(start).toBeGreaterThanOrEqual(past)
            expect(end).toBeGreaterThan(start)
            expect(confidence).toBeGreaterThanOrEqual(0)
            expect(confidence).toBeLessThanOrEqual(1)
            past = end
          }
        },
      ),
    )
  })
})
