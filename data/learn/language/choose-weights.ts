import type { Features } from './features.js'
import { STRIDE } from './train.js'

/** How much a language's weights matter: Danish and what it is confused with most. By experiment. */
const IMPORTANCE = new Map([
  ['da', 2],
  ['nb', 2],
  ['nn', 1.5],
  ['sv', 1.4],
  ['en', 1.2],
  ['fi', 0.7],
  ['pl', 0.7],
  ['fr', 0.8],
  ['es', 0.8],
])

/** How much the number of times a feature was seen counts for its rank. By experiment. */
const COUNT_POWER = 0.25
/** A feature is kept when its best weight ranks this much over the cut: a feature costs bytes of its own. By experiment. */
const FEATURE_FLOOR = 1.6

/**
 * Chooses the weights to keep, moves each feature's median to 0 and drops the rest in place.
 * @param most - about how many weights to choose before features without a strong one are dropped
 * @returns the mask of weights kept, and the features that have any
 */
export function chooseWeights(
  { keys, counts }: Features,
  weights: Float32Array,
  codes: readonly string[],
  most: number,
  { floor = FEATURE_FLOOR, power = COUNT_POWER }: { floor?: number; power?: number } = {},
): { mask: Uint8Array; kept: number[] } {
  const size = codes.length
  const importance = codes.map((code) => IMPORTANCE.get(code) ?? 1)
  const ranks = new Float32Array(weights.length)
  for (let feature = 0; feature < keys.length; feature++) {
    const row = weights.subarray(feature * STRIDE, feature * STRIDE + size)
    const sorted = Float32Array.from(row).sort()
    const median = (sorted[(size >> 1) - 1]! + sorted[size >> 1]!) / 2
    const value = keys[feature]! >= 2 ** 31 ? 3 : 1
    const weight = value * counts[feature]! ** power
    for (let language = 0; language < size; language++) {
      row[language]! -= median
      ranks[feature * STRIDE + language] = Math.abs(row[language]!) * weight * importance[language]!
    }
  }
  const cut = Float32Array.from(ranks).sort()[Math.max(0, ranks.length - most)]!
  const mask = new Uint8Array(weights.length)
  const kept: number[] = []
  for (let feature = 0; feature < keys.length; feature++) {
    let best = 0
    for (let language = 0; language < size; language++) best = Math.max(best, ranks[feature * STRIDE + language]!)
    const keep = best >= floor * cut
    if (keep) kept.push(feature)
    for (let language = 0; language < size; language++) {
      const at = feature * STRIDE + language
      if (keep && ranks[at]! >= cut) mask[at] = 1
      else weights[at] = 0
    }
  }
  return { mask, kept }
}

/** The same features and weights, numbered anew, without those dropped. */
export function keepFeatures(
  features: Features,
  weights: Float32Array,
  mask: Uint8Array,
  kept: readonly number[],
): { features: Features; weights: Float32Array; mask: Uint8Array } {
  const numberOf = new Int32Array(features.keys.length).fill(-1)
  for (const [number, feature] of kept.entries()) numberOf[feature] = number
  const { starts, list, values } = features
  const newStarts = new Int32Array(starts.length)
  const newList = new Int32Array(list.length)
  const newValues = new Uint8Array(list.length)
  let size = 0
  for (let word = 0; word + 1 < starts.length; word++) {
    for (let next = starts[word]!; next < starts[word + 1]!; next++) {
      const number = numberOf[list[next]!]!
      if (number < 0) continue
      newList[size] = number
      newValues[size++] = values[next]!
    }
    newStarts[word + 1] = size
  }
  const newWeights = new Float32Array(kept.length * STRIDE)
  const newMask = new Uint8Array(kept.length * STRIDE)
  for (const [number, feature] of kept.entries()) {
    newWeights.set(weights.subarray(feature * STRIDE, (feature + 1) * STRIDE), number * STRIDE)
    newMask.set(mask.subarray(feature * STRIDE, (feature + 1) * STRIDE), number * STRIDE)
  }
  return {
    features: {
      keys: Float64Array.from(kept, (feature) => features.keys[feature]!),
      counts: Float64Array.from(kept, (feature) => features.counts[feature]!),
      sample: kept.map((feature) => features.sample[feature]!),
      starts: newStarts,
      list: newList.slice(0, size),
      values: newValues.slice(0, size),
      masses: features.masses,
      pairs: features.pairs.map((feature) => (feature < 0 ? -1 : numberOf[feature]!)),
    },
    weights: newWeights,
    mask: newMask,
  }
}
