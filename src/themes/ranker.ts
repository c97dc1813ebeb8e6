import { themeRanker } from '../packed/theme-ranker.js'
import { features } from './measure-candidates.js'

/** A linear ranker: the score of a candidate is the logistic of intercept + weights · row. */
export interface Ranker {
  readonly intercept: number
  /** Beside `features`. */
  readonly weights: Float64Array
  /** Added to the weights, times the text's brevity. */
  readonly briefIntercept: number
  readonly briefWeights: Float64Array
}

let learnt: Ranker | undefined

/** The ranker as `data/learn/learn-themes.ts` fitted it. Unpacked at first use. */
export function learntRanker(): Ranker {
  learnt ??= unpackRanker(themeRanker)
  return learnt
}

/** Reads a table of weights: feature, tab, weight, tab, weight added in brief texts; one feature a line. */
export function unpackRanker(table: string): Ranker {
  const weights = new Float64Array(features.length)
  const briefWeights = new Float64Array(features.length)
  let intercept = 0
  let briefIntercept = 0
  const places = new Map<string, number>(features.map((name, index) => [name, index]))
  for (const line of table.split('\n')) {
    const [name = '', weight = '0', brief = '0'] = line.split('\t')
    if (name === 'intercept') {
      intercept = Number(weight)
      briefIntercept = Number(brief)
    }
    const place = places.get(name)
    if (place === undefined) continue
    weights[place] = Number(weight)
    briefWeights[place] = Number(brief)
  }
  return { intercept, weights, briefIntercept, briefWeights }
}

/** The weights of a ranker for a text of that brevity. */
export function weightsFor(ranker: Ranker, brevity: number): { intercept: number; weights: Float64Array } {
  return {
    intercept: ranker.intercept + brevity * ranker.briefIntercept,
    weights: ranker.weights.map((weight, index) => weight + brevity * ranker.briefWeights[index]!),
  }
}
