import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Article } from '../../src/model/article.js'
import { buildRelatedIndex } from '../../src/related/build-related-index.js'
import { findDuplicates } from '../../src/related/find-duplicates.js'
import { indexInfo } from '../../src/related/index-info.js'
import { loadIndex } from '../../src/related/load-index.js'
import { mergeIndexes } from '../../src/related/merge-indexes.js'
import { related } from '../../src/related/related.js'
import { relatedAll } from '../../src/related/related-all.js'
import type { RelatedIndex } from '../../src/related/related-index.js'
import { removeArticles } from '../../src/related/remove-articles.js'
import { reweighIndex } from '../../src/related/reweigh-index.js'
import { saveIndex } from '../../src/related/save-index.js'
import { suggestTags } from '../../src/related/suggest-tags.js'
import { upsertArticles } from '../../src/related/upsert-articles.js'

const languages = [da, en]
const words = 'havn skib fisk kutter vind mølle strøm kabel skole elev lærer bog teater scene rolle musik'.split(' ')

const article = fc.record(
  {
    id: fc.oneof(fc.stringMatching(/^[a-e][0-9]$/), fc.constantFrom('__proto__', 'constructor', 'æ')),
    title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
    body: fc
      .array(fc.constantFrom(...words), { minLength: 0, maxLength: 30 })
      .map((list) => `Der er ${list.join(' ')}.`),
    language: fc.constant('da'),
    status: fc.constantFrom('published' as const, 'draft' as const),
    publishedAt: fc.constantFrom('2024-01-01', '2024-02-01', '2024-03-01'),
    excludes: fc.array(fc.stringMatching(/^[a-e][0-9]$/), { maxLength: 2 }),
    pins: fc.array(fc.stringMatching(/^[a-e][0-9]$/), { maxLength: 1 }),
  },
  { requiredKeys: ['id', 'body', 'language'] },
) as fc.Arbitrary<Article & { id: string }>
const archive = fc.uniqueArray(article, { selector: ({ id }) => id, minLength: 1, maxLength: 12 })

const lists = (index: RelatedIndex, options = {}): string => JSON.stringify([...relatedAll(index, options)])

