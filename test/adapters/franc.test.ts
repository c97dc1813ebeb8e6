import { franc } from 'franc'
import { describe, expect, it } from 'vitest'
import { withFranc } from '../../src/adapters/franc.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { type DetectOptions, detectLanguage } from '../../src/language/detect-language.js'

const own = (text: string, options?: DetectOptions) => detectLanguage([da, en], text, options)
const detect = withFranc(own)

describe('names the languages of the long tail', () => {
  it.each([
    ['it', 'Il consiglio comunale ha deciso ieri di chiudere il vecchio ponte fino alla primavera prossima'],
    ['tr', 'Belediye meclisi, onarılması gerektiği için eski köprüyü gelecek bahara kadar kapatmaya karar verdi'],
    ['cs', 'Městská rada včera rozhodla, že starý most bude až do příštího jara úplně uzavřen pro všechny řidiče'],
    ['sw', 'Halmashauri ya jiji iliamua jana usiku kufunga daraja la zamani hadi mwaka ujao'],
    ['ru', 'Правительство решило закрыть мост до самой весны'],
    ['uk', 'Уряд вирішив закрити старий міст до наступної весни, бо його треба лагодити'],
    ['el', 'Η κυβέρνηση αποφάσισε να κλείσει τη γέφυρα'],
    ['zh', '政府决定关闭这座桥直到春天'],
    ['ko', '정부는 봄까지 다리를 폐쇄하기로 결정했다'],
    ['ar', 'قررت الحكومة إغلاق الجسر القديم حتى الربيع القادم'],
  ])('%s: %s', (language, text) => {
    const detection = detect(text)
    expect(detection.language).toBe(language)
    expect(detection.confidence).toBeGreaterThanOrEqual(0.7)
    expect(detection.confidence).toBeLessThan(1)
    expect(detection.candidates).toEqual([{ language, confidence: detection.confidence }])
  })
})

describe('answers as klartekst does', () => {
  it.each([
    ['Danish', 'Byrådet besluttede i går at lukke den gamle bro, fordi den er ved at falde ned.'],
    ['what franc takes for Norwegian', 'Regeringen vil have flere unge til at vælge en uddannelse.'],
    ['English', 'The council decided yesterday to close the bridge.'],
    ['Faroese, which franc does not know', 'Landsstýrið vil hava fleiri ung at velja eina útbúgving í Føroyum.'],
    ['few words', 'Alle mennesker er født frie'],
    ['one word', 'problem'],
    ['nothing', ''],
    ['numbers', '12 345,67 (89 %)'],
  ])('%s', (_, text) => {
    expect(detect(text)).toEqual(own(text))
  })

  it('when the caller says which languages it may be', () => {
    const text = 'Il consiglio comunale ha deciso ieri di chiudere il vecchio ponte'
    expect(detect(text, { languages: ['fr', 'es'] })).toEqual(own(text, { languages: ['fr', 'es'] }))
    expect(() => detect(text, { languages: ['it'] })).toThrow(RangeError)
  })

  it('when the text is no string', () => {
    expect(() => detect(42 as unknown as string)).toThrow('detectLanguage: wanted a string; got number')
  })
})

it('never hears from franc a language that klartekst knows itself', () => {
  const text = 'Regeringen vil have flere unge til at vælge en uddannelse.'
  expect(franc(text)).not.toBe('und')
  const deaf = withFranc(() => ({ language: 'und', confidence: 0, candidates: [] }))
  expect(['da', 'nb', 'nn', 'sv', 'de', 'nl', 'en', 'dan', 'nob', 'nno']).not.toContain(deaf(text).language)
})

it('keeps the code of franc where there is no shorter one', () => {
  const deaf = withFranc(() => ({ language: 'und', confidence: 0, candidates: [] }))
  expect(
    deaf('Ang tanan nga mga tawo ginapakatawo nga hilway kag may pareho nga dungog kag kinamatarong.').language,
  ).toBe('hil')
})
