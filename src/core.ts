/**
 * Every function of klartekst with `languages` as first parameter, for who brings own languages or wants only one.
 * Holds no language data. `klartekst` itself is these functions bound to Danish and English.
 */
import { chooseLanguage, type LanguageOption, requireLanguage } from './document/choose-language.js'
import { parseArticle } from './document/parse-article.js'
import { detectLanguage } from './language/detect-language.js'
import { detectLanguageSpans as detectSpans } from './language/detect-language-spans.js'
import type { ArticleInput } from './model/article.js'
import type { LanguageSpan } from './model/detection.js'
import type { Language } from './model/language.js'
import type { Span } from './model/span.js'
import type { Token } from './model/token.js'
import { splitSentences as splitIntoSentences } from './text/split-sentences.js'
import { tokenize as cutTokens } from './text/tokenize.js'
import { lemmatize as lemmaOf } from './words/lemmatize.js'
import { splitCompound as partsOf } from './words/split-compound.js'

export { type AnalyzeOptions, analyze } from './analysis/analyze.js'
export { type Explainable, type ExplainOptions, explain } from './analysis/explain.js'
export { sourceSpans } from './article/source-spans.js'
export { KlartekstError } from './klartekst-error.js'
export type { DetectOptions } from './language/detect-language.js'
export type * from './model/index.js'
export { extractPullQuotes, type PullQuoteOptions } from './quotes/extract-pull-quotes.js'
export { buildRelatedIndex } from './related/build-related-index.js'
export { type DuplicateOptions, findDuplicates } from './related/find-duplicates.js'
export { type IndexInfo, indexInfo } from './related/index-info.js'
export { loadIndex } from './related/load-index.js'
export { mergeIndexes } from './related/merge-indexes.js'
export { related } from './related/related.js'
export { relatedAll } from './related/related-all.js'
export type { RelatedIndex } from './related/related-index.js'
export type { RelatedOptions } from './related/related-options.js'
export { removeArticles } from './related/remove-articles.js'
export { reweighIndex } from './related/reweigh-index.js'
export { saveIndex } from './related/save-index.js'
export { suggestTags, type TagOptions, type TagSuggestion } from './related/suggest-tags.js'
export { type IndexChange, upsertArticles } from './related/upsert-articles.js'
export { collectStatistics } from './similarity/collect-statistics.js'
export { emptyStatistics } from './similarity/empty-statistics.js'
export { mergeStatistics } from './similarity/merge-statistics.js'
export { type SimilarityOptions, similarity } from './similarity/similarity.js'
export { type VectorOptions, vectorize } from './similarity/vectorize.js'
export { extractThemes, type ThemeOptions } from './themes/extract-themes.js'
export { findNames } from './words/find-names.js'
export { withCor } from './words/with-cor.js'
export { detectLanguage, type LanguageOption, parseArticle }

/** Whether a text is in Danish: whether `detectLanguage` answers `da`. */
export function isDanish(languages: readonly Pick<Language, 'detector'>[], text: string): boolean {
  return detectLanguage(languages, text).language === 'da'
}

/**
 * The passages of a text by language: maximal runs, in order, covering all its prose.
 * @param input - a string is taken as it stands, and spans are offsets into it; of an article or a document they are
 *   offsets into `document.text`.
 */
export function detectLanguageSpans(languages: readonly Language[], input: ArticleInput): LanguageSpan[] {
  return detectSpans(languages, typeof input === 'string' ? input : parseArticle(languages, input))
}

/** The sentences of a text in order, without the white space around them. A line break ends a sentence. */
export function splitSentences(languages: readonly Language[], text: string, options: LanguageOption = {}): Span[] {
  return splitIntoSentences(chooseLanguage(languages, text, options), text)
}

/** The tokens of a text in order; white space belongs to none. */
export function tokenize(languages: readonly Language[], text: string, options: LanguageOption = {}): Token[] {
  return cutTokens(chooseLanguage(languages, text, options), text)
}

/**
 * The dictionary form of a word: `aviserne` → `avis`. Names, numbers and abbreviations come back as they are.
 * @throws RangeError when `options.language` is none of `languages`.
 */
export function lemmatize(languages: readonly Language[], word: string, options: LanguageOption = {}): string {
  return lemmaOf(requireLanguage('lemmatize', languages, word, options), word)
}

/**
 * The parts of a compound in order, linking letters with the part before; `[word]` when it is none. Joined they give
 * the word.
 * @throws RangeError when `options.language` is none of `languages`.
 */
export function splitCompound(languages: readonly Language[], word: string, options: LanguageOption = {}): string[] {
  return partsOf(requireLanguage('splitCompound', languages, word, options), word)
}
