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
  /** Weight of a copy of each page whose elements have no names; 0 for none. */
  readonly nameless: number
}

// fitted: cross-validation over sites on dev; text was flat between 1 and 25; pages of sites unlike the rest gained
// from more, and from leaving out rare features, which are names that one content system gives its elements; copies
// without such names teach what the structure alone says
export const fits: { readonly text: Fit; readonly page: Fit } = {
  text: { regularization: 10, leastCount: 10, nameless: 0 },
  page: { regularization: 30, leastCount: 20, nameless: 0.5 },
}
const allRounds = 60
const rate = 0.15

/** Weights in hundredths by feature name. Deterministic: examples in their order, full gradients, Adagrad steps. */
export function trainChain(
  pages: readonly Example[],
  { regularization, leastCount, nameless }: Fit,
  rounds: number = allRounds,
): Map<string, number[]> {
  const examples = nameless > 0 ? [...pages, ...pages.map((page) => withoutNames(page, nameless))] : pages
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

/** What the page would be, were its elements called nothing. */
function withoutNames(page: Example, weight: number): Example {
  const blocks = page.blocks.map((features) => features.filter((feature) => !feature.includes('-hint:')))
  return { ...page, blocks, weight: page.weight * weight }
}

function addGradient({ blocks, gold, weight }: Indexed, weights: Float64Array, gradient: Float64Array): void {
  const scores = new Float64Array(blocks.length * pageColumns)
  for (const [at, features] of blocks.entries()) {
    for (const feature of features) {
      for (let column = 0; column < pageColumns; column++) {
        scores[at * pageColumns + column] =
          (scores[at * pageColumns + column] ?? 0) + (weights[feature * pageColumns + column] ?? 0)
      }
    }
  }
  const wanted = expectations(scores, gold)
  if (!wanted) return
  const free = expectations(scores, undefined)
  if (!free) return
  for (const [at, features] of blocks.entries()) {
    for (let column = 0; column < pageColumns; column++) {
      const slope = weight * ((wanted[at * pageColumns + column] ?? 0) - (free[at * pageColumns + column] ?? 0))
      if (Math.abs(slope) < 1e-9) continue
      for (const feature of features) {
        const index = feature * pageColumns + column
        gradient[index] = (gradient[index] ?? 0) + slope
      }
    }
  }
}

const parts = 4

/**
 * Probability of each part and each change at each block (rows of `pageColumns`), over the paths that the gold allows;
 * undefined when none is.
 */
function expectations(
  scores: Float64Array,
  gold: readonly (boolean | undefined)[] | undefined,
): Float64Array | undefined {
  const length = scores.length / pageColumns
  const forward = new Float64Array((length + 1) * parts).fill(-Infinity)
  forward[0] = 0
  for (let at = 0; at < length; at++) {
    const label = gold?.[at]
    for (const [source, target, column] of pageSteps) {
      if (label !== undefined && label !== (target === 1)) continue
      const start = forward[at * parts + source] ?? -Infinity
      if (start === -Infinity) continue
      const index = (at + 1) * parts + target
      forward[index] = logAdd(forward[index] ?? -Infinity, start + stepScore(scores, at, target, column))
    }
  }
  const total = logAdd(forward[length * parts + 1] ?? -Infinity, forward[length * parts + 3] ?? -Infinity)
  if (total === -Infinity) return undefined
  const result = new Float64Array(scores.length)
  let backward = new Float64Array(parts).fill(-Infinity)
  backward[1] = backward[3] = 0
  for (let at = length - 1; at >= 0; at--) {
    const label = gold?.[at]
    const next = new Float64Array(parts).fill(-Infinity)
    for (const [source, target, column] of pageSteps) {
      if (label !== undefined && label !== (target === 1)) continue
      const start = forward[at * parts + source] ?? -Infinity
      const path = stepScore(scores, at, target, column) + (backward[target] ?? -Infinity)
      if (path === -Infinity) continue
      next[source] = logAdd(next[source] ?? -Infinity, path)
      if (start === -Infinity) continue
      const probability = Math.exp(start + path - total)
      const row = at * pageColumns
      if (target === 1) result[row] = (result[row] ?? 0) + probability
      if (column >= 0) result[row + column] = (result[row + column] ?? 0) + probability
    }
    backward = next
  }
  return result
}

function stepScore(scores: Float64Array, at: number, target: number, column: number): number {
  const row = at * pageColumns
  return (target === 1 ? (scores[row] ?? 0) : 0) + (column < 0 ? 0 : (scores[row + column] ?? 0))
}

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
