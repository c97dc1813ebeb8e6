/**
 * Logarithm and exponential made of operations that IEEE 754 rounds exactly (+ − × ÷), so that every engine gives the
 * same bits; `Math.log` and `Math.exp` may differ in the last one.
 */

/** Base-2 logarithm of a finite x > 0; error under 1e-13. */
export function stableLog2(x: number): number {
  let exponent = 0
  let mantissa = x
  while (mantissa >= 1.5) {
    mantissa /= 2
    exponent++
  }
  while (mantissa < 0.75) {
    mantissa *= 2
    exponent--
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), a series in an argument of at most 0.2.
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let power = ratio
  let sum = 0
  for (let odd = 1; odd < 40; odd += 2) {
    sum += power / odd
    power *= square
  }
  return exponent + 2 * sum * Math.LOG2E
}

/** e to the power of x, for x in -700..700; relative error under 1e-13. */
export function stableExp(x: number): number {
  const halvings = 10
  const small = x / 1024
  let term = 1
  let sum = 1
  for (let index = 1; index < 14; index++) {
    term *= small / index
    sum += term
  }
  for (let step = 0; step < halvings; step++) sum *= sum
  return sum
}

/** 1 / (1 + e^-x), 0–1. */
export function logistic(x: number): number {
  const bounded = x < -60 ? -60 : Math.min(x, 60)
  return 1 / (1 + stableExp(-bounded))
}
