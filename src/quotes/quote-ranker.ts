import { quoteRanker } from '../packed/quote-ranker.js'
import { quoteFeatures } from './quote-features.js'

/** A linear model of what editors lift: weights on features less their usual value. */
export interface QuoteRanker {
  /** Log odds of a line that is usual in everything. */
  readonly intercept: number
  /** Beside `quoteFeatures`. */
  readonly weights: readonly number[]
  readonly usual: readonly number[]
  /** Weights of what only a whole stretch has: `more sentences`, `half a quotation`. */
  readonly stretch: ReadonlyMap<string, number>
}

let ranker: QuoteRanker | undefined

/** The ranker of `data/quotes/ranker.tsv`, the same for every language; unpacked once. */
export function quoteRankerOf(): QuoteRanker {
  ranker ??= unpack(quoteRanker)
  return ranker
}

function unpack(table: string): QuoteRanker {
  const rows = new Map<string, readonly [number, number]>()
  for (const line of table.split('\n')) {
    const [name = '', weight, usual] = line.split('\t')
    rows.set(name, [Number(weight ?? 0), Number(usual ?? 0)])
  }
  return {
    intercept: rows.get('usual line')?.[0] ?? 0,
    weights: quoteFeatures.map((name) => rows.get(name)?.[0] ?? 0),
    usual: quoteFeatures.map((name) => rows.get(name)?.[1] ?? 0),
    stretch: new Map(stretchFeatures.map((name) => [name, rows.get(name)?.[0] ?? 0])),
  }
}

/** What only a stretch as a whole has. */
export const stretchFeatures = ['more sentences', 'half a quotation'] as const
