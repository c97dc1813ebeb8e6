/**
 * Numbers in ascending order, and values beside them in the same order; of equal numbers as they came. Sorted by 11 bits
 * at a time, the least first: over millions of numbers many times as fast as looking each up in a table.
 * @param numbers - is changed, as is `values`; @returns arrays of the same lengths, which may be these. O(numbers).
 */
export function sortNumbers(numbers: Uint32Array, values: Uint32Array): { numbers: Uint32Array; values: Uint32Array } {
  let from: { numbers: Uint32Array; values: Uint32Array } = { numbers, values }
  let to: typeof from = { numbers: new Uint32Array(numbers.length), values: new Uint32Array(values.length) }
  const hasValues = values.length > 0
  for (const shift of [0, 11, 22]) {
    const source = from.numbers
    const target = to.numbers
    const starts = new Uint32Array(2049)
    for (let place = 0; place < source.length; place++) starts[((source[place]! >>> shift) & 2047) + 1]!++
    for (let digit = 1; digit < 2049; digit++) starts[digit]! += starts[digit - 1]!
    for (let place = 0; place < source.length; place++) {
      const number = source[place]!
      const next = starts[(number >>> shift) & 2047]!++
      target[next] = number
      if (hasValues) to.values[next] = from.values[place]!
    }
    const sorted = to
    to = from
    from = sorted
  }
  return from
}
