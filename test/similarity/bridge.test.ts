import fc from 'fast-check'
import { expect, test } from 'vitest'
import { da } from '../../src/da.js'
import { daEn } from '../../src/da-en.js'
import { en } from '../../src/en.js'
import { buildRelatedIndex } from '../../src/related/build-related-index.js'
import { findDuplicates } from '../../src/related/find-duplicates.js'
import { related } from '../../src/related/related.js'
import { openBridge } from '../../src/similarity/open-bridge.js'
import { similarity } from '../../src/similarity/similarity.js'

const languages = [da, en]
const bridges = [daEn]
const danish = {
  id: 'da-school',
  title: 'Kommunen lukker to skoler',
  body: 'Kommunen lukker to skoler i landsbyerne. Forældrene er vrede, og lærerne frygter for deres arbejde.',
  language: 'da',
}
const english = {
  id: 'en-school',
  title: 'Teachers protest against closed schools',
  body: 'Parents and teachers are angry that the municipality will close schools in the villages.',
  language: 'en',
}
const others = [
  {
    id: 'en-ship',
    title: 'A new ship in the harbour',
    body: 'The ship sails with grain and cars across the sea.',
    language: 'en',
  },
  {
    id: 'en-bread',
    title: 'How to bake bread',
    body: 'Flour, water and salt make good bread in a hot oven.',
    language: 'en',
  },
  {
    id: 'da-brød',
    title: 'Sådan bager du brød',
    body: 'Mel, vand og salt giver et godt brød i ovnen.',
    language: 'da',
  },
]

test.each([
  ['da:skole', 'en:school'],
  ['da:vand', 'en:water'],
  ['en:ship', 'da:skib'],
  ['en:bread', 'da:brød'],
])('the bridge knows what %s is called: %s', (term, translation) => {
  expect(
    openBridge(daEn)
      .get(term)
      ?.map(({ key }) => key),
  ).toContain(translation)
})

test('articles across languages share themes in the wording of the first, with spans in both', () => {
  const { score, sharedThemes, languages: read } = similarity(languages, danish, english, { bridges })
  expect(read).toEqual(['da', 'en'])
  expect(score).toBeGreaterThan(similarity(languages, danish, english).score)
  expect(score).toBe(similarity(languages, english, danish, { bridges }).score)
  const school = sharedThemes.find(({ label }) => /skole/i.test(label))
  expect(school?.spansA.length).toBeGreaterThan(0)
  expect(school?.spansB.length).toBeGreaterThan(0)
})

test('similarity across languages is symmetric, from 0 to 1', () => {
  const word = fc.constantFrom(
    'skole',
    'havn',
    'school',
    'port',
    'ship',
    'gift',
    'Berlin',
    '2024',
    'ny bro',
    'new bridge',
  )
  const body = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(body, body, (a, b) => {
      const [first, second] = [
        { body: a, language: 'da' },
        { body: b, language: 'en' },
      ]
      const { score } = similarity(languages, first, second, { bridges })
      expect(score).toBe(similarity(languages, second, first, { bridges }).score)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60 },
  )
})

test('related articles of another language are found, with reasons in the language of the reader', () => {
  const index = buildRelatedIndex(languages, [danish, english, ...others])
  const [first] = related(languages, index, 'da-school', {
    bridges,
    languages: ['en'],
    minScore: 0,
    keepTranslations: true,
  })
  expect(first?.id).toBe('en-school')
  expect(first?.reasons.map(({ label }) => label.toLowerCase()).join(' ')).toMatch(/skole/)
})

test('a list without a bridge is the same as ever, and one of a single language does not hang on it', () => {
  const index = buildRelatedIndex(languages, [danish, ...others.filter(({ language }) => language === 'da')])
  const options = { minScore: 0, languages: 'any' } as const
  expect(related(languages, index, 'da-school', { ...options, bridges })).toEqual(
    related(languages, index, 'da-school', options),
  )
})

test('a translation is found as such, and is no related article', () => {
  const pair = [
    {
      id: 'a',
      title: 'Sådan bager du brød af mel, vand og salt',
      body: 'Bland mel, vand og salt. Lad dejen hvile en nat, og bag brødet i en varm ovn. Brødet skal køle af, før det spises.',
      language: 'da',
    },
    {
      id: 'b',
      title: 'How to bake bread of flour, water and salt',
      body: 'Mix flour, water and salt. Let the dough rest for a night, and bake the bread in a hot oven. The bread must cool before it is eaten.',
      language: 'en',
    },
  ]
  const index = buildRelatedIndex(languages, [...pair, danish, others[0]!])
  expect(findDuplicates(index, { bridges }).filter(({ kind }) => kind === 'translation')).toMatchObject([
    { ids: ['a', 'b'], kind: 'translation', reasons: [{ feature: 'translatedWords' }] },
  ])
  expect(findDuplicates(index)).toEqual([])
  const options = { bridges, languages: 'any', minScore: 0 } as const
  expect(related(languages, index, 'a', options).map(({ id }) => id)).not.toContain('b')
  expect(related(languages, index, 'a', { ...options, keepTranslations: true })[0]?.id).toBe('b')
})
