import { archiveFeatures, features } from '../../../src/themes/measure-candidates.js'
import type { Ranker } from '../../../src/themes/ranker.js'
import type { MeasuredDocument } from './measure-documents.js'

/** How a ranker is fitted. */
export interface FitOptions {
  /** L2 penalty on the weights of features scaled to one standard deviation. */
  readonly penalty: number
  /** The same on the weights added in brief texts. */
  readonly briefPenalty: number
  /** Weight of a document; 1 where it is absent. */
  readonly weightOf?: (document: MeasuredDocument) => number
  /** Features to leave out. */
  readonly without?: ReadonlySet<string>
}

/**
 * Features that weigh the same in brief texts. Those that are learnt from are abstracts of papers, where nobody is named
 * and a title says what the first line says; a brief piece of news is about those it names, and its title is its point.
 */
const steady: readonly (typeof features)[number][] = [
  'person',
  'organisation',
  'place',
  'other name',
  'capitals',
  'always capitals',
  'part of a longer name',
  'in the title',
  'in title and text',
  'title begins with it',
  'first place',
]

/**
 * A softmax over each document's candidates: the weights that make its tags the likeliest, by L-BFGS; then the
 * intercepts and the scale that turn the sum into a calibrated logit, by logistic regression.
 */
export function fitRanker(documents: readonly MeasuredDocument[], options: FitOptions): Ranker {
  const width = features.length
  const used = documents.filter(({ isTag }) => isTag.includes(1))
  const scales = deviations(used)
  for (const [index, name] of features.entries())
    if (options.without?.has(name)) scales[index] = scales[index + width] = 0
  for (const name of steady) scales[features.indexOf(name) + width] = 0
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = 0
    for (let index = 0; index < weights.length; index++) {
      const penalty = index < width ? options.penalty : options.briefPenalty
      loss += (penalty / 2) * weights[index]! ** 2
      gradient[index] = penalty * weights[index]!
    }
    for (const document of used)
      loss += addDocument(document, weights, scales, gradient, options.weightOf?.(document) ?? 1)
    return loss
  }
  const scaled = minimize(objective, width * 2, 150)
  const weights = new Float64Array(width)
  const briefWeights = new Float64Array(width)
  for (let index = 0; index < width; index++) {
    weights[index] = scaled[index]! * scales[index]!
    briefWeights[index] = scaled[index + width]! * scales[index + width]!
  }
  return calibrate({ intercept: 0, weights, briefIntercept: 0, briefWeights }, used, options)
}

/**
 * Fits the features of an archive on documents measured with their site's statistics; all other weights stay as they
 * are, so that who gives no archive gets the same as before.
 */
export function fitArchive(ranker: Ranker, documents: readonly MeasuredDocument[], options: FitOptions): Ranker {
  const width = features.length
  const places = archiveFeatures.map((name) => features.indexOf(name))
  const used = documents
    .filter(({ isTag }) => isTag.includes(1))
    .map((document) => ({ document, fixed: logitsOf(ranker, document), weight: options.weightOf?.(document) ?? 1 }))
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let loss = 0
    for (let index = 0; index < weights.length; index++) {
      loss += (options.penalty / 2) * weights[index]! ** 2
      gradient[index] = options.penalty * weights[index]!
    }
    for (const { document, fixed, weight } of used) {
      const { rows, count, isTag } = document
      const logits = fixed.map((logit, row) =>
        places.reduce((sum, place, index) => sum + weights[index]! * rows[row * width + place]!, logit),
      )
      const highest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
      let total = 0
      for (const logit of logits) total += Math.exp(logit - highest)
      const logTotal = highest + Math.log(total)
      const tags = isTag.reduce((sum, tag) => sum + tag, 0)
      for (let row = 0; row < count; row++) {
        if (isTag[row]) loss -= (weight * (logits[row]! - logTotal)) / tags
        const error = Math.exp(logits[row]! - logTotal) - isTag[row]! / tags
        for (const [index, place] of places.entries()) gradient[index]! += weight * error * rows[row * width + place]!
      }
    }
    return loss
  }
  const fitted = minimize(objective, places.length, 60)
  const weights = ranker.weights.slice()
  for (const [index, place] of places.entries()) weights[place] = fitted[index]!
  return { ...ranker, weights }
}

/** Sum of a ranker for each candidate of a document, without the intercept. */
export function logitsOf(ranker: Ranker, { rows, count, brevity }: MeasuredDocument): Float64Array {
  const width = features.length
  const joint = ranker.weights.map((weight, index) => weight + brevity * ranker.briefWeights[index]!)
  const logits = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    let logit = 0
    for (let index = 0; index < width; index++) logit += joint[index]! * rows[row * width + index]!
    logits[row] = logit
  }
  return logits
}

/** 1 / standard deviation of each feature, then of each feature times brevity; 0 where it never varies. */
function deviations(documents: readonly MeasuredDocument[]): Float64Array {
  const width = features.length
  const sums = new Float64Array(width * 2)
  const squares = new Float64Array(width * 2)
  let count = 0
  for (const { rows, brevity, count: size } of documents) {
    count += size
    for (let row = 0; row < size; row++) {
      for (let index = 0; index < width; index++) {
        const value = rows[row * width + index]!
        sums[index]! += value
        squares[index]! += value * value
        sums[index + width]! += value * brevity
        squares[index + width]! += (value * brevity) ** 2
      }
    }
  }
  return sums.map((sum, index) => {
    const variance = squares[index]! / count - (sum / count) ** 2
    return variance > 1e-9 ? 1 / Math.sqrt(variance) : 0
  })
}

