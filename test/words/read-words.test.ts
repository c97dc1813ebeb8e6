import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { partsOf, readWords } from '../../src/words/read-words.js'

const languages = [da, en]

function formsOf(body: string): ReadonlyMap<string, ReturnType<typeof readWords>['forms'][number]> {
  const document = parseArticle(languages, { body, language: 'da', format: 'text' })
  return new Map(readWords(languages, document).forms.map((form) => [form.surface, form]))
}

describe('readWords', () => {
  it('keeps names, drops their genitive where the bare name stands too, and lemmatizes words', () => {
    const forms = formsOf('Aviserne skriver om Brunsgaard. I går kom Brunsgaards svar, og Danmarks avis var glad.')
    expect(forms.get('Brunsgaards')).toMatchObject({ lemma: 'Brunsgaard', key: 'da:brunsgaard', isName: true })
    expect(forms.get('Danmarks')).toMatchObject({ lemma: 'Danmark', class: 'name' })
    expect(forms.get('Aviserne')).toMatchObject({ lemma: 'avis', key: 'da:avis', isName: false, class: 'noun' })
    expect(forms.get('og')).toMatchObject({ isStopword: true })
  })

  it('splits the lemma of a compound when asked', () => {
    expect(partsOf(formsOf('Vi ser på arbejdsmarkedets regler.').get('arbejdsmarkedets')!)).toEqual([
      'arbejds',
      'marked',
    ])
  })

  it('gives a rarer word more bits', () => {
    const forms = formsOf('Huset har en kvadratrod.')
    expect(forms.get('kvadratrod')!.rarity).toBeGreaterThan(forms.get('Huset')!.rarity)
  })

  it('has spans that cut out the surface, in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('hus', ' ', '. ', 'Å', '3,5', '«', '\n', '😀', 'e\u0301', '__proto__ ') }),
        (body) => {
          const document = parseArticle(languages, { body, language: 'da', format: 'text' })
          const words = readWords(languages, document)
          for (let index = 0; index < words.count; index++) {
            const form = words.forms[words.formOf[index]!]
            if (form) expect(document.text.slice(words.starts[index], words.ends[index])).toBe(form.surface)
            if (index > 0) expect(words.starts[index]).toBeGreaterThanOrEqual(words.ends[index - 1]!)
          }
          expect(words.sentenceStarts[document.sentences.length]).toBe(words.count)
        },
      ),
    )
  })
})
