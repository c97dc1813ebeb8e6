import { nameLabels } from './name-model.js'

/** What the model says of a run. */
export interface Labelling {
  /** One label a token. */
  readonly labels: number[]
  /** For each token, how much the best path that gives it another label falls short. */
  readonly margins: number[]
}

const size = nameLabels.length

/**
 * The best labels of a run: Viterbi forwards and backwards. Collins 2002.
 * @param scores - five a token.
 * @param transitions - `[from * 5 + to]`; label 0 is also the start and the end.
 */
export function labelRun(scores: Int32Array, transitions: Int16Array): Labelling {
  const count = scores.length / size
  if (count === 1) return labelSingle(scores, transitions)
  const labels: number[] = []
  const margins: number[] = []
  const forward = new Int32Array(scores.length)
  const backward = new Int32Array(scores.length)
  for (let label = 0; label < size; label++) {
    forward[label] = scores[label]! + transitions[label]!
    backward[(count - 1) * size + label] = transitions[label * size]!
  }
  for (let at = size; at < scores.length; at += size) {
    for (let label = 0; label < size; label++) {
      let best = forward[at - size]! + transitions[label]!
      for (let from = 1; from < size; from++) {
        best = Math.max(best, forward[at - size + from]! + transitions[from * size + label]!)
      }
      forward[at + label] = best + scores[at + label]!
    }
  }
  for (let at = scores.length - size - size; at >= 0; at -= size) {
    for (let label = 0; label < size; label++) {
      let best = Number.NEGATIVE_INFINITY
      for (let to = 0; to < size; to++) {
        const next = at + size + to
        best = Math.max(best, transitions[label * size + to]! + scores[next]! + backward[next]!)
      }
      backward[at + label] = best
    }
  }
  for (let at = 0; at < scores.length; at += size) {
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    let second = Number.NEGATIVE_INFINITY
    for (let label = 0; label < size; label++) {
      const total = forward[at + label]! + backward[at + label]!
      if (total > most) {
        second = most
        most = total
        best = label
      } else if (total > second) second = total
    }
    labels.push(best)
    margins.push(most - second)
  }
  return { labels, margins }
}

/** The same for a run of one token. */
function labelSingle(scores: Int32Array, transitions: Int16Array): Labelling {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (let label = 0; label < size; label++) {
    const total = scores[label]! + transitions[label]! + transitions[label * size]!
    if (total > most) {
      second = most
      most = total
      best = label
    } else if (total > second) second = total
  }
  return { labels: [best], margins: [most - second] }
}
