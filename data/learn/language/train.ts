import { WORD_VALUE } from '../../../src/language/keys.js'
import type { Features } from './features.js'
import type { Examples } from './make-examples.js'
import { makeRandom } from './random.js'

/** Weights of a feature lie at `feature * STRIDE + language`. */
export const STRIDE = 16

/** Smaller slopes move nothing: what is right by so much need not be learnt again. */
const LEAST_SLOPE = 5e-3

/** How to train. */
export interface Training {
  readonly rounds: number
  readonly rate: number
  readonly l1: number
  /** 1 where a weight may be other than 0, by `feature * STRIDE + language`; default: everywhere. */
  readonly mask?: Uint8Array
  /** Round weights to whole multiples of this in the forward pass, at most 7 of them. */
  readonly step?: number
  readonly seed: number
  /** Factors on the weight of some languages' examples, by place. */
  readonly favour?: readonly number[]
  readonly log?: (line: string) => void
}

/**
 * Softmax regression by AdaGrad (Duchi et al. 2011), example by example, L1 as it goes, ever slower. An example's score for a
 * language is the sum of its features' weights divided by the square root of its mass.
 */
export function train(
  { tokens, starts, languages }: Examples,
  features: Features,
  weights: Float32Array,
  { rounds, rate, l1, mask, step, seed, log, favour }: Training,
): void {
  const { starts: from, list, values, masses, pairs } = features
  const size = 14
  const squares = new Float32Array(weights.length).fill(1e-3)
  const used = step === undefined ? weights : new Float32Array(weights.length)
  if (step !== undefined) for (let at = 0; at < weights.length; at++) used[at] = rounded(weights[at]!, step)
  const total = languages.length
  const frequency = new Float64Array(size)
  for (const language of languages) frequency[language]!++
  const classWeight = frequency.map((count) => (total / size / count) ** 0.7)
  for (const [language, factor] of (favour ?? []).entries()) classWeight[language]! *= factor
  const order = Uint32Array.from({ length: total }, (_, place) => place)
  const random = makeRandom(seed)
  const scores = new Float64Array(size)
  const moved = new Int32Array(size)
  const slopes = new Float64Array(size)
  let pace = rate
  for (let round = 0; round < rounds; round++) {
    for (let place = total - 1; place > 0; place--) {
      const other = Math.floor(random() * (place + 1))
      const kept = order[place]!
      order[place] = order[other]!
      order[other] = kept
    }
    let loss = 0
    for (let place = 0; place < total; place++) {
      pace = rate * (1 - (0.9 * (round + place / total)) / rounds)
      const example = order[place]!
      const first = starts[example]!
      const end = starts[example + 1]!
      scores.fill(0)
      let mass = 0
      for (let at = first; at < end; at++) {
        const word = tokens[at]!
        mass += masses[word]!
        for (let next = from[word]!, stop = from[word + 1]!; next < stop; next++) {
          addRow(scores, used, list[next]! * STRIDE, values[next]!)
        }
        if (at > first && pairs[at]! >= 0) addRow(scores, used, pairs[at]! * STRIDE, WORD_VALUE)
      }
      const scale = 1 / Math.sqrt(mass)
      let top = Number.NEGATIVE_INFINITY
      for (let language = 0; language < size; language++) {
        scores[language]! *= scale
        if (scores[language]! > top) top = scores[language]!
      }
      let sum = 0
      for (let language = 0; language < size; language++) sum += scores[language] = Math.exp(scores[language]! - top)
      const gold = languages[example]!
      loss -= Math.log(scores[gold]! / sum)
      let moving = 0
      for (let language = 0; language < size; language++) {
        const slope = scores[language]! / sum - (language === gold ? 1 : 0)
        if (slope > -LEAST_SLOPE && slope < LEAST_SLOPE) continue
        slopes[moving] = slope * classWeight[gold]! * scale
        moved[moving++] = language
      }
      if (moving === 0) continue
      for (let at = first; at < end; at++) {
        const word = tokens[at]!
        for (let next = from[word]!, stop = from[word + 1]!; next < stop; next++) {
          update(list[next]! * STRIDE, values[next]!, moving)
        }
        if (at > first && pairs[at]! >= 0) update(pairs[at]! * STRIDE, WORD_VALUE, moving)
      }
    }
    log?.(`round ${round + 1} of ${rounds}: loss ${(loss / total).toFixed(4)}`)
  }

  function update(row: number, value: number, moving: number): void {
    for (let next = 0; next < moving; next++) {
      const at = row + moved[next]!
      if (mask !== undefined && mask[at] === 0) continue
      const slope = slopes[next]! * value
      const square = squares[at]! + slope * slope
      squares[at] = square
      const speed = pace / Math.sqrt(square)
      let weight = weights[at]! - speed * slope
      const pull = speed * l1
      weight = weight > pull ? weight - pull : weight < -pull ? weight + pull : 0
      weights[at] = weight
      if (step !== undefined) used[at] = rounded(weight, step)
    }
  }
}

/** Adds a feature's weights times its value; written out, since all the time goes here. */
function addRow(scores: Float64Array, weights: Float32Array, row: number, value: number): void {
  scores[0]! += value * weights[row]!
  scores[1]! += value * weights[row + 1]!
  scores[2]! += value * weights[row + 2]!
  scores[3]! += value * weights[row + 3]!
  scores[4]! += value * weights[row + 4]!
  scores[5]! += value * weights[row + 5]!
  scores[6]! += value * weights[row + 6]!
  scores[7]! += value * weights[row + 7]!
  scores[8]! += value * weights[row + 8]!
  scores[9]! += value * weights[row + 9]!
  scores[10]! += value * weights[row + 10]!
  scores[11]! += value * weights[row + 11]!
  scores[12]! += value * weights[row + 12]!
  scores[13]! += value * weights[row + 13]!
}

/** The nearest multiple of `step` within seven of them. */
export function rounded(weight: number, step: number): number {
  return Math.max(-7, Math.min(7, Math.round(weight / step))) * step
}
