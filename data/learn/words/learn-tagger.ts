/** Learns the tagger: an averaged perceptron over classes and neighbours (Collins 2002), pruned and rounded. */
import { letters } from '../../../src/words/class-letters.js'
import {
  endingOf,
  featureKinds,
  letterAtSight,
  shapeOf,
  sightOf,
  type TaggerInput,
  writeFeatures,
} from '../../../src/words/tag-features.js'
import type { Tagged } from './tagged.js'

/** A sentence ready to learn from: what the tagger sees, and the numbers of the right letters. */
export interface TaggerExample {
  readonly input: TaggerInput
  readonly gold: readonly number[]
  /** Numbers of the letters that tokens show by themselves; -1 for words. */
  readonly atSight: readonly number[]
}

/** Feature to weights by letter. */
export type TaggerWeights = Map<number, Int8Array>

export function taggerExample(
  sentence: readonly Tagged[],
  classOf: (lower: string) => number,
  wordOf: (lower: string) => number,
): TaggerExample {
  const lowers = sentence.map(({ word }) => word.toLowerCase())
  const atSight = lowers.map((lower) => letterAtSight(sightOf(lower)))
  const firstWord = atSight.findIndex((letter) => letter !== mark)
  return {
    input: {
      length: sentence.length,
      classes: lowers.map(classOf),
      words: lowers.map(wordOf),
      endings: lowers.map(endingOf),
      shapes: sentence.map(({ word }, index) => shapeOf(word, index === firstWord)),
    },
    gold: sentence.map(({ letter }) => letters.indexOf(letter)),
    atSight,
  }
}

const count = letters.length
const steps = 2
/** Marks are known by sight; only words are guessed. */
const mark = letters.indexOf('.')

/** Weights rounded to whole numbers in -60…60; at most `size` features, those that matter most. */
export function learnTagger(examples: readonly TaggerExample[], rounds: number, size: number): TaggerWeights {
  const full = train(examples, rounds, undefined)
  const weight = (values: Float64Array): number => values.reduce((sum, value) => sum + Math.abs(value), 0)
  const kept = new Set(
    [...full]
      .sort((a, b) => weight(b[1]) - weight(a[1]) || a[0] - b[0])
      .slice(0, size)
      .map(([feature]) => feature),
  )
  const slim = train(examples, rounds, kept)
  const rounded: TaggerWeights = new Map()
  for (const feature of [...slim.keys()].sort((a, b) => a - b)) {
    // by hand: steps of half a correction; the largest weights are few and may be cut off.
    const values = Int8Array.from(slim.get(feature)!, (value) => Math.max(-40, Math.min(40, Math.round(value * steps))))
    if (values.some((value) => value !== 0)) rounded.set(feature, values)
  }
  return rounded
}

function train(
  examples: readonly TaggerExample[],
  rounds: number,
  kept: ReadonlySet<number> | undefined,
): Map<number, Float64Array> {
  const weights = new Map<number, Float64Array>()
  const sums = new Map<number, Float64Array>()
  const features = new Int32Array(featureKinds)
  const scores = new Float64Array(count)
  let step = 0
  const order = examples.map((_, index) => index)
  let seed = 20261124
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const at = (map: Map<number, Float64Array>, feature: number): Float64Array => {
    let values = map.get(feature)
    if (!values) map.set(feature, (values = new Float64Array(count)))
    return values
  }
  for (let round = 0; round < rounds; round++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = random(index + 1)
      const swap = order[index]!
      order[index] = order[other]!
      order[other] = swap
    }
    for (const index of order) {
      const { input, gold, atSight } = examples[index]!
      let before = 0
      let before2 = 0
      for (let place = 0; place < input.length; place++) {
        const right = gold[place]!
        if (atSight[place]! >= 0) {
          before2 = before
          before = atSight[place]! + 1
          continue
        }
        step++
        writeFeatures(input, place, before, before2, features)
        scores.fill(0)
        for (const feature of features) {
          if (feature < 0) continue
          const values = weights.get(feature)
          if (values) for (let letter = 0; letter < count; letter++) scores[letter]! += values[letter]!
        }
        let best = 0
        for (let letter = 1; letter < count; letter++) if (scores[letter]! > scores[best]!) best = letter
        if (right >= 0 && best !== right) {
          for (const feature of features) {
            if (feature < 0 || (kept && !kept.has(feature))) continue
            const values = at(weights, feature)
            const summed = at(sums, feature)
            values[right]! += 1
            values[best]! -= 1
            summed[right]! += step
            summed[best]! -= step
          }
        }
        // Its own guesses, so that it learns to live with its mistakes.
        before2 = before
        before = best + 1
      }
    }
  }
  for (const [feature, values] of weights) {
    const summed = sums.get(feature)!
    for (let letter = 0; letter < count; letter++) values[letter] = values[letter]! - summed[letter]! / (step + 1)
  }
  return weights
}
