import type { ParallelText } from './read-parallel.js'

/** Two lemmas that are said for each other. */
export interface Alignment {
  readonly first: string
  readonly second: string
  /** Geometric mean of the chances of each, given the other, 0–1. */
  readonly score: number
  /** How often, about. */
  readonly count: number
}

// by hand: rounds of each direction alone, then of both in agreement
const roundsApart = 3
const roundsAgreed = 3

// by hand: segments with more words are lists, and cost the square of it
const longest = 80

/**
 * Word alignment by IBM model 1 (Brown et al. 1993) with a word of no meaning on either side, trained in both directions
 * by agreement (Liang, Taskar & Klein 2006): in the last rounds a pair counts by the product of its chances in the two.
 * Lemmas met only once are left out.
 */
export function alignWords(text: ParallelText): Alignment[] {
  const known = text.lemmas.map((lemmas, side) => frequencies(text, side as 0 | 1, lemmas.length))
  const cells = new CellTable(text, known)
  const { firsts, seconds, segments } = cells
  const model = [
    new Direction(firsts, seconds, text.lemmas[0].length, text.lemmas[1].length),
    new Direction(seconds, firsts, text.lemmas[1].length, text.lemmas[0].length),
  ] as const
  const chances = [new Float64Array(longest * longest), new Float64Array(longest * longest)] as const
  for (let round = 0; round < roundsApart + roundsAgreed; round++) {
    for (const direction of model) direction.startRound()
    for (const { cells: grid, width, height } of segments) {
      model[0].readChances(grid, width, height, width, 1, chances[0])
      model[1].readChances(grid, height, width, 1, width, chances[1])
      for (let place = 0; place < grid.length; place++) {
        const both = chances[0][place]! * chances[1][place]!
        const isAgreed = round >= roundsApart
        model[0].counts[grid[place]!]! += isAgreed ? both : chances[0][place]!
        model[1].counts[grid[place]!]! += isAgreed ? both : chances[1][place]!
      }
    }
    for (const direction of model) direction.endRound()
  }
  return Array.from(firsts, (first, cell) => ({
    first: text.lemmas[0][first]!,
    second: text.lemmas[1][seconds[cell]!]!,
    score: Math.sqrt(model[0].chances[cell]! * model[1].chances[cell]!),
    count: model[0].counts[cell]!,
  }))
}

function frequencies({ segments }: ParallelText, side: 0 | 1, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const segment of segments) for (const lemma of segment[side]) counts[lemma]!++
  return counts
}

/** One direction of the model: the chance of a target given a source. */
class Direction {
  readonly counts: Float64Array
  readonly chances: Float64Array
  private readonly noSource: Float64Array
  private readonly noCounts: Float64Array
  private round = 0

  constructor(
    private readonly sources: Int32Array,
    private readonly targets: Int32Array,
    private readonly sourceCount: number,
    targetCount: number,
  ) {
    this.counts = new Float64Array(sources.length)
    this.chances = new Float64Array(sources.length).fill(1)
    this.noSource = new Float64Array(targetCount)
    this.noCounts = new Float64Array(targetCount)
  }

  startRound(): void {
    this.counts.fill(0)
    this.noCounts.fill(0)
  }

  /** Beside the cells of a segment: the chance that each target comes from each source. */
  readChances(
    grid: Int32Array,
    sources: number,
    targets: number,
    targetStep: number,
    sourceStep: number,
    into: Float64Array,
  ): void {
    for (let target = 0; target < targets; target++) {
      let sum = 0
      for (let source = 0; source < sources; source++) {
        sum += this.chances[grid[target * targetStep + source * sourceStep]!]!
      }
      const word = this.targets[grid[target * targetStep]!]!
      const none = this.round === 0 ? sum / sources : this.noSource[word]!
      sum += none
      for (let source = 0; source < sources; source++) {
        const place = target * targetStep + source * sourceStep
        into[place] = this.chances[grid[place]!]! / sum
      }
      this.noCounts[word]! += none / sum
    }
  }

  endRound(): void {
    this.round++
    const totals = new Float64Array(this.sourceCount)
    for (let cell = 0; cell < this.counts.length; cell++) totals[this.sources[cell]!]! += this.counts[cell]!
    for (let cell = 0; cell < this.counts.length; cell++) {
      this.chances[cell] = this.counts[cell]! / (totals[this.sources[cell]!]! || 1)
    }
    let total = 0
    for (const count of this.noCounts) total += count
    for (let target = 0; target < this.noSource.length; target++) this.noSource[target] = this.noCounts[target]! / total
  }
}

interface Grid {
  readonly cells: Int32Array
  /** Words of the first language. */
  readonly width: number
  readonly height: number
}

/** Every pair of lemmas that stand in one segment, numbered. */
class CellTable {
  readonly firsts: Int32Array
  readonly seconds: Int32Array
  readonly segments: Grid[] = []

  constructor({ segments }: ParallelText, known: readonly Int32Array[]) {
    const slots = 1 << 24
    const owners = new Int32Array(slots).fill(-1)
    const firsts: number[] = []
    const seconds: number[] = []
    for (const segment of segments) {
      const [a, b] = segment.map((lemmas, side) => lemmas.filter((lemma) => known[side]![lemma]! > 1))
      if (!a || !b || a.length === 0 || b.length === 0 || a.length > longest || b.length > longest) continue
      const cells = new Int32Array(a.length * b.length)
      for (const [row, second] of b.entries()) {
        for (const [column, first] of a.entries()) {
          let slot = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
          slot = (slot ^ (slot >>> 15)) & (slots - 1)
          while (owners[slot] !== -1 && (firsts[owners[slot]!] !== first || seconds[owners[slot]!] !== second)) {
            slot = (slot + 1) & (slots - 1)
          }
          if (owners[slot] === -1) {
            owners[slot] = firsts.length
            firsts.push(first)
            seconds.push(second)
          }
          cells[row * a.length + column] = owners[slot]!
        }
      }
      this.segments.push({ cells, width: a.length, height: b.length })
    }
    this.firsts = Int32Array.from(firsts)
    this.seconds = Int32Array.from(seconds)
  }
}