describe('properties', () => {
  test('a list never holds the article itself, drafts, excludes, copies or an article twice', () => {
    fc.assert(
      fc.property(archive, (articles) => {
        const index = buildRelatedIndex(languages, articles)
        const byId = new Map(articles.map((one) => [one.id, one]))
        const groups = findDuplicates(index)
        for (const { id, related: list } of relatedAll(index, { minScore: 0, limit: 20 })) {
          const ids = list.map((one) => one.id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids).not.toContain(id)
          for (const other of ids) {
            expect(byId.get(other)!.status ?? 'published').toBe('published')
            expect(byId.get(id)!.excludes ?? []).not.toContain(other)
            expect(groups.some((group) => group.ids.includes(id) && group.ids.includes(other))).toBe(false)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('lists do not hang on the order of the archive, and shards merged are one build', () => {
    fc.assert(
      fc.property(archive, fc.nat(12), (articles, cut) => {
        const whole = lists(buildRelatedIndex(languages, articles))
        expect(lists(buildRelatedIndex(languages, [...articles].reverse()))).toBe(whole)
        const parts = [articles.slice(0, cut), articles.slice(cut)].map((part) => buildRelatedIndex(languages, part))
        expect(lists(mergeIndexes(...parts))).toBe(whole)
      }),
      { numRuns: 60 },
    )
  })

  test('adding then removing restores the lists; saving and loading keeps them; weighing anew is a new build', () => {
    fc.assert(
      fc.property(archive, archive, (articles, more) => {
        const index = buildRelatedIndex(languages, articles)
        const before = lists(index)
        const fresh = more.filter(({ id }) => !articles.some((one) => one.id === id))
        const grown = upsertArticles(languages, index, fresh).index
        expect(lists(index)).toBe(before)
        expect(lists(loadIndex(saveIndex(grown)))).toBe(lists(grown))
        expect(lists(reweighIndex(grown))).toBe(lists(buildRelatedIndex(languages, [...articles, ...fresh])))
        expect(
          lists(
            removeArticles(
              grown,
              fresh.map(({ id }) => id),
            ).index,
          ),
        ).toBe(before)
        expect(indexInfo(index).drift).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('reasons sum to the score before adjustments', () => {
    fc.assert(
      fc.property(archive, (articles) => {
        for (const { related: list } of relatedAll(buildRelatedIndex(languages, articles), {
          diversity: 0,
          minScore: 0,
        })) {
          for (const { score, reasons } of list) {
            const sum = reasons.reduce((total, { weight }) => total + weight, 0)
            if (reasons.length > 0) expect(sum).toBeCloseTo(score, 3)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

const port = {
  language: 'da',
  body: 'Havnen i byen bygger en ny kaj til de store skibe, og fiskerne får plads til deres kuttere.',
}
const ships = {
  language: 'da',
  body: 'Fiskerne sælger deres kuttere, for havnen og skibene er blevet for dyre i drift.',
}
const school = { language: 'da', body: 'Skolen får nye lærere, og eleverne læser flere bøger end før.' }

describe('related', () => {
  const index = buildRelatedIndex(languages, [
    { id: 'port', title: 'Ny kaj i havnen', publishedAt: '2024-01-02', ...port },
    { id: 'ships', title: 'Kuttere til salg i havnen', publishedAt: '2024-01-01', tags: ['Havne'], ...ships },
    { id: 'school', title: 'Skolen læser', publishedAt: '2024-01-03', pins: ['port'], tags: ['Skole'], ...school },
  ])

  test('puts the article that shares words first and says which', () => {
    const [first] = related(languages, index, 'port', { minScore: 0 })
    expect(first!.id).toBe('ships')
    expect(first!.reasons.map(({ label }) => label.toLowerCase()).join(' ')).toMatch(/havn|kutter|skib/)
  })
  test('fills up to the limit at minScore 0 and obeys where, exclude and includeNewer', () => {
    expect(related(languages, index, 'port', { minScore: 0 })).toHaveLength(2)
    expect(related(languages, index, 'port', { minScore: 0, where: ({ id }) => id === 'school' })).toHaveLength(1)
    expect(related(languages, index, 'port', { minScore: 0, exclude: ['ships'] })).toHaveLength(1)
    expect(related(languages, index, 'port', { minScore: 0, includeNewer: false }).map(({ id }) => id)).toEqual([
      'ships',
    ])
  })
  test('pins come first, an article that is not in the index may ask, an old one falls by its half-life', () => {
    expect(related(languages, index, 'school')[0]).toMatchObject({ id: 'port', source: 'pin' })
    expect(
      related(languages, index, { title: 'Kuttere i havnen', ...ships, id: 'x' }, { minScore: 0 }),
    ).not.toHaveLength(0)
    const [aged] = related(languages, index, 'port', { minScore: 0, now: '2024-01-11', halfLifeDays: 10 })
    expect(aged!.adjustments).toContainEqual({ kind: 'recency', factor: 0.5 })
  })
  test('tags come from like articles', () => {
    expect(suggestTags(languages, index, 'port', { minScore: 0 })[0]!.tag).toBe('Havne')
  })
  test('a text copied with another title is a copy, and house furniture is none', () => {
    const copy = buildRelatedIndex(languages, [
      { id: 'a', title: 'En', ...port },
      { id: 'b', title: 'To', ...port },
      { id: 'c', title: 'En', ...port },
      { id: 'd', title: 'Tre', ...school },
    ])
    expect(findDuplicates(copy)).toMatchObject([{ ids: ['a', 'b', 'c'], kind: 'near-duplicate' }])
  })
})

describe('misuse and odd archives', () => {
  test.each([
    [
      'DUPLICATE_ID',
      () =>
        buildRelatedIndex(languages, [
          { id: 'a', body: '' },
          { id: 'a', body: '' },
        ]),
    ],
    ['MISSING_ID', () => buildRelatedIndex(languages, [{ body: 'x' }])],
    ['UNKNOWN_ID', () => related(languages, buildRelatedIndex(languages, []), 'a')],
    ['UNKNOWN_ID', () => removeArticles(buildRelatedIndex(languages, []), ['a'])],
  ])('%s', (code, act) => {
    expect(act).toThrow(expect.objectContaining({ code }))
  })
  test('options out of range say what came', () => {
    const index = buildRelatedIndex(languages, [{ id: 'a', body: 'x' }])
    expect(() => related(languages, index, 'a', { limit: -1 })).toThrow(RangeError)
    expect(() => related(languages, index, 'a', { halfLifeDays: 3 })).toThrow(/now/)
  })
  test('no articles, one article, articles of one word or none', () => {
    expect([...relatedAll(buildRelatedIndex(languages, []))]).toEqual([])
    const index = buildRelatedIndex(languages, [
      { id: '__proto__', body: 'hav' },
      { id: 'b', body: '' },
      { id: 'c', body: '' },
    ])
    expect(related(languages, index, '__proto__')).toEqual([])
    expect(findDuplicates(index)).toEqual([])
  })
  test('a thousand identical articles are one group and related to nothing', () => {
    const index = buildRelatedIndex(
      languages,
      Array.from({ length: 1000 }, (_, n) => ({ id: `n${n}`, title: 'Kaj', ...port })),
    )
    expect(findDuplicates(index)[0]!.ids).toHaveLength(1000)
    expect(related(languages, index, 'n5', { minScore: 0 })).toEqual([])
  })
  test('a changed, missing or added byte is told', () => {
    const bytes = saveIndex(
      buildRelatedIndex(languages, [
        { id: 'a', ...port },
        { id: 'b', ...school },
      ]),
    )
    for (let place = 0; place < bytes.length; place += 7) {
      const changed = bytes.slice()
      changed[place]! ^= 1 << (place % 8)
      expect(() => loadIndex(changed)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^INDEX_/) }))
      expect(() => loadIndex(bytes.slice(0, place))).toThrow(expect.objectContaining({ code: 'INDEX_CORRUPT' }))
    }
  })
})
