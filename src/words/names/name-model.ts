import type { Language } from '../../model/language.js'
import type { Name } from '../../model/name.js'

/** Labels of the model in order; the first is no name, and weights of the others are measured against it. */
export const nameLabels: readonly ('none' | Name['kind'])[] = ['none', 'person', 'organisation', 'place', 'other']

/** A linear-chain model over the tokens of a run, with whole numbers for weights so that every machine agrees. */
export interface NameModel {
  /** Feature to where its weights start in `weights`: two numbers, each of two labels (`packPair`). */
  readonly features: ReadonlyMap<string, number>
  readonly weights: Int32Array
  /** `transitions[from * 5 + to]`; label 0 is also the start and the end. */
  readonly transitions: Int16Array
  /** Margins from which on the confidence is the one beside it; ascending. */
  readonly calibration: readonly (readonly [number, number])[]
}

/**
 * Two whole numbers in one, so that one addition adds both: sums stay right while the second sum stays within 16 bits.
 * Weights are some hundreds at most and a token has some fifty features.
 */
export function packPair(first: number, second: number): number {
  return first * 65536 + second
}

/** The second of two numbers, or of two sums. */
export function secondOf(pair: number): number {
  return (pair << 16) >> 16
}

/** The first. */
export function firstOf(pair: number): number {
  return (pair - secondOf(pair)) >> 16
}

/** The confidence that goes with a margin; 0.5 where none was fitted. */
export function confidenceOf(calibration: NameModel['calibration'], margin: number): number {
  let confidence = calibration[0]?.[1] ?? 0.5
  for (const [least, value] of calibration) if (margin >= least) confidence = value
  return confidence
}

const cache = new WeakMap<Language, NameModel>()

/** The model of a language. Unpacked at first use. */
export function nameModelOf(language: Language): NameModel {
  let model = cache.get(language)
  if (!model) cache.set(language, (model = unpack(language.nameModel)))
  return model
}

/** Lines: feature, weights of all labels but the first; `>label`, transitions; `margin`, margin, confidence. */
function unpack(packed: string): NameModel {
  const size = nameLabels.length
  const features = new Map<string, number>()
  const weights: number[] = []
  const transitions: number[] = []
  const calibration: [number, number][] = []
  for (const line of packed.split('\n')) {
    const [key, value, more] = line.split('\t')
    if (!key || value === undefined) continue
    if (key.startsWith('>')) transitions.push(...value.split(' ').map(Number))
    else if (key === 'margin') calibration.push([Number(value), Number(more)])
    else {
      features.set(key, weights.length)
      const [person = 0, organisation = 0, place = 0, other = 0] = value.split(' ').map(Number)
      weights.push(packPair(person, organisation), packPair(place, other))
    }
  }
  while (transitions.length < size * size) transitions.push(0)
  return { features, weights: Int32Array.from(weights), transitions: Int16Array.from(transitions), calibration }
}
