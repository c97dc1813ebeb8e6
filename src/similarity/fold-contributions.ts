import { compareText } from './compare-text.js'

/** A shared term and what it adds to a score. */
export interface Contribution {
  readonly label: string
  readonly contribution: number
}

/**
 * Terms as a person reads them: "digitale medier" takes in what "digitale" and "medier" add by themselves, where the
 * pair weighs enough to stand for them; terms with one label (one word for two of another language) are one. Strongest first, ties by label; the sum stays the same. O(n log n).
 */
export function foldContributions<T extends Contribution>(terms: readonly T[]): T[] {
  const byStrength = joinLabels(terms).sort((a, b) => b.contribution - a.contribution || compareText(a.label, b.label))
  const words = new Map<string, number>()
  for (const [place, { label }] of byStrength.entries()) {
    const lower = label.toLowerCase()
    if (!lower.includes(' ') && !words.has(lower)) words.set(lower, place)
  }
  const sums = byStrength.map(({ contribution }) => contribution)
  const folded = new Set<number>()
  for (const [place, { label, contribution }] of byStrength.entries()) {
    if (!label.includes(' ')) continue
    for (const word of label.toLowerCase().split(' ')) {
      const wordPlace = words.get(word)
      if (wordPlace === undefined || folded.has(wordPlace)) continue
      // by hand: a word that says much more than the pair stands by itself
      if (contribution * 3 < byStrength[wordPlace]!.contribution) continue
      folded.add(wordPlace)
      sums[place]! += byStrength[wordPlace]!.contribution
    }
  }
  return byStrength
    .map((term, place) => ({ ...term, contribution: sums[place]! }))
    .filter((_, place) => !folded.has(place))
    .sort((a, b) => b.contribution - a.contribution || compareText(a.label, b.label))
}

/** Terms with one label as one, which is the strongest with what all add. */
function joinLabels<T extends Contribution>(terms: readonly T[]): T[] {
  const joined = new Map<string, { strongest: T; sum: number }>()
  for (const term of terms) {
    const kept = joined.get(term.label)
    if (!kept) joined.set(term.label, { strongest: term, sum: term.contribution })
    else {
      kept.sum += term.contribution
      if (term.contribution > kept.strongest.contribution) kept.strongest = term
    }
  }
  return [...joined.values()].map(({ strongest, sum }) => ({ ...strongest, contribution: sum }))
}
