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
