import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Language } from '../../src/model/language.js'
import { scanTokens } from '../../src/text/scan-tokens.js'
import { tokenize } from '../../src/text/tokenize.js'

const surfaces = (language: Language | undefined, text: string): string[] =>
  tokenize(language, text).map(({ start, end }) => text.slice(start, end))
const kinds = (text: string): string =>
  tokenize(da, text)
    .map(({ kind }) => kind[0])
    .join('')

describe('tokenize', () => {
  test.each<[Language | undefined, string, string[]]>([
    [da, 'Det er godt.', ['Det', 'er', 'godt', '.']],
    [da, 'Spørg @skattefar om #skat2025!', ['Spørg', '@skattefar', 'om', '#skat2025', '!']],
    [da, 'Over 500.000 betaler 3,5 pct.', ['Over', '500.000', 'betaler', '3,5', 'pct.']],
    [da, "EU's 20-årige og/eller 1960'erne", ["EU's", '20-årige', 'og/eller', "1960'erne"]],
    [da, 'Han kom f.eks. kl. 14:30 den 3. maj.', ['Han', 'kom', 'f.eks.', 'kl.', '14:30', 'den', '3.', 'maj', '.']],
    [da, 'H.C. Andersen og P. Nørgaard', ['H.C.', 'Andersen', 'og', 'P.', 'Nørgaard']],
    [da, 'Møller & Søn A/S, 2010-12', ['Møller', '&', 'Søn', 'A/S', ',', '2010-12']],
    [da, '»Nej,« sagde hun – »aldrig«', ['»', 'Nej', ',', '«', 'sagde', 'hun', '–', '»', 'aldrig', '«']],
    [da, '(for)brugere', ['(', 'for', ')', 'brugere']],
    [da, 'Det var slut.Næste dag', ['Det', 'var', 'slut', '.', 'Næste', 'dag']],
    [
      en,
      "They don't use Node.js or ASP.NET in the U.S.",
      ['They', "don't", 'use', 'Node.js', 'or', 'ASP.NET', 'in', 'the', 'U.S.'],
    ],
    [en, 'AT&T said: wait... what?! --', ['AT&T', 'said', ':', 'wait', '...', 'what', '?!', '--']],
    [
      en,
      'See https://example.org/a_(b)?x=1. Write to a.b@example.org!',
      ['See', 'https://example.org/a_(b)?x=1', '.', 'Write', 'to', 'a.b@example.org', '!'],
    ],
    [en, 'It rose .5 and $20', ['It', 'rose', '.5', 'and', '$', '20']],
    [undefined, 'Tak 👩🏽‍🚒🇩🇰❤️ :-)', ['Tak', '👩🏽‍🚒', '🇩🇰', '❤️', ':-)']],
    [undefined, 'na\u0308r A\u030arhus for\u00adstå', ['na\u0308r', 'A\u030arhus', 'for\u00adstå']],
    [undefined, '__proto__ constructor', ['__proto__', 'constructor']],
    [undefined, 'Москва и 東京', ['Москва', 'и', '東京']],
    [undefined, '', []],
    [undefined, ' \n\t\u0000', []],
  ])('%#: keeps whole what belongs together', (language, text, expected) => {
    expect(surfaces(language, text)).toEqual(expected)
  })

  it('tells words, numbers, punctuation and symbols apart', () => {
    expect(kinds('Hun gav 20 % til @navn, 5G og www.dr.dk 🙂.')).toBe('wwnswwpwwssp')
  })

  it('covers all but white space, in order, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let past = 0
        let left = ''
        for (const { start, end } of tokenize(da, text)) {
          expect(start).toBeGreaterThanOrEqual(past)
          expect(end).toBeGreaterThan(start)
          left += text.slice(past, start)
          past = end
        }
        left += text.slice(past)
        expect(past).toBeLessThanOrEqual(text.length)
        expect(left).toMatch(/^[\s\p{Z}\p{Cc}\u200b\ufeff]*$/u)
      }),
    )
  })

  it('reads a part of a text as it reads the whole where they begin alike', () => {
    const text = 'Jens bor i Aarhus. Han er 20-årig.'
    const found: string[] = []
    scanTokens(da, text, 19, text.length, (start, end) => found.push(text.slice(start, end)))
    expect(found).toEqual(['Han', 'er', '20-årig', '.'])
  })
})

describe('every character of Unicode', () => {
  it('is a whole token, or part of one, or white space: alone, doubled, and before a letter', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code)
      for (const text of [character, `${character}${character}`, `${character}a`]) {
        let past = 0
        let tokens = 0
        scanTokens(da, text, 0, text.length, (start, end) => {
          if (start < past || end <= start || end > text.length || ++tokens > 4) {
            throw new Error(`U+${code.toString(16)}: token ${start}–${end} after ${past}`)
          }
          const splitsPair = character.length === 2 && (start % 2 === 1 || end % 2 === 1) && end < text.length
          if (splitsPair) throw new Error(`U+${code.toString(16)} is cut in two`)
          past = end
        })
      }
    }
  }, 60_000)
})
