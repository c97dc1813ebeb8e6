/**
 * Weights of a logistic regression with a ridge penalty, by Newton's method. Deterministic.
 * @param inputs - rows of equal length; a column of ones for the intercept is the caller's.
 * @param offsets - fixed log odds of each row.
 * @param ridge - penalty of each weight.
 * @param counts - how much each row counts.
 */
export function fitLogistic(
  inputs: readonly Float64Array[],
  labels: readonly boolean[],
  offsets: readonly number[],
  ridge: readonly number[],
  counts: readonly number[],
): Float64Array {
  const size = ridge.length
  const weights = new Float64Array(size)
  for (let round = 0; round < 30; round++) {
    const gradient = Float64Array.from(ridge, (penalty, column) => penalty * weights[column]!)
    const curvature = Array.from({ length: size }, (_, row) => {
      const line = new Float64Array(size)
      line[row] = ridge[row]! + 1e-9
      return line
    })
    for (const [index, input] of inputs.entries()) {
      let logit = offsets[index]!
      for (let column = 0; column < size; column++) logit += weights[column]! * input[column]!
      const chance = 1 / (1 + Math.exp(-logit))
      const count = counts[index]!
      const error = count * (chance - (labels[index] ? 1 : 0))
      const spread = count * Math.max(1e-9, chance * (1 - chance))
      for (let row = 0; row < size; row++) {
        const value = input[row]!
        if (value === 0) continue
        gradient[row]! += error * value
        const line = curvature[row]!
        for (let column = 0; column <= row; column++) line[column]! += spread * value * input[column]!
      }
    }
    const step = solve(curvature, gradient)
    let largest = 0
    for (let column = 0; column < size; column++) {
      weights[column]! -= step[column]!
      largest = Math.max(largest, Math.abs(step[column]!))
    }
    if (largest < 1e-9) break
  }
  return weights
}

/** Solves a symmetric positive system given by its lower triangle (Cholesky). */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const lower = matrix.map((row) => Float64Array.from(row))
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row]![column]!
      for (let inner = 0; inner < column; inner++) sum -= lower[row]![inner]! * lower[column]![inner]!
      lower[row]![column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[column]![column]!
    }
  }
  const solution = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < row; inner++) solution[row]! -= lower[row]![inner]! * solution[inner]!
    solution[row]! /= lower[row]![row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let inner = row + 1; inner < size; inner++) solution[row]! -= lower[inner]![row]! * solution[inner]!
    solution[row]! /= lower[row]![row]!
  }
  return solution
}
