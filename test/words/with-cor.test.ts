import { describe, expect, it } from 'vitest'
import { extractThemes } from '../../src/core.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { lemmatize } from '../../src/words/lemmatize.js'
import { withCor } from '../../src/words/with-cor.js'

// In the shape of the register; words and numbers are made up.
const cor = [
  '# id	lemma	gloss	grammar	form	norm',
  'COR.90001.110.01	blørk		sb.fk.sg.ubest	blørk	1',
  'COR.90001.112.01	blørk		sb.fk.pl.best	blørkurne	1',
  'COR.90002.110.01	løb		sb.itk.sg.ubest	løb	1',
  'COR.90003.203.01	løbe		vb.præt	løb	1',
  'COR.90004.110.01	Klumpe		sb.fk.sg.best	klumpåsen	1',
  'COR.90005.900.01	ad hoc		adv	ad hoc	1',
  'COR.90006.110.01	noget andet		sb	avisernes	1',
  'COR.90007.110.01	avisa		sb	avisernes	1',
  'no row',
].join('\r\n')

describe('withCor', () => {
  it.each([
    ['blørkurne', 'blørk'],
    ['BLØRKURNE', 'blørk'],
    ['klumpåsen', 'klumpe'],
    ['husene', 'hus'],
  ])('gives %s the lemma of the register, or else its own', (form, lemma) => {
    expect(lemmatize(withCor(da, cor), form)).toBe(lemma)
  })

  it('keeps its own lemma where the register has several and it is among them', () => {
    expect(lemmatize(withCor(da, cor), 'løb')).toBe(lemmatize(da, 'løb'))
  })

  it('lets corrections by hand win', () => {
    expect(lemmatize(withCor(da, cor), 'avisernes')).toBe('avis')
  })

  it('leaves the language it was given as it was', () => {
    withCor(da, cor)
    expect(lemmatize(da, 'blørkurne')).not.toBe('blørk')
  })

  it('reaches themes: two forms of one word are one theme', () => {
    const body = 'En blørk kom forbi. Alle så, at blørkurne løb. Siden har ingen set blørkurne i byen.'
    const themes = extractThemes([withCor(da, cor), en], { body, language: 'da', format: 'text' })
    expect(themes.map(({ key }) => key)).toContain('da:blørk')
  })

  it('says what it wanted when the text is no register', () => {
    expect(() => withCor(da, 'form,lemma')).toThrow('withCor: wanted the text of a cor1.*.tsv file')
  })
})
