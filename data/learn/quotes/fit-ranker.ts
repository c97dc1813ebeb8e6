import { type QuoteFeature, quoteFeatures } from '../../../src/quotes/quote-features.js'
import { fitLogistic } from './fit-logistic.js'
import type { Example } from './read-examples.js'

const size = quoteFeatures.length

/** Ridge penalty on weights of features of unit variance; between 30 and 300 cross validation is flat. */
const ridge = 100

/**
 * Weights set by hand: editors of English lift lines that lean on the one before, which read badly in large type; hardly
 * any article learnt from has links or stress, and elsewhere a bold or linked line is mostly a label; that a line opens
 * its paragraph is the magazine's habit, of which other sites show little; Danish readers pass over summaries, and large
 * type has no room for long lines (both: Danish AUC by cross validation 71.5 to 73.2, nothing lost elsewhere).
 */
export const byHand: Partial<Record<QuoteFeature | 'more sentences' | 'half a quotation', number>> = {
  'points back': -0.5,
  'opens with a link word': -0.3,
  'links back inside': -0.3,
  'pronoun for nothing': -0.7,
  'starts in lower case': -1.5,
  'first in its paragraph': 0.2,
  central: 0.5,
  'very long': -0.8,
  linked: -1,
  stressed: -1,
  'more sentences': -0.1,
  'half a quotation': -0.7,
}

/** A ranker fitted. Beside `quoteFeatures`: weights and the usual value of each feature. */
export interface FittedRanker {
  readonly intercept: number
  readonly weights: number[]
  readonly usual: number[]
}

interface Row {
  /** Less the article's mean. */
  readonly vector: Float64Array
  readonly raw: Float64Array
  readonly isLifted: boolean
  readonly weight: number
}

function rowsOf({ vectors, worth }: Example, weight: number): Row[] {
  const mean = new Float64Array(size)
  for (const vector of vectors) {
    for (let feature = 0; feature < size; feature++) mean[feature]! += vector[feature]! / vectors.length
  }
  return vectors.map((raw, index) => ({
    vector: raw.map((value, feature) => value - mean[feature]!),
    raw,
    isLifted: worth[index]! > 0,
    weight: weight * Math.max(1, worth[index]!),
  }))
}

/**
 * Fits the ranker. @param sources - articles and what each counts. @param without - features left out, those set by hand too.
 */
export function fitRanker(
  sources: readonly (readonly [readonly Example[], number])[],
  without: ReadonlySet<QuoteFeature> = new Set(),
): FittedRanker {
  const rows = sources.flatMap(([examples, weight]) => examples.flatMap((example) => rowsOf(example, weight)))
  const usual = quoteFeatures.map((_, feature) => rows.reduce((sum, { raw }) => sum + raw[feature]!, 0) / rows.length)
  const spread = quoteFeatures.map((_, feature) =>
    Math.sqrt(rows.reduce((sum, { vector }) => sum + vector[feature]! ** 2, 0) / rows.length),
  )
  const setByHand = quoteFeatures.map((name) => (without.has(name) ? 0 : byHand[name]))
  const isFree = quoteFeatures.map((_, feature) => setByHand[feature] === undefined && spread[feature]! > 1e-9)
  const fitted = fitLogistic(
    rows.map(({ vector }) => {
      const row = Float64Array.from(vector, (value, feature) => (isFree[feature] ? value / spread[feature]! : 0))
      return Float64Array.from([...row, 1])
    }),
    rows.map(({ isLifted }) => isLifted),
    // what is set by hand counts, so that the rest is fitted around it
    rows.map(({ vector }) =>
      setByHand.reduce<number>((sum, weight, feature) => sum + (weight ?? 0) * vector[feature]!, 0),
    ),
    [...quoteFeatures.map(() => ridge), 0],
    rows.map(({ weight }) => weight),
  )
  return {
    intercept: fitted[size]!,
    weights: quoteFeatures.map((_, feature) =>
      isFree[feature] ? fitted[feature]! / spread[feature]! : (setByHand[feature] ?? 0),
    ),
    usual,
  }
}
