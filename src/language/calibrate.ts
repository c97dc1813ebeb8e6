import type { DetectorTable } from './detector-table.js'

/** Masses of text at which the temperature is fitted; between them it is interpolated over the logarithm. */
export const KNOTS: readonly number[] = [8, 16, 32, 64, 128, 256, 512, 1024]

/**
 * Probabilities of the languages, from the sums at place `base` and the mass they were summed over: softmax of
 * sum / sqrt(mass), divided by a temperature that depends on the mass (Guo et al. 2017, by length).
 * @param allowed - languages that may be answered with; default all.
 */
export function probabilities(
  table: DetectorTable,
  sums: Int32Array,
  base: number,
  mass: number,
  allowed?: readonly boolean[],
): Float64Array {
  const size = table.languages.length
  const scale = sharpness(table, mass) / Math.sqrt(mass)
  let top = Number.NEGATIVE_INFINITY
  for (let place = 0; place < size; place++) {
    if (!allowed || allowed[place]) top = Math.max(top, sums[base + place]!)
  }
  const shares = new Float64Array(size)
  let total = 0
  for (let place = 0; place < size; place++) {
    if (allowed && !allowed[place]) continue
    const share = Math.exp((sums[base + place]! - top) * scale)
    shares[place] = share
    total += share
  }
  for (let place = 0; place < size; place++) shares[place]! /= total
  return shares
}

/** Texts of less mass (about five words) are too short to say that they are in no language we know. By hand. */
const LEAST_MASS = 150
/** From this mass on a text may be in several languages, and each has the less to say for itself. */
const MIXED_MASS = 600
/** Fitted: of .6, .7, .75 and .8 the largest that costs next to nothing on dev. */
const MIXED_FACTOR = 0.7
/**
 * How much more must be said for the language of a text whose every word has a letter of none of ours. By hand: a Danish
 * sentence may name three Turks; of eight words of Turkish three have such a letter, and little else speaks for us. On dev
 * nothing changes from 0 to 12.
 */
const STRANGE_FACTOR = 2
/** With more such letters than this for each word, no language of ours is convincing. By hand. */
const MOST_STRANGE = 0.5

/**
 * Whether the text says as much for the language, for its mass, as any text of the language does: Italian is more like
 * French than like the others, but no French text looks so little French. Short texts always pass.
 * @param strange - how many letters of none of our languages there are for each word of the text
 */
export function isConvincing(
  table: DetectorTable,
  sums: Int32Array,
  place: number,
  mass: number,
  strange: number,
): boolean {
  if (mass < LEAST_MASS) return true
  if (strange > MOST_STRANGE) return false
  const least = (table.settings.get('least')?.[place] ?? 0) * (1 + STRANGE_FACTOR * strange)
  return sums[place]! / mass >= (mass < MIXED_MASS ? least : least * MIXED_FACTOR)
}

/** Size of a weight's unit divided by the temperature, at this mass. */
function sharpness(table: DetectorTable, mass: number): number {
  const values = table.settings.get('sharpness') ?? [0.1]
  let upper = 0
  while (upper < KNOTS.length && KNOTS[upper]! < mass) upper++
  if (upper === 0) return values[0]!
  if (upper >= values.length) return values[values.length - 1]!
  const [from, to] = [KNOTS[upper - 1]!, KNOTS[upper]!]
  const part = Math.log(mass / from) / Math.log(to / from)
  return values[upper - 1]! * (1 - part) + values[upper]! * part
}
