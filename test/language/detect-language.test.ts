import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { detectLanguage } from '../../src/language/detect-language.js'

const detect = (text: string, languages?: readonly string[]) =>
  detectLanguage([da, en], text, languages === undefined ? {} : { languages })

describe('names the language of a sentence', () => {
  it.each([
    ['Regeringen vil have flere unge til at vælge en uddannelse i provinsen.', 'da'],
    ['Hvad synes du egentlig om den nye bro?', 'da'],
    ['Der bliver bygget havvindmøller ud for vestkysten til sommer.', 'da'],
    ['Hun sagde, at hun aldrig havde været bange for mørket.', 'da'],
    ['Regjeringen vil ha flere unge til å velge en utdanning i distriktene.', 'nb'],
    ['Hva synes du egentlig om den nye brua?', 'nb'],
    ['Hun sa at hun aldri hadde vært redd for mørket.', 'nb'],
    ['Eg veit ikkje korleis dei har tenkt å gjere dette.', 'nn'],
    ['Regeringen vill att fler ungdomar väljer en utbildning på landsbygden.', 'sv'],
    ['Vad tycker du egentligen om den nya bron?', 'sv'],
    ['The council decided to close the bridge for repairs until spring.', 'en'],
    ['Die Regierung möchte, dass mehr junge Leute eine Lehre machen.', 'de'],
    ['De regering wil dat meer jongeren een opleiding kiezen.', 'nl'],
    ['Ríkisstjórnin vill að fleiri ungmenni velji sér nám úti á landi.', 'is'],
    ['Landsstýrið vil hava fleiri ung at velja eina útbúgving í Føroyum.', 'fo'],
    ['Die regering wil hê dat meer jongmense nie die skool moet verlaat nie.', 'af'],
    ['Le gouvernement veut que les jeunes choisissent une formation.', 'fr'],
    ['El gobierno quiere que los jóvenes elijan una formación.', 'es'],
    ['Hallitus haluaa, että nuoret valitsevat koulutuksen maakunnissa.', 'fi'],
    ['Rząd chce, żeby młodzi ludzie wybierali naukę zawodu.', 'pl'],
  ])('%s', (text, language) => {
    const detection = detect(text)
    expect(detection.language).toBe(language)
    expect(detection.confidence).toBeGreaterThan(0.8)
  })
})

describe('reads text however it was typed', () => {
  it.each([
    ['capitals', 'KØBENHAVNS KOMMUNE LUKKER TO SKOLER EFTER FERIEN'],
    ['without Danish letters', 'Koebenhavns kommune lukker to skoler naar ferien er forbi'],
    ['UTF-8 read as Latin-1', 'NÃ¥r sommeren er forbi, kommer bÃ¸rnene hjem fra Ã¦blehaven'],
    ['a lost letter', 'N�r sommeren er forbi, kommer b�rnene hjem fra haven'],
    ['soft hyphens', 'Kom\u00admunal\u00adbe\u00adsty\u00adrel\u00adsen mødes igen på onsdag'],
    ['lone surrogates and NUL', 'Børnene \ud800 kommer hjem \u0000 fra haven \udc00 i aften'],
    ['numbers all over', '12.000 børn 3,5 kommer 2026 hjem 14:30 fra haven 99 i aften'],
  ])('%s', (_, text) => {
    expect(detect(text).language).toBe('da')
  })

  it('gives the same for composed and decomposed letters', () => {
    const text = 'Når bølgerne når ind på stranden, går vi også hjem'
    expect(detect(text.normalize('NFD'))).toEqual(detect(text))
  })

  it('gives the same whatever the case', () => {
    const text = 'Når bølgerne når ind på stranden, går vi også hjem'
    expect(detect(text.toUpperCase())).toEqual(detect(text))
  })
})

describe('does not count what is no prose', () => {
  it.each([
    ['an address', 'Se https://www.example.com/the/latest/news/and/more?with=all for mere, hvis du vil vide noget'],
    ['an e-mail address', 'Skriv til the.editor.of.news@example.com, hvis du vil vide noget'],
    ['@names and #tags', 'Tak til @thebestofthem og #whatishappening for hjælpen i går'],
    ['code between backticks', 'Kald `thisIsTheFunction(with, these, arguments)` når filen er læst'],
    ['a fence of code', 'Sådan gør du:\n```\nwhile (the world is turning) { print that }\n```\nSå er den færdig.'],
    [
      'lines of a program',
      'Sådan gør du:\nif (this.is.the.case) {\n  return what.they.have(for, the, world);\n}\nSå er den færdig.',
    ],
    ['tags', '<p class="the best of all the things that there are">Så er den færdig i morgen</p>'],
    ['files', 'Åbn with-this-and-that.html eller theother.json i mappen'],
  ])('%s', (_, text) => {
    const bare = detect(text)
    expect(bare.language).toBe('da')
    expect(bare.confidence).toBeGreaterThan(0.9)
  })
})

it('counts what looks a little like code but is prose', () => {
  expect(detect('ansøgningen skal være indsendt til kommunen (se stykke 3);').language).toBe('da')
  expect(
    detect('Mødet begynder kl. 9.30, f.eks. med kaffe. Bl.a. kommer borgmesteren m.fl. og/eller en vikar').language,
  ).toBe('da')
})

it.each([
  'Erdoğan og Davutoğlu mødtes i Ankara',
  'Recep Tayyip Erdoğan sagde til Aleksandar Vučić og Maroš Šefčovič, at Tyrkiet ikke vil vente længere',
])('is not misled by names with letters that we do not use: %s', (text) => {
  expect(detect(text).language).toBe('da')
})

