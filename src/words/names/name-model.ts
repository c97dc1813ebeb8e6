import type { Language } from '../../model/language.js'
import type { Name } from '../../model/name.js'

/** Labels of the model in order; the first is no name. */
export const nameLabels: readonly ('none' | Name['kind'])[] = ['none', 'person', 'organisation', 'place', 'other']

/** A linear-chain model over the tokens of a run, with whole numbers for weights so that every machine agrees. */
export interface NameModel {
  /** Feature to one weight a label. */
  readonly weights: ReadonlyMap<string, readonly number[]>
  /** `transitions[from][to]`; row 0 is also the start and the end. */
  readonly transitions: readonly (readonly number[])[]
  /** Margins from which on the confidence is the one beside it; ascending. */
  readonly calibration: readonly (readonly [number, number])[]
}

/** What the model says of a run. */
export interface Labelling {
  /** One label a token. */
  readonly labels: readonly number[]
  /** For each token, how much the best path that gives it another label falls short. */
  readonly margins: readonly number[]
}

const size = nameLabels.length

/** The best labels of a run: Viterbi forwards and backwards. Collins 2002. */
export function labelRun(model: NameModel, features: readonly (readonly string[])[]): Labelling {
  const scores = features.map((own) => tokenScores(model, own))
  const forward = bestPaths(scores, model.transitions, false)
  const backward = bestPaths([...scores].reverse(), model.transitions, true).reverse()
  const labels: number[] = []
  const margins: number[] = []
  for (let place = 0; place < scores.length; place++) {
    const total = scores[place]!.map((score, label) => forward[place]![label]! + backward[place]![label]! - score)
    let best = 0
    for (let label = 1; label < size; label++) if (total[label]! > total[best]!) best = label
    let second = Number.NEGATIVE_INFINITY
    for (let label = 0; label < size; label++) if (label !== best) second = Math.max(second, total[label]!)
    labels.push(best)
    margins.push(total[best]! - second)
  }
  return { labels, margins }
}

function tokenScores(model: NameModel, features: readonly string[]): number[] {
  const scores = new Array<number>(size).fill(0)
  for (const feature of features) {
    const weights = model.weights.get(feature)
    if (weights) for (let label = 0; label < size; label++) scores[label]! += weights[label]!
  }
  return scores
}

/** The best score of a path up to each token and label, its own score with it. */
function bestPaths(
  scores: readonly (readonly number[])[],
  transitions: NameModel['transitions'],
  backwards: boolean,
): number[][] {
  const paths: number[][] = []
  let previous: readonly number[] | undefined
  for (const own of scores) {
    const current = own.map((score, label) => {
      const step = (from: number): number => (backwards ? transitions[label]![from]! : transitions[from]![label]!)
      if (!previous) return score + step(0)
      let best = Number.NEGATIVE_INFINITY
      for (let from = 0; from < size; from++) best = Math.max(best, previous[from]! + step(from))
      return score + best
    })
    paths.push(current)
    previous = current
  }
  return paths
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
  const weights = new Map<string, readonly number[]>()
  const transitions: number[][] = []
  const calibration: [number, number][] = []
  for (const line of packed.split('\n')) {
    const [key, value, more] = line.split('\t')
    if (!key || value === undefined) continue
    if (key.startsWith('>')) transitions.push(value.split(' ').map(Number))
    else if (key === 'margin') calibration.push([Number(value), Number(more)])
    else weights.set(key, [0, ...value.split(' ').map(Number)])
  }
  while (transitions.length < size) transitions.push(new Array<number>(size).fill(0))
  return { weights, transitions, calibration }
}
