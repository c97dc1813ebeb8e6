import { describe, expect, it } from 'vitest'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import { quoteFeatures } from '../../src/quotes/quote-features.js'
import { quoteRankerOf } from '../../src/quotes/quote-ranker.js'

const { weights, stretch } = quoteRankerOf()
const weighed = [
  ...quoteFeatures.filter((_, feature) => weights[feature] !== 0),
  ...[...stretch].filter(([, weight]) => weight !== 0).map(([name]) => name),
]

describe.each([da, en])('explanations in $code', ({ explanations }) => {
  const keys = explanations.split('\n').map((line) => line.split('\t')[0]!)
  const own = keys.filter((key) => key.startsWith('quote: '))
  it('have a row for each feature that has a weight, and no others', () => {
    expect([...own].sort()).toEqual(weighed.map((feature) => `quote: ${feature}`).sort())
  })
  it('list them in order', () => {
    expect(own).toEqual([...own].sort())
  })
})
