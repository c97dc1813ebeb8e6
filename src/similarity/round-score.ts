/** A score or a weight with the four decimals that results have, so that no order hangs on the last bit of a float. */
export function roundScore(value: number): number {
  return Math.round(value * 10000) / 10000
}
