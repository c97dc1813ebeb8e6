import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Bridge } from '../model/bridge.js'
import type { Language } from '../model/language.js'
import type { SharedTheme, Similarity } from '../model/similarity.js'
import { findTermSpans } from './find-term-spans.js'
import { foldContributions } from './fold-contributions.js'
import { matchTerms } from './match-terms.js'
import { findBridge, openBridge } from './open-bridge.js'
import { roundScore } from './round-score.js'
import { type VectorOptions, weighTerms } from './vectorize.js'

/** How two articles are compared. */
export interface SimilarityOptions extends VectorOptions {
  /** At most this many shared themes; default 10. */
  readonly limit?: number
  /** Tables between two languages; without one, words and names spelt alike count. The root entry gives Danish and English. */
  readonly bridges?: readonly Bridge[]
}

/**
 * How alike two articles are, by the words they share: the cosine of their vectors, and the shared themes with where
 * they stand in both. Each theme's `weight` is what it adds to the score, strongest first; those past `limit` are left
 * out, so the weights sum to at most the score; labels are in the wording of `a`, spans show both. Across two languages,
 * words are set against what a bridge says they are called there, names and unknown words against those spelt alike.
 * Symmetric in the score. An article without words gives 0. O(tokens).
 */
export function similarity(
  languages: readonly Language[],
  a: ArticleInput,
  b: ArticleInput,
  options: SimilarityOptions = {},
): Similarity {
  const documentA = parseArticle(languages, a)
  const documentB = parseArticle(languages, b)
  const bridge = findBridge(options.bridges, documentA.language.language, documentB.language.language)
  const shared = matchTerms(
    weighTerms(languages, documentA, options),
    weighTerms(languages, documentB, options),
    bridge && openBridge(bridge),
  )
  let score = 0
  for (const { contribution } of shared) score += contribution
  const themes = foldContributions(shared).slice(0, options.limit ?? 10)
  const spansA = findTermSpans(languages, documentA, new Set(themes.map(({ key }) => key)))
  const spansB = findTermSpans(languages, documentB, new Set(themes.map(({ keyB }) => keyB)))
  return {
    score: Math.min(1, roundScore(score)),
    sharedThemes: themes.map(
      ({ label, contribution, key, keyB }): SharedTheme => ({
        label,
        weight: roundScore(contribution),
        spansA: spansA.get(key) ?? [],
        spansB: spansB.get(keyB) ?? [],
      }),
    ),
    languages: [documentA.language.language, documentB.language.language],
  }
}
