/** A run to learn from: features of each token, and the labels each may have (bits). */
export interface Example {
  readonly features: readonly (readonly string[])[]
  readonly allowed: readonly number[]
}

/** Averaged weights of each feature and label, and of each step between labels. */
export interface Trained {
  readonly weights: Map<string, number[]>
  readonly transitions: number[][]
}

export interface TrainOptions {
  readonly rounds: number
  /** Features met in fewer runs are left out. */
  readonly minCount: number
  /** Share of features left out at each look at a run, so that none is leaned on alone. */
  readonly dropout: number
  readonly seed: number
}

const size = 5

/** Averaged structured perceptron (Collins 2002) over runs. Deterministic: own seeded generator. */
export function trainLabels(examples: readonly Example[], options: TrainOptions): Trained {
  const { rounds, minCount, dropout, seed } = options
  const ids = new Map<string, number>()
  const counts: number[] = []
  for (const { features } of examples) {
    for (const feature of new Set(features.flat())) {
      let id = ids.get(feature)
      if (id === undefined) {
        id = ids.size
        ids.set(feature, id)
        counts.push(0)
      }
      counts[id]!++
    }
  }
  const encode = (example: Example): { ids: number[][]; allowed: readonly number[] } => ({
    ids: example.features.map((own) => own.map((feature) => ids.get(feature)!).filter((id) => counts[id]! >= minCount)),
    allowed: example.allowed,
  })
  const known = examples.map(encode)
  const transitionsAt = ids.size * size
  const weights = new Float64Array(transitionsAt + size * size)
  const sums = new Float64Array(weights.length)
  let clock = 1
  const add = (at: number, delta: number): void => {
    weights[at]! += delta
    sums[at]! += delta * clock
  }
  const random = generator(seed)
  for (let round = 0; round < rounds; round++) {
    for (const example of shuffled(known, random)) {
      const tokens = example.ids.map((own) => own.filter(() => random() >= dropout))
      const scores = tokens.map((own) => {
        const row = new Array<number>(size).fill(0)
        for (const id of own) for (let label = 0; label < size; label++) row[label]! += weights[id * size + label]!
        return row
      })
      const step = (from: number, to: number): number => weights[transitionsAt + from * size + to]!
      const guess = bestPath(scores, step)
      if (!guess.every((label, place) => example.allowed[place]! & (1 << label))) {
        const target = bestPath(scores, step, example.allowed)
        for (let place = 0; place <= guess.length; place++) {
          const [was, is] = [guess[place] ?? 0, target[place] ?? 0]
          const [wasFrom, isFrom] = [guess[place - 1] ?? 0, target[place - 1] ?? 0]
          if (was !== is) {
            for (const id of tokens[place] ?? []) {
              add(id * size + is, 1)
              add(id * size + was, -1)
            }
          }
          if (was !== is || wasFrom !== isFrom) {
            add(transitionsAt + isFrom * size + is, 1)
            add(transitionsAt + wasFrom * size + was, -1)
          }
        }
      }
      clock++
    }
  }
  const mean = (at: number): number => weights[at]! - sums[at]! / clock
  const trained = new Map<string, number[]>()
  for (const [feature, id] of ids) {
    if (counts[id]! < minCount) continue
    trained.set(
      feature,
      [0, 1, 2, 3, 4].map((label) => mean(id * size + label)),
    )
  }
  const transitions = [0, 1, 2, 3, 4].map((from) => [0, 1, 2, 3, 4].map((to) => mean(transitionsAt + from * size + to)))
  return { weights: trained, transitions }
}

/** The mean of several models of the same runs, each with its own seed: as small as one, and steadier. */
export function trainMean(examples: readonly Example[], options: TrainOptions, models: number): Trained {
  const all = Array.from({ length: models }, (_, index) =>
    trainLabels(examples, { ...options, seed: options.seed + index }),
  )
  const mean = (rows: readonly (readonly number[])[]): number[] =>
    rows[0]!.map((_, label) => rows.reduce((sum, row) => sum + row[label]!, 0) / models)
  return {
    weights: new Map(
      [...all[0]!.weights.keys()].map((feature) => [feature, mean(all.map(({ weights }) => weights.get(feature)!))]),
    ),
    transitions: all[0]!.transitions.map((_, from) => mean(all.map(({ transitions }) => transitions[from]!))),
  }
}

function bestPath(
  scores: readonly number[][],
  step: (from: number, to: number) => number,
  allowed?: readonly number[],
): number[] {
  const back: number[][] = []
  let previous = [0]
  for (const [place, own] of scores.entries()) {
    const current: number[] = []
    const from: number[] = []
    for (let label = 0; label < size; label++) {
      let best = Number.NEGATIVE_INFINITY
      let bestFrom = 0
      for (let before = 0; before < previous.length; before++) {
        const score = previous[before]! + step(place === 0 ? 0 : before, label)
        if (score > best) [best, bestFrom] = [score, before]
      }
      const barred = allowed && !(allowed[place]! & (1 << label))
      current.push(barred ? Number.NEGATIVE_INFINITY : best + own[label]!)
      from.push(bestFrom)
    }
    back.push(from)
    previous = current
  }
  let label = 0
  for (let last = 1; last < size; last++)
    if (previous[last]! + step(last, 0) > previous[label]! + step(label, 0)) label = last
  if (previous[label] === Number.NEGATIVE_INFINITY)
    label = previous.findIndex((score) => score > Number.NEGATIVE_INFINITY)
  const path: number[] = []
  for (let place = scores.length - 1; place >= 0; place--) {
    path.unshift(label)
    label = back[place]![label]!
  }
  return path
}

/** mulberry32 */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}