function addDocument(
  document: MeasuredDocument,
  weights: Float64Array,
  scales: Float64Array,
  gradient: Float64Array,
  weight: number,
): number {
  const width = features.length
  const { rows, count, isTag, brevity } = document
  const joint = new Float64Array(width)
  for (let index = 0; index < width; index++) {
    joint[index] = weights[index]! * scales[index]! + brevity * weights[index + width]! * scales[index + width]!
  }
  const logits = new Float64Array(count)
  let highest = Number.NEGATIVE_INFINITY
  let tags = 0
  for (let row = 0; row < count; row++) {
    let logit = 0
    for (let index = 0; index < width; index++) logit += joint[index]! * rows[row * width + index]!
    logits[row] = logit
    if (logit > highest) highest = logit
    tags += isTag[row]!
  }
  let total = 0
  for (let row = 0; row < count; row++) total += Math.exp(logits[row]! - highest)
  const logTotal = highest + Math.log(total)
  let loss = 0
  const pull = new Float64Array(width)
  for (let row = 0; row < count; row++) {
    const chance = Math.exp(logits[row]! - logTotal)
    const error = chance - isTag[row]! / tags
    if (isTag[row]) loss -= (logits[row]! - logTotal) / tags
    for (let index = 0; index < width; index++) pull[index]! += error * rows[row * width + index]!
  }
  for (let index = 0; index < width; index++) {
    gradient[index]! += weight * pull[index]! * scales[index]!
    gradient[index + width]! += weight * brevity * pull[index]! * scales[index + width]!
  }
  return weight * loss
}

/** L-BFGS (Nocedal 1980) with a backtracking line search; deterministic. */
export function minimize(
  objective: (point: Float64Array, gradient: Float64Array) => number,
  size: number,
  rounds: number,
): Float64Array {
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let index = 0; index < size; index++) sum += a[index]! * b[index]!
    return sum
  }
  let point = new Float64Array(size)
  let gradient = new Float64Array(size)
  let value = objective(point, gradient)
  const history: { step: Float64Array; change: Float64Array; rho: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = gradient.map((part) => -part)
    const alphas: number[] = []
    for (const { step, change, rho } of [...history].reverse()) {
      const alpha = rho * dot(step, direction)
      alphas.push(alpha)
      for (let index = 0; index < size; index++) direction[index]! -= alpha * change[index]!
    }
    const latest = history.at(-1)
    const scale = latest
      ? 1 / (latest.rho * dot(latest.change, latest.change))
      : 1 / Math.sqrt(dot(gradient, gradient) + 1e-12)
    for (let index = 0; index < size; index++) direction[index]! *= scale
    for (const { step, change, rho } of history) {
      const beta = rho * dot(change, direction)
      const alpha = alphas.pop()!
      for (let index = 0; index < size; index++) direction[index]! += step[index]! * (alpha - beta)
    }
    const slope = dot(gradient, direction)
    if (slope > -1e-10) break
    let length = 1
    let next = point
    let nextGradient = gradient
    let nextValue = value
    for (let attempt = 0; attempt < 30; attempt++) {
      next = point.map((part, index) => part + length * direction[index]!)
      nextGradient = new Float64Array(size)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
      length /= 2
    }
    if (!(nextValue < value)) break
    const step = next.map((part, index) => part - point[index]!)
    const change = nextGradient.map((part, index) => part - gradient[index]!)
    const curvature = dot(step, change)
    if (curvature > 1e-12) history.push({ step, change, rho: 1 / curvature })
    if (history.length > 8) history.shift()
    const gain = value - nextValue
    point = next
    gradient = nextGradient
    value = nextValue
    if (gain < 1e-6 * Math.abs(value)) break
  }
  return point
}

/** Scales the sum and sets the intercepts so that the logistic of the logit is the chance of being a tag. */
function calibrate(ranker: Ranker, documents: readonly MeasuredDocument[], options: FitOptions): Ranker {
  const sums: { logit: number; brevity: number; isTag: number; weight: number }[] = []
  for (const document of documents) {
    const weight = options.weightOf?.(document) ?? 1
    for (const [row, logit] of logitsOf(ranker, document).entries()) {
      sums.push({ logit, brevity: document.brevity, isTag: document.isTag[row]!, weight })
    }
  }
  const [scale, intercept, briefIntercept] = minimize(
    (point, gradient) => {
      let loss = 0
      for (const { logit, brevity, isTag, weight } of sums) {
        const z = point[0]! * logit + point[1]! + point[2]! * brevity
        const chance = 1 / (1 + Math.exp(-z))
        loss += weight * (isTag ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(Math.min(z, 500))))
        const error = weight * (chance - isTag)
        gradient[0]! += error * logit
        gradient[1]! += error
        gradient[2]! += error * brevity
      }
      return loss
    },
    3,
    100,
  ) as unknown as [number, number, number]
  return {
    intercept,
    briefIntercept,
    weights: ranker.weights.map((weight) => weight * scale),
    briefWeights: ranker.briefWeights.map((weight) => weight * scale),
  }
}
