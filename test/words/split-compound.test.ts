import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { splitCompound } from '../../src/words/split-compound.js'

describe('splitCompound', () => {
  it.each([
    ['arbejdsmarked', 'arbejds|marked'],
    ['havvindmøllepark', 'hav|vind|mølle|park'],
    ['skatteborgerne', 'skatte|borgerne'],
    ['børnehave', 'børne|have'],
    ['it-system', 'it-|system'],
    ['klimaminister', 'klima|minister'],
  ])('splits %s', (word, parts) => {
    expect(splitCompound(da, word).join('|')).toBe(parts)
  })

  it.each(['udvikling', 'sandhed', 'venskab', 'bevægelse', 'forslag', 'politikerne', 'kultur', 'marked'])(
    'leaves the derivation or simple word %s whole',
    (word) => {
      expect(splitCompound(da, word)).toEqual([word])
    },
  )

  it('splits English only at hyphens', () => {
    expect(splitCompound(en, 'newspaper')).toEqual(['newspaper'])
    expect(splitCompound(en, 'well-known')).toEqual(['well-', 'known'])
  })

  it('gives parts that join to the word, also for odd input', () => {
    const letters = fc.string({ unit: fc.constantFrom('s', 'e', 'hus', 'bil', '-', 'å', 'İ', 'ß', '𝒜', 'skat', 'te') })
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (word) => {
        expect(splitCompound(da, word).join('')).toBe(word)
      }),
    )
  })
})
