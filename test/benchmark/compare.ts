/** One contender: does the work once and returns how many UTF-8 bytes of text, or items, it went through. */
export interface Contender {
  readonly name: string
  readonly run: () => number
}

/** What a contender reached. */
export interface Timing {
  readonly name: string
  /** Units a second: median over the rounds. */
  readonly rate: number
  /** The first contender's rate over this one's: median of the ratios round by round. */
  readonly ratio: number
}

/**
 * Times contenders in turn, A B C A B C …, so that a machine that slows down slows them all; after one warm-up round.
 * Medians of the rounds; the ratio is taken within each round.
 */
export function compare(contenders: readonly Contender[], rounds = 7): Timing[] {
  const rates = contenders.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const start = performance.now()
      const units = run()
      const rate = units / ((performance.now() - start) / 1000)
      if (round >= 0) rates[index]!.push(rate)
    }
  }
  return contenders.map(({ name }, index) => ({
    name,
    rate: median(rates[index]!),
    ratio: median(rates[index]!.map((rate, round) => rates[0]![round]! / rate)),
  }))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
