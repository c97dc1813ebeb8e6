import { features } from '../../../src/themes/measure-candidates.js'
import type { Ranker } from '../../../src/themes/ranker.js'

/** A ranker as the table that `unpackRanker` reads: feature, weight, weight added in brief texts. */
export function writeRanker(ranker: Ranker): string {
  const decimals = (value: number): string => (Math.round(value * 1e4) / 1e4 + 0).toString()
  return [
    `intercept\t${decimals(ranker.intercept)}\t${decimals(ranker.briefIntercept)}`,
    ...features.map(
      (name, index) => `${name}\t${decimals(ranker.weights[index]!)}\t${decimals(ranker.briefWeights[index]!)}`,
    ),
  ].join('\n')
}
