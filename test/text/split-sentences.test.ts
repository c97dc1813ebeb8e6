import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Language } from '../../src/model/language.js'
import { splitSentences } from '../../src/text/split-sentences.js'

const sentences = (language: Language | undefined, text: string): string[] =>
  splitSentences(language, text).map(({ start, end }) => text.slice(start, end))

/** Sentences are written with ‖ between them. */
const danish: [string, string][] = [
  ['abbreviations inside', 'Byer som bl.a. Vejle og Ribe er med. ‖ Resten er ude.'],
  ['abbreviations that end', 'Der var æbler, pærer osv. ‖ Alle spiste.'],
  ['titles', 'Vi mødte dr. Holm og hr. Krag. ‖ De var venlige.'],
  ['numbers after abbreviations', 'Se nr. 4 og kap. IV. ‖ Der står det.'],
  ['units', 'Den vejer 12 kg. ‖ Prisen er kr. 400.'],
  ['ordinals', 'Den 4. april begyndte den 2. Verdenskrig her. ‖ I 1945 sluttede den.'],
  ['numbers at the end', 'De blev nr. 3. ‖ Vi blev nr. 7.'],
  ['initials', 'J. P. Holm og H.C. Lund talte. ‖ Så var der kaffe.'],
  ['a preposition at the end', 'Det er huset, de bor i. ‖ Det er rødt.'],
  ['guillemets', '»Kommer du?« spurgte hun. ‖ »Nej.« ‖ Han blev væk.'],
  ['quotes over two sentences', '”Vi vinder. ‖ Det ved jeg,” siger træneren.'],
  ['dash dialogue', '– Kom så! råbte hun. ‖ – Jeg kommer, sagde han.'],
  ['brackets', 'Huset (det gule!) er solgt. ‖ (Det andet er ikke.) ‖ Vi flytter.'],
  ['addresses', 'Læs mere på dr.dk. ‖ Skriv til os@example.org. ‖ Tak!'],
  ['ellipsis', 'Hun ventede ... ‖ Intet skete… ‖ Så gik hun.'],
  ['several marks', 'Hvad?! ‖ Nej!!! ‖ Jo.'],
  ['emoji', 'Tillykke! 🎉 ‖ Vi ses.'],
  ['a lost space', 'De kom hjem.Næste dag gik de.'.replace('.N', '.‖N')],
  ['names in small letters', 'Prisen steg. ‖ iPhone er dyr. ‖ dr.dk er gratis.'],
  ['decimals and times', 'Kl. 14.30 var der 3,5 grader. ‖ Om natten 2.'],
  ['list marks', '1. Første punkt er vigtigt. ‖ Andet er ikke.'],
  ['colons', 'Vi spurgte: Hvem vinder? ‖ Svaret var: Ingen.'],
  ['capitals', 'STOP NU. ‖ GÅ HJEM.'],
  ['text in small letters', 'jeg kom hjem. han sov'.replace('. h', '. ‖ h')],
  ['signs', 'Loven gælder. ‖ § 3 er ny. ‖ Det er jf. § 4 sådan.'],
]
const english: [string, string][] = [
  ['titles', 'Mr. Hill met Dr. Dale. ‖ They talked.'],
  ['countries', 'The U.S. Senate met. ‖ He left the U.S. ‖ She stayed.'],
  ['companies', 'It bought Acme Inc. Monday. ‖ It sold Acme Inc. ‖ The price was low.'],
  ['times', 'It opens at 9 a.m. Friday. ‖ It closes at 5 p.m. ‖ We left.'],
  ['numbers', 'See No. 5 and Fig. B. ‖ No. ‖ Not that.'],
  ['direct speech', '“Stop!” Anna said. ‖ “Why?” ‖ “Because.”'],
  ['notes', 'It was built in stone.[2] ‖ It fell. [3] ‖ It rose again.4 ‖ Then it burned.'],
  ['initials', 'George W. Hill won plan B. ‖ It was close.'],
  ['places', 'She lives on Elm St. near us. ‖ We see her often.'],
]

describe('splitSentences', () => {
  test.each(danish)('Danish: %s', (_name, marked) => {
    expect(sentences(da, marked.replace(/‖ ?/g, ''))).toEqual(marked.split(/ ?‖ ?/))
  })
  test.each(english)('English: %s', (_name, marked) => {
    const verbs = { ...en, attributionVerbs: 'said' }
    expect(sentences(verbs, marked.replace(/‖ ?/g, ''))).toEqual(marked.split(/ ?‖ ?/))
  })

  it('ends a sentence at every line end and trims it', () => {
    expect(sentences(da, '  En overskrift \r\n\r\nbrødtekst uden punktum\n- et punkt\n')).toEqual([
      'En overskrift',
      'brødtekst uden punktum',
      '- et punkt',
    ])
  })

  it('knows general rules without a language', () => {
    expect(sentences(undefined, 'Jag såg A. Berg. Hon log! Sedan gick vi.')).toEqual([
      'Jag såg A. Berg.',
      'Hon log!',
      'Sedan gick vi.',
    ])
  })

  it('gives nothing for empty text', () => {
    expect(sentences(da, '')).toEqual([])
    expect(sentences(da, ' \n ')).toEqual([])
  })

  it('covers all but white space, in order, whatever comes', () => {
    const piece = fc.constantFrom(
      'Ja',
      'nej',
      '.',
      '!',
      '?',
      '…',
      ' ',
      '\n',
      '"',
      '»',
      '«',
      '’',
      '-',
      '3',
      'f.eks.',
      '🙂',
      '[1]',
      '(',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let past = 0
          let left = ''
          for (const { start, end } of splitSentences(da, text)) {
            expect(start).toBeGreaterThanOrEqual(past)
            expect(end).toBeGreaterThan(start)
            left += text.slice(past, start)
            past = end
          }
          expect(left + text.slice(past)).toMatch(/^[\s\p{Z}\p{Cc}\u200b\ufeff]*$/u)
        },
      ),
    )
  })
})