it('names one of the languages of a text in two', () => {
  const danish = 'Byrådet besluttede i går at lukke broen, fordi den er ved at falde ned. '
  const english = 'The council decided yesterday to close the bridge because it is falling apart. '
  expect(['da', 'en']).toContain(detect(danish + english).language)
  expect(['da', 'en']).toContain(detect((danish + english).repeat(20)).language)
})

describe('says und where there is nothing to go by', () => {
  it.each([
    ['empty', ''],
    ['white space', ' \n\t\u00a0'],
    ['digits', '12 345,67 (89 %)'],
    ['an address', 'https://example.com/hello-world'],
    ['signs', '!?… — «» 🎉🎉'],
    ['lone surrogates', '\ud800\udc00\ud800'],
    ['Cyrillic', 'Правительство решило закрыть мост до весны'],
    ['Greek', 'Η κυβέρνηση αποφάσισε να κλείσει τη γέφυρα'],
    ['Chinese', '政府决定关闭这座桥直到春天'],
    ['Arabic', 'قررت الحكومة إغلاق الجسر حتى الربيع'],
    ['Italian', 'Il consiglio comunale ha deciso di chiudere il vecchio ponte fino alla primavera prossima'],
    ['Turkish', 'Belediye meclisi eski köprüyü gelecek bahara kadar kapatmaya karar verdi dün akşam'],
    ['Czech', 'Městská rada včera rozhodla, že starý most bude až do příštího jara úplně uzavřen pro všechny řidiče'],
    ['Vietnamese', 'Hội đồng thành phố đã quyết định đóng cửa cây cầu cũ cho đến mùa xuân năm sau'],
    ['Swahili', 'Halmashauri ya jiji iliamua jana usiku kufunga daraja la zamani hadi mwaka ujao'],
  ])('%s', (_, text) => {
    expect(detect(text)).toEqual({ language: 'und', confidence: 0, candidates: [] })
  })

  it('without a table', () => {
    expect(detectLanguage([], 'Det regner').language).toBe('und')
    expect(detectLanguage([{ detector: '' }], 'Det regner').language).toBe('und')
  })
})

describe('says by its confidence how sure it is', () => {
  it.each(['Alle mennesker er født frie', 'Hun var alene hjemme', 'en bil', 'han var her', 'problem'])(
    'hesitates at "%s", which is more than one language',
    (text) => {
      const { confidence, candidates } = detect(text)
      expect(confidence).toBeLessThan(0.9)
      expect(candidates.length).toBeGreaterThan(1)
    },
  )

  it('is surer of more text', () => {
    const short = detect('vil gerne').confidence
    const long = detect('Jeg vil gerne have, at du kommer hjem i aften, når du har fri fra arbejde').confidence
    expect(long).toBeGreaterThan(short)
  })
})

describe('option languages', () => {
  it('limits the candidates', () => {
    const { language, candidates } = detect('Hunden løb hjem', ['sv', 'en'])
    expect(['sv', 'en']).toContain(language)
    expect(candidates.every((candidate) => ['sv', 'en'].includes(candidate.language))).toBe(true)
  })

  it('reads regions and the macro-language no', () => {
    expect(detect('Hunden løb hjem', ['da-DK', 'en_GB']).language).toBe('da')
    expect(detect('Eg veit ikkje kvar ho er', ['no', 'en']).language).toBe('nn')
  })

  it('answers then for text in another language too', () => {
    expect(detect('Il consiglio comunale ha deciso di chiudere il vecchio ponte', ['fr', 'es']).language).not.toBe(
      'und',
    )
  })

  it('names what it does not know', () => {
    expect(() => detect('Hej', ['da', 'tlh'])).toThrow(RangeError)
    expect(() => detect('Hej', ['da', 'tlh'])).toThrow(/detectLanguage.*"tlh".*da, nb/)
    expect(() => detect('Hej', [])).toThrow(/at least one code/)
  })
})

it('says what was wanted when the text is no string', () => {
  expect(() => detect(undefined as unknown as string)).toThrow(TypeError)
  expect(() => detect(42 as unknown as string)).toThrow('detectLanguage: wanted a string; got number')
  expect(() => detect(null as unknown as string)).toThrow('got null')
})

describe('any text', () => {
  it('gives ordered probabilities that sum to at most 1, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const detection = detect(text)
        const { language, confidence, candidates } = detection
        expect(detect(text)).toEqual(detection)
        expect(candidates.reduce((sum, candidate) => sum + candidate.confidence, 0)).toBeLessThanOrEqual(1 + 1e-9)
        for (const [place, candidate] of candidates.entries()) {
          expect(candidate.confidence).toBeLessThanOrEqual(candidates[place - 1]?.confidence ?? 1)
          expect(candidate.confidence).toBe(Math.round(candidate.confidence * 10_000) / 10_000)
        }
        expect(language).toBe(candidates[0]?.language ?? 'und')
        expect(confidence).toBe(candidates[0]?.confidence ?? 0)
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it('does not depend on what was asked before', () => {
    const texts = ['Hun gik hjem', 'She went home', 'Hon gick hem', '__proto__ constructor', 'hasOwnProperty']
    const first = texts.map((text) => detect(text))
    expect(
      texts
        .toReversed()
        .map((text) => detect(text))
        .toReversed(),
    ).toEqual(first)
  })

  it.each([
    ['words', 'Det regner i dag, og vi bliver hjemme. '],
    ['dots', 'a.b.c.'],
    ['backticks', '` `` ``` '],
    ['open tags', '<a '],
    ['one long word', 'rødgrød'],
    ['marks', 'a\u030a'],
    ['braces', '{;\n'],
    ['slashes', 'a/b'],
  ])('takes time in proportion to its length: %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(2_000_000 / piece.length))
    const begin = performance.now()
    detect(text)
    expect(performance.now() - begin).toBeLessThan(1500)
  })
})
