import fc from 'fast-check'
import { expect, test } from 'vitest'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { collectStatistics } from '../../src/similarity/collect-statistics.js'
import { emptyStatistics } from '../../src/similarity/empty-statistics.js'
import { mergeStatistics } from '../../src/similarity/merge-statistics.js'
import { similarity } from '../../src/similarity/similarity.js'
import { stableExp, stableLog2 } from '../../src/similarity/stable-math.js'
import { vectorize } from '../../src/similarity/vectorize.js'

const languages = [da, en]
const text = fc.array(fc.constantFrom('havn', 'skibe', 'vinden', 'møller', 'constructor', '__proto__', 'og', '😀'), {
  maxLength: 20,
})
const input = text.map((list) => ({ body: list.join(' '), language: 'da' }))

test('a vector has its terms sorted and length 1, or none', () => {
  fc.assert(
    fc.property(input, (one) => {
      const { terms, weights } = vectorize(languages, one)
      expect(new Set(terms).size).toBe(terms.length)
      if (terms.length > 0) expect(weights.reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1, 9)
    }),
    { numRuns: 50 },
  )
})

test('statistics of shards merged are those of the whole, in any order', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 6 }), fc.nat(6), (all, cut) => {
      const whole = collectStatistics(languages, all)
      const [a, b] = [collectStatistics(languages, all.slice(0, cut)), collectStatistics(languages, all.slice(cut))]
      expect(JSON.stringify(mergeStatistics(a, b))).toBe(JSON.stringify(whole))
      expect(JSON.stringify(mergeStatistics(b, a))).toBe(JSON.stringify(whole))
      expect(mergeStatistics(whole, emptyStatistics)).toEqual(whole)
    }),
    { numRuns: 50 },
  )
})

test('an article is like itself, shared themes stand in both, and an empty one is like nothing', () => {
  const a = { title: 'Vindmøller i havnen', body: 'Kommunen vil rejse vindmøller ved havnen.', language: 'da' }
  const b = {
    title: 'Havnen vokser',
    body: 'Der kommer flere skibe til havnen, og vindmøllen står stille.',
    language: 'da',
  }
  expect(similarity(languages, a, a).score).toBe(1)
  const { score, sharedThemes } = similarity(languages, a, b)
  expect(score).toBe(similarity(languages, b, a).score)
  const { text: read } = parseArticle(languages, b)
  expect(sharedThemes.flatMap(({ spansB }) => spansB.map(({ start, end }) => read.slice(start, end)))).toContain(
    'Havnen',
  )
  expect(similarity(languages, a, '').score).toBe(0)
})

test('logarithm and exponential agree with the engine', () => {
  for (const x of [1e-9, 0.3, 1, 1.5, 2, 7, 1e6]) expect(stableLog2(x)).toBeCloseTo(Math.log2(x), 11)
  for (const x of [-60, -1, 0, 0.5, 20]) expect(stableExp(x) / Math.exp(x)).toBeCloseTo(1, 11)
})
