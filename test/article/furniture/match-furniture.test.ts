import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineWords } from '../../../src/article/furniture/match-furniture.js'

describe('lineWords', () => {
  it.each([
    ['Læs også: Ny bro over sundet', ['læs', 'også', ':', 'ny', 'bro', 'over', 'sundet']],
    ['Klokken 12:30, kl. 7.15', ['klokken', '12', '30', 'kl', '7.15']],
    ['DR’s nye e-bog.', ["dr's", 'nye', 'e-bog']],
    ['5×7 km – Å-dal', ['5', '7', 'km', 'å-dal']],
    ['Ва́жно: 你好', ['ва́жно', ':', '你好']],
    ['—', []],
  ])('cuts %j', (line, words) => {
    expect(lineWords(line).map(({ word }) => word)).toEqual(words)
  })

  it('finds what the pattern of letters, marks and digits finds, in any text', () => {
    const pattern = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|:(?=\s|$)/gu
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aÅ9.:’- ×\u0301') })),
        (line) => {
          const found = lineWords(line)
          const expected = [...line.matchAll(pattern)].slice(0, 40)
          expect(found.map(({ start, end }) => line.slice(start, end))).toEqual(expected.map(([word]) => word))
        },
      ),
    )
  })
})
