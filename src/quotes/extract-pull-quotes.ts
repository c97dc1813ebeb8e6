import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Language } from '../model/language.js'
import type { PullQuote } from '../model/pull-quote.js'
import { readWords, type Words } from '../words/read-words.js'
import { editorQuotes } from './editor-quotes.js'
import { findLabels } from './find-candidates.js'
import { findQuotations, type Quotations } from './find-quotations.js'
import { suggestQuotes } from './suggest-quotes.js'

/** What pull quotes are wanted. */
export interface PullQuoteOptions {
  /** At most this many suggestions; the editor's own quotes always come all. Default 3. */
  readonly limit?: number
  /** Suggestions of fewer words are left out. Default 6. */
  readonly minWords?: number
  /** Suggestions of more words are left out. Default 40. */
  readonly maxWords?: number
  /** Whose quotes: the editor's, ours, or (default) both. */
  readonly sources?: readonly PullQuote['source'][]
}

/**
 * Pull quotes of an article: first those the editor marked, in the order of the article, then suggestions, best first.
 *
 * An editor's quote is laid beside the sentences it was lifted from (`match`, `span`); about half of those on the web are
 * not in the body, and then have neither span nor guess. A suggestion is one to three whole sentences of a paragraph that
 * stand by themselves; it never overlaps an editor's quote, nor another suggestion, nor repeats it. `kind` is `source`
 * where at least half of the words are somebody's whom the article quotes, with `attribution` where that person is named.
 * @param input - a string, an article, or a document already parsed; spans count UTF-16 units of `document.text`.
 * @param options.limit - counts suggestions only: all the editor's quotes come, whatever it is.
 * @returns suggestions with `score` in 0..1: the chance that an editor lifts the line, as a linear model has it; the
 *   contributions of `reasons` add up to its log odds. An editor's quote has score 1 and one reason. Where nothing is fit
 *   to be lifted (lists, tables, code, texts of a few words) the list is empty.
 * @throws TypeError when `input` is none of the three; RangeError for a limit that is not a number or negative.
 * @remarks O(length of the article). Deterministic. Weights fitted on English magazine articles, carried to Danish by
 *   word lists of the same meaning: see test/evaluation/REPORT.md.
 */
export function extractPullQuotes(
  languages: readonly Language[],
  input: ArticleInput,
  options: PullQuoteOptions = {},
): PullQuote[] {
  const { limit = 3, minWords = 6, maxWords = 40, sources = ['editor', 'suggested'] } = options
  for (const [name, value] of Object.entries({ limit, minWords, maxWords })) {
    if (typeof value !== 'number' || !(value >= 0)) {
      throw new RangeError(`extractPullQuotes: wanted a number from 0 up as \`${name}\`; got ${String(value)}`)
    }
  }
  const document = parseArticle(languages, input)
  let words: Words | undefined
  let quotations: Quotations | undefined
  const readOnce = (): Words => (words ??= readWords(languages, document))
  const findOnce = (): Quotations => (quotations ??= findQuotations(document, readOnce()))
  const marked = editorQuotes(document, readOnce, findOnce, findLabels(document))
  const taken = marked.flatMap(({ span }) => (span ? [span] : []))
  return [
    ...(sources.includes('editor') ? marked : []),
    ...(sources.includes('suggested')
      ? suggestQuotes(document, readOnce(), findOnce(), { limit, minWords, maxWords, taken })
      : []),
  ]
}
