/** The features that tell how long a line is: of a stretch of sentences they come from all its words together. */
export const lengthFeatures = ['length', 'very short', 'very long'] as const

/** A feature of length. */
export type LengthFeature = (typeof lengthFeatures)[number]

/** Value of a feature of length. @param words - how many; 0 gives 0. */
export function measureLength(feature: LengthFeature, words: number): number {
  if (words === 0) return 0
  // by hand: under ten words a line seldom says enough, over 28 it is hard to take in
  if (feature === 'very short') return Math.max(0, 10 - words) / 10
  if (feature === 'very long') return Math.min(2, Math.max(0, words - 28) / 20)
  return Math.log2(words)
}
