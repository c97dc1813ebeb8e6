import type { Alignment } from './align-words.js'

/** An entry of the table: two lemmas, and how surely the one is said for the other. */
export interface Entry {
  readonly first: string
  readonly second: string
  readonly score: number
}

// by hand, on the dev mean of the mixed archives: .1 with four loses .01 and saves a sixth of the bytes
const minScore = 0.05
const mostEach = 6

// by hand: a pair met once is as often an accident; without the limit a half more bytes, and nothing gained
const minCount = 1.5

const word = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*$/u

/**
 * The pairs worth keeping: among the best few of either word. Words that are only ever said for themselves are left out,
 * since what is spelt alike matches anyway.
 */
export function chooseEntries(alignments: readonly Alignment[]): Entry[] {
  const likely = alignments
    .filter(
      ({ first, second, score, count }) =>
        score >= minScore && count >= minCount && word.test(first) && word.test(second),
    )
    .sort((a, b) => b.score - a.score || compare(a.first, b.first) || compare(a.second, b.second))
  const firsts = new Map<string, number>()
  const seconds = new Map<string, number>()
  const next = (counts: Map<string, number>, lemma: string): number => {
    const count = (counts.get(lemma) ?? 0) + 1
    counts.set(lemma, count)
    return count
  }
  const kept = likely.filter(({ first, second }) => {
    const best = Math.min(next(firsts, first), next(seconds, second))
    return best <= mostEach
  })
  return kept
    .filter(({ first, second }) => first !== second || firsts.get(first)! > 1 || seconds.get(second)! > 1)
    .map(({ first, second, score }) => ({ first, second, score }))
    .sort((a, b) => compare(a.first, b.first) || b.score - a.score || compare(a.second, b.second))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
