import { pageColumns, pageSteps } from '../../../src/article/page-model.js'

/** A page to learn from. */
export interface Example {
  readonly id: string
  /** Pages of one site go into one fold. */
  readonly site: string
  /** Names of the features of each block. */
  readonly blocks: readonly (readonly string[])[]
  /** Is the block the article? Undefined: either. */
  readonly gold: readonly (boolean | undefined)[]
  /** Words of each block, for measuring. */
  readonly lengths: readonly number[]
  /** Words of prose where the article is expected, as `readParts` wants them. */
  readonly prose: readonly number[]
  /** What each block counts for when kept, as `readParts` wants it. */
  readonly words: readonly number[]
  /** The blocks, for reading what went wrong. */
  readonly texts: readonly string[]
  readonly weight: number
}

interface Indexed {
  readonly blocks: readonly Int32Array[]
  readonly gold: readonly (boolean | undefined)[]
  readonly weight: number
}

/** How closely the model follows what it learns from. */
export interface Fit {
  readonly regularization: number
  /** Pages a feature must stand on. */
  readonly leastCount: number
}

// fitted: cross-validation over sites on dev; text was flat between 1 and 25; pages of sites unlike the rest gained
// from more, and from leaving out rare features, which are names that one content system gives its elements
export const fits: { readonly text: Fit; readonly page: Fit } = {
  text: { regularization: 10, leastCount: 10 },
  page: { regularization: 30, leastCount: 20 },
}
const rounds = 60
const rate = 0.15

/** Weights in hundredths by feature name. Deterministic: examples in their order, full gradients, Adagrad steps. */
export function trainChain(examples: readonly Example[], { regularization, leastCount }: Fit): Map<string, number[]> {
  const names = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { blocks } of examples) {
    for (const feature of new Set(blocks.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  for (const [feature, count] of counts) if (count >= leastCount) names.set(feature, names.size)
  const indexed: Indexed[] = examples.map(({ blocks, gold, weight }) => ({
    blocks: blocks.map((features) => Int32Array.from(features.flatMap((feature) => names.get(feature) ?? []))),
    gold,
    weight,
  }))
  const weights = new Float64Array(names.size * pageColumns)
  const squares = new Float64Array(weights.length)
  const batch = 8
  for (let round = 0; round < rounds; round++) {
    for (let first = 0; first < indexed.length; first += batch) {
      const gradient = new Float64Array(weights.length)
      const slice = indexed.filter((_, at) => at % Math.ceil(indexed.length / batch) === first / batch)
      for (const example of slice) addGradient(example, weights, gradient)
      const share = slice.length / indexed.length
      for (let at = 0; at < weights.length; at++) {
        const slope = (gradient[at] ?? 0) - regularization * share * (weights[at] ?? 0)
        if (slope === 0) continue
        squares[at] = (squares[at] ?? 0) + slope * slope
        weights[at] = (weights[at] ?? 0) + (rate * slope) / Math.sqrt(squares[at] ?? 1)
      }
    }
  }
  const learnt = new Map<string, number[]>()
  for (const [feature, index] of names) {
    learnt.set(
      feature,
      Array.from(weights.slice(index * pageColumns, (index + 1) * pageColumns), (weight) => Math.round(100 * weight)),
    )
  }
  return learnt
}

function addGradient({ blocks, gold, weight }: Indexed, weights: Float64Array, gradient: Float64Array): void {
  const scores = blocks.map((features) => {
    const row = new Float64Array(pageColumns)
    for (const feature of features) {
      for (let column = 0; column < pageColumns; column++) {
        row[column] = (row[column] ?? 0) + (weights[feature * pageColumns + column] ?? 0)
      }
    }
    return row
  })
  const wanted = expectations(scores, gold)
  if (!wanted) return
  const free = expectations(scores, undefined)
  if (!free) return
  for (const [at, features] of blocks.entries()) {
    for (let column = 0; column < pageColumns; column++) {
      const slope = weight * ((wanted[at]?.[column] ?? 0) - (free[at]?.[column] ?? 0))
      if (Math.abs(slope) < 1e-9) continue
      for (const feature of features) {
        const index = feature * pageColumns + column
        gradient[index] = (gradient[index] ?? 0) + slope
      }
    }
  }
}

/** Probability of each part and each change at each block, over the paths that the gold allows; undefined when none is. */
function expectations(
  scores: readonly Float64Array[],
  gold: readonly (boolean | undefined)[] | undefined,
): Float64Array[] | undefined {
  const length = scores.length
  const allows = (at: number, state: number): boolean => {
    const label = gold?.[at]
    return label === undefined || label === (state === 1)
  }
  const forward: number[][] = []
  for (let at = 0; at < length; at++) {
    const row = [-Infinity, -Infinity, -Infinity, -Infinity]
    for (const [source, target, column] of pageSteps) {
      if (!allows(at, target)) continue
      const start = at > 0 ? (forward[at - 1]?.[source] ?? -Infinity) : source === 0 ? 0 : -Infinity
      row[target] = logAdd(row[target] ?? -Infinity, start + stepScore(scores[at], target, column))
    }
    forward.push(row)
  }
  const total = logAdd(forward[length - 1]?.[1] ?? -Infinity, forward[length - 1]?.[3] ?? -Infinity)
  if (total === -Infinity) return undefined
  const result: Float64Array[] = scores.map(() => new Float64Array(pageColumns))
  let backward = [-Infinity, 0, -Infinity, 0]
  for (let at = length - 1; at >= 0; at--) {
    const next = [-Infinity, -Infinity, -Infinity, -Infinity]
    for (const [source, target, column] of pageSteps) {
      if (!allows(at, target)) continue
      const start = at > 0 ? (forward[at - 1]?.[source] ?? -Infinity) : source === 0 ? 0 : -Infinity
      const score = stepScore(scores[at], target, column)
      const path = score + (backward[target] ?? -Infinity)
      next[source] = logAdd(next[source] ?? -Infinity, path)
      const probability = Math.exp(start + path - total)
      const row = result[at]
      if (!row) continue
      if (target === 1) row[0] = (row[0] ?? 0) + probability
      if (column >= 0) row[column] = (row[column] ?? 0) + probability
    }
    backward = next
  }
  return result
}

function stepScore(score: Float64Array | undefined, target: number, column: number): number {
  return (target === 1 ? (score?.[0] ?? 0) : 0) + (column < 0 ? 0 : (score?.[column] ?? 0))
}

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
