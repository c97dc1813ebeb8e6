import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { TermVector } from '../model/similarity.js'
import type { ArchiveStatistics } from '../model/statistics.js'
import { compareText } from './compare-text.js'
import { readTerms } from './read-terms.js'
import { idfWeight, termIdf } from './term-idf.js'

/** How `vectorize` and `similarity` weigh terms. */
export interface VectorOptions {
  /** Counts over the archive the article belongs to; default: none, rarity in open text alone. */
  readonly background?: ArchiveStatistics
}

/**
 * An article as a point, for users' own engines: lemmas, pairs of neighbouring words and parts of compounds, each at
 * the square root of its weighted count times idf^1.5 (Salton & Buckley 1988, with the idf counted on both sides of a
 * comparison), L2 norm 1. The dot product of two vectors is `similarity`'s score. A text without terms gives none.
 * Terms are in code-point order. O(tokens + terms log terms).
 */
export function vectorize(
  languages: readonly Language[],
  input: ArticleInput,
  options: VectorOptions = {},
): TermVector {
  const { terms, weights } = weighTerms(languages, parseArticle(languages, input), options)
  return { terms, weights }
}

/** A vector with the printed form of each term. */
export interface LabelledVector extends TermVector {
  readonly labels: readonly string[]
}

/** The vector of a document, its terms in code-point order. */
export function weighTerms(
  languages: readonly Language[],
  document: Document,
  { background }: VectorOptions,
): LabelledVector {
  const { keys, counts, rarities, labels } = readTerms(languages, document)
  const archive = background && archiveCounts(background, document.language.language)
  const order = keys.map((_, index) => index).sort((a, b) => compareText(keys[a]!, keys[b]!))
  let squares = 0
  const weights = order.map((index) => {
    const key = keys[index]!
    // Pairs are not counted in an archive: they keep their rarity in open text.
    const counted = archive && !key.includes(' ') ? archive : undefined
    const idf = termIdf(counted?.articles ?? 0, counted?.counts.get(key) ?? 0, rarities[index]!)
    const weight = Math.sqrt(counts[index]!) * idfWeight(idf)
    squares += weight * weight
    return weight
  })
  const norm = Math.sqrt(squares)
  const kept = order.map((_, place) => place).filter((place) => weights[place]! > 0)
  return {
    terms: kept.map((place) => keys[order[place]!]!),
    weights: kept.map((place) => weights[place]! / norm),
    labels: kept.map((place) => labels[order[place]!]!),
  }
}

interface ArchiveCounts {
  readonly articles: number
  readonly counts: ReadonlyMap<string, number>
}

const countsCache = new WeakMap<ArchiveStatistics, Map<string, ArchiveCounts | undefined>>()

/** The counts of one language of an archive, as a map made once. */
function archiveCounts(background: ArchiveStatistics, language: string): ArchiveCounts | undefined {
  let byLanguage = countsCache.get(background)
  if (!byLanguage) countsCache.set(background, (byLanguage = new Map()))
  if (!byLanguage.has(language)) {
    const found = background.languages.find((statistics) => statistics.language === language)
    const counts = found && new Map(found.terms.map((term, index) => [term, found.counts[index]!]))
    byLanguage.set(language, found && counts ? { articles: found.articles, counts } : undefined)
  }
  return byLanguage.get(language)
}
