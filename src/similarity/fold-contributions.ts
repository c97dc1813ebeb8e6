import { compareText } from './compare-text.js'

/** A shared term and what it adds to a score. */
export interface Contribution {
  readonly label: string
  readonly contribution: number
}

/**
 * Terms as a person reads them: "digitale medier" takes in what "digitale" and "medier" add by themselves, where the
 * pair weighs enough to stand for them. Strongest first, ties by label; the sum stays the same. O(n log n).
 */
export function foldContributions<T extends Contribution>(terms: readonly T[]): T[] {
  const byStrength = [...terms].sort((a, b) => b.contribution - a.contribution || compareText(a.label, b.label))
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
