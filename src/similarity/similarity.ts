import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Language } from '../model/language.js'
import type { SharedTheme, Similarity } from '../model/similarity.js'
import { findTermSpans } from './find-term-spans.js'
import { foldContributions } from './fold-contributions.js'
import { roundScore } from './round-score.js'
import { type LabelledVector, type VectorOptions, weighTerms } from './vectorize.js'

/** How two articles are compared. */
export interface SimilarityOptions extends VectorOptions {
  /** At most this many shared themes; default 10. */
  readonly limit?: number
}

/**
 * How alike two articles are, by the words they share: the cosine of their vectors, and the shared themes with where
 * they stand in both. Each theme's `weight` is what it adds to the score, strongest first; those past `limit` are left
 * out, so the weights sum to at most the score. Across two languages, words and names spelt alike count. Symmetric in
 * the score. An article without words gives 0. O(tokens).
 */
export function similarity(
  languages: readonly Language[],
  a: ArticleInput,
  b: ArticleInput,
  options: SimilarityOptions = {},
): Similarity {
  const documentA = parseArticle(languages, a)
  const documentB = parseArticle(languages, b)
  const shared = sharedTerms(weighTerms(languages, documentA, options), weighTerms(languages, documentB, options))
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

interface SharedTerm {
  readonly key: string
  readonly keyB: string
  readonly label: string
  readonly contribution: number
}

/** Terms of both, by key; a term whose language has no match there, by its spelling alone. */
function sharedTerms(a: LabelledVector, b: LabelledVector): SharedTerm[] {
  const placesB = new Map(b.terms.map((term, place) => [term, place]))
  const spellingsB = new Map(b.terms.map((term, place) => [spelling(term), place]))
  const keysA = new Set(a.terms)
  const shared: SharedTerm[] = []
  for (const [place, key] of a.terms.entries()) {
    let placeB = placesB.get(key)
    if (placeB === undefined) {
      placeB = spellingsB.get(spelling(key))
      if (placeB !== undefined && keysA.has(b.terms[placeB]!)) continue
    }
    if (placeB === undefined) continue
    const contribution = a.weights[place]! * b.weights[placeB]!
    shared.push({ key, keyB: b.terms[placeB]!, label: a.labels[place]!, contribution })
  }
  return shared
}

function spelling(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
