import { type QuoteWordKind, quoteWordKinds } from './quote-words.js'

/**
 * How a feature of a stretch of several sentences comes from those of its sentences: `mean` weighted by their words,
 * or that of the `first` or `last`, or is measured on the `whole`.
 */
export type FeatureScope = 'mean' | 'first' | 'last' | 'whole'

const shape = [
  ['length', 'whole'],
  ['very short', 'whole'],
  ['very long', 'whole'],
  ['word length', 'mean'],
  ['long words', 'mean'],
  ['function words', 'mean'],
  ['commas', 'mean'],
  ['parentheses', 'mean'],
  ['colons', 'mean'],
  ['dashes', 'mean'],
  ['numbers', 'mean'],
  ['symbols', 'mean'],
  ['names', 'mean'],
  ['verbs', 'mean'],
  ['no verb', 'mean'],
  ['nouns', 'mean'],
  ['quoted', 'mean'],
  ['partly quoted', 'mean'],
  ['capitals', 'mean'],
  ['all capitals', 'mean'],
  ['opens with a quotation', 'first'],
  ['exclamation', 'last'],
  ['question mark', 'last'],
  ['unfinished', 'last'],
  ['starts in lower case', 'first'],
  ['points back', 'first'],
  ['opens with a link word', 'first'],
  ['links back inside', 'first'],
  ['pronoun for nothing', 'first'],
  ['opens with a question word', 'first'],
  ['opens with you', 'first'],
  ['opens with a condition', 'first'],
  ['opens with I or we', 'first'],
  ['points back inside', 'mean'],
  ['first in its paragraph', 'first'],
  ['last in its paragraph', 'last'],
  ['alone in its paragraph', 'first'],
  ['central', 'mean'],
  ['words of the title', 'mean'],
  ['rare words', 'mean'],
  ['rarest word', 'mean'],
  ['words of the article', 'mean'],
  ['antithesis', 'mean'],
  ['repetition', 'mean'],
  ['linked', 'mean'],
  ['stressed', 'mean'],
] as const

/** Kinds of words that count at the start of a sentence, after a negation, or not in a score at all. */
const uncountedKinds: readonly QuoteWordKind[] = ['condition', 'connective', 'contrast', 'dangling', 'speaker']

/** Kinds of words that count wherever they stand in a sentence. */
const countedKinds = quoteWordKinds.filter((kind) => !uncountedKinds.includes(kind))

/** What a score can be made of, in the order of a feature vector. */
export type QuoteFeature = (typeof shape)[number][0] | `${QuoteWordKind} words`

/** Names of the features, in the order of a feature vector. */
export const quoteFeatures: readonly QuoteFeature[] = [
  ...shape.map(([name]) => name),
  ...countedKinds.map((kind) => `${kind} words` as const),
]

/** Beside `quoteFeatures`. */
export const featureScopes: readonly FeatureScope[] = [
  ...shape.map(([, scope]) => scope),
  ...countedKinds.map(() => 'mean' as const),
]

/** Bits of the kinds that are counted, beside the last features of a vector. */
export const countedKindBits: readonly number[] = countedKinds.map((kind) => 1 << quoteWordKinds.indexOf(kind))

/** Place of the first counted kind in a vector. */
export const firstCountedKind: number = shape.length

/** Place of each feature in a vector. */
export const placeOf: Readonly<Record<QuoteFeature, number>> = Object.fromEntries(
  quoteFeatures.map((feature, place) => [feature, place]),
) as Record<QuoteFeature, number>
