import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { da } from '../../src/da.js'
import type { Article } from '../../src/model/article.js'
import { buildRelatedIndex, indexEntries } from '../../src/related/build-related-index.js'
import { findDuplicates } from '../../src/related/find-duplicates.js'
import { liveEntries } from '../../src/related/lay-out-rows.js'
import { loadIndex } from '../../src/related/load-index.js'
import { relatedAll } from '../../src/related/related-all.js'
import { openIndex, type RelatedIndex } from '../../src/related/related-index.js'
import { removeArticles } from '../../src/related/remove-articles.js'
import { saveIndex } from '../../src/related/save-index.js'
import { upsertArticles } from '../../src/related/upsert-articles.js'

const languages = [da]
const words = 'havn skib fisk kutter vind mølle strøm kabel skole elev lærer bog teater scene rolle musik'.split(' ')
const runs = Number(process.env.RUNS ?? 40)

// Long enough that some articles are copies of others, and copies of copies.
const article = fc.record(
  {
    id: fc.stringMatching(/^[a-f][0-3]$/),
    title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
    body: fc
      .tuple(fc.nat(2), fc.array(fc.constantFrom(...words), { maxLength: 12 }))
      .map(
        ([start, list]) =>
          `${Array.from({ length: 14 }, (_, n) => words[(start * 5 + n * (start + 1)) % 16]).join(' ')} ${list.join(' ')}.`,
      ),
    language: fc.constant('da'),
    status: fc.constantFrom('published' as const, 'published' as const, 'draft' as const),
    publishedAt: fc.constantFrom('2024-01-01', '2024-02-01', '2024-03-01'),
    excludes: fc.array(fc.stringMatching(/^[a-f][0-3]$/), { maxLength: 1 }),
    pins: fc.array(fc.stringMatching(/^[a-f][0-3]$/), { maxLength: 1 }),
  },
  { requiredKeys: ['id', 'body', 'language'] },
) as fc.Arbitrary<Article & { id: string }>
const archive = fc.uniqueArray(article, { selector: ({ id }) => id, minLength: 1, maxLength: 14 })
const change = fc.oneof(
  fc.record({ add: fc.uniqueArray(article, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }) }),
  fc.record({ remove: fc.nat(20) }),
)

const listsOf = (index: RelatedIndex): Map<string, string> =>
  new Map([...relatedAll(index)].map(({ id, related }) => [id, JSON.stringify(related)]))

describe('changes of an index', () => {
  test('are the same as a build under the same statistics, saved and loaded or not, and tell whose lists changed', () => {
    fc.assert(
      fc.property(archive, fc.array(change, { minLength: 1, maxLength: 5 }), (articles, changes) => {
        let index = buildRelatedIndex(languages, articles)
        for (const step of changes) {
          const before = listsOf(index)
          const ids = [...before.keys()]
          if ('remove' in step && ids.length === 0) continue
          const { index: next, affected } =
            'add' in step
              ? upsertArticles(languages, index, step.add)
              : removeArticles(index, [ids[step.remove % ids.length]!])
          const after = listsOf(next)
          for (const id of new Set([...ids, ...after.keys()])) {
            if (before.get(id) !== after.get(id)) expect(affected).toContain(id)
          }
          const state = openIndex(next, 'test')
          const rebuilt = indexEntries(liveEntries(state), state.statistics)
          expect([...listsOf(rebuilt)]).toEqual([...after])
          expect(findDuplicates(rebuilt)).toEqual(findDuplicates(next))
          const loaded = loadIndex(saveIndex(next))
          expect([...listsOf(loaded)]).toEqual([...after])
          index = step === changes[1] ? loaded : next
        }
      }),
      { numRuns: runs, endOnFailure: true },
    )
  }, 600_000)
})
