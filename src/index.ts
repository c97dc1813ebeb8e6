/**
 * klartekst reads Danish and English articles: language, pull quotes, key themes, related articles.
 *
 * Every function of `klartekst/core`, bound to Danish and English; what each takes, gives and throws is told there.
 */
import * as core from './core.js'
import { da } from './da.js'
import { daEn } from './da-en.js'
import { en } from './en.js'
import type {
  ArchiveStatistics,
  Article,
  ArticleAnalysis,
  ArticleInput,
  Bridge,
  Document,
  DuplicateGroup,
  Language,
  LanguageDetection,
  LanguageSpan,
  Name,
  PullQuote,
  RelatedArticle,
  Similarity,
  Span,
  TermVector,
  Theme,
  Token,
} from './model/index.js'
import { detector } from './packed/detector.js'

export type {
  AnalyzeOptions,
  DetectOptions,
  DuplicateOptions,
  Explainable,
  ExplainOptions,
  IndexChange,
  IndexInfo,
  LanguageOption,
  PullQuoteOptions,
  RelatedIndex,
  RelatedOptions,
  SimilarityOptions,
  TagOptions,
  TagSuggestion,
  ThemeOptions,
  VectorOptions,
} from './core.js'
export { KlartekstError } from './klartekst-error.js'
export type * from './model/index.js'
export { emptyStatistics } from './similarity/empty-statistics.js'

/** Asked for at each call, not at import: on Node the tables are not even read before somebody needs them. */
const languages = (): readonly Language[] => [da, en]
/** What joins the two, for the functions that compare articles. */
const bridges = (): { bridges: readonly Bridge[] } => ({ bridges: [daEn] })
/** The detector alone, so that who only detects ships no other table. */
const detectors = (): readonly Pick<Language, 'detector'>[] => [{ detector }]

/** Which language a text is in, with calibrated confidence. */
export function detectLanguage(text: string, options?: core.DetectOptions): LanguageDetection {
  return core.detectLanguage(detectors(), text, options)
}

/** Whether a text is in Danish. */
export function isDanish(text: string): boolean {
  return core.isDanish(detectors(), text)
}

/** The passages of a text or an article by language. */
export function detectLanguageSpans(input: ArticleInput): LanguageSpan[] {
  return core.detectLanguageSpans(languages(), input)
}

/** An article read: its prose and blocks, its language, its sentences, what the editor marked. */
export function parseArticle(input: ArticleInput): Document {
  return core.parseArticle(languages(), input)
}

/** The sentences of a text, in order. */
export function splitSentences(text: string, options?: core.LanguageOption): Span[] {
  return core.splitSentences(languages(), text, options)
}

/** The tokens of a text, in order. */
export function tokenize(text: string, options?: core.LanguageOption): Token[] {
  return core.tokenize(languages(), text, options)
}

/** The dictionary form of a word. */
export function lemmatize(word: string, options?: core.LanguageOption): string {
  return core.lemmatize(languages(), word, options)
}

/** The parts of a compound, in order. */
export function splitCompound(word: string, options?: core.LanguageOption): string[] {
  return core.splitCompound(languages(), word, options)
}

/** The names in a text. */
export function findNames(text: string, options?: core.LanguageOption): Name[] {
  return core.findNames(languages(), text, options)
}

/** The themes of an article, strongest first. */
export function extractThemes(input: ArticleInput, options?: core.ThemeOptions): Theme[] {
  return core.extractThemes(languages(), input, options)
}

/** The editor's pull quotes of an article, and lines that could be. */
export function extractPullQuotes(input: ArticleInput, options?: core.PullQuoteOptions): PullQuote[] {
  return core.extractPullQuotes(languages(), input, options)
}

/** How alike two articles are, and the themes they share. */
export function similarity(a: ArticleInput, b: ArticleInput, options?: core.SimilarityOptions): Similarity {
  return core.similarity(languages(), a, b, { ...bridges(), ...options })
}

/** An article as a point, for users' own engines. */
export function vectorize(input: ArticleInput, options?: core.VectorOptions): TermVector {
  return core.vectorize(languages(), input, options)
}

/** Everything klartekst says about one article. */
export function analyze(input: ArticleInput, options?: core.AnalyzeOptions): ArticleAnalysis {
  return core.analyze(languages(), input, options)
}

/** One sentence for an editor on why a result stands where it stands. */
export function explain(result: core.Explainable, options?: core.ExplainOptions): string {
  return core.explain(languages(), result, options)
}

/** Counts over an archive, for `background`. */
export function collectStatistics(inputs: Iterable<ArticleInput>): ArchiveStatistics {
  return core.collectStatistics(languages(), inputs)
}

/** An index over an archive: an immutable value. */
export function buildRelatedIndex(articles: Iterable<Article | Document>): core.RelatedIndex {
  return core.buildRelatedIndex(languages(), articles)
}

/** The articles that belong with one of the archive, or with a draft. */
export function related(
  index: core.RelatedIndex,
  idOrArticle: string | Article | Document,
  options?: core.RelatedOptions,
): RelatedArticle[] {
  return core.related(languages(), index, idOrArticle, { ...bridges(), ...options })
}

/** The related articles of each article of the archive, in order of id. */
export function relatedAll(
  index: core.RelatedIndex,
  options?: core.RelatedOptions,
): Generator<{ id: string; related: RelatedArticle[] }, undefined> {
  return core.relatedAll(index, { ...bridges(), ...options })
}

/** Groups of articles with the same text, or translations of each other. */
export function findDuplicates(index: core.RelatedIndex, options?: core.DuplicateOptions): DuplicateGroup[] {
  return core.findDuplicates(index, { ...bridges(), ...options })
}

/** Where a passage of `document.text` stands in the input body. */
export function sourceSpans(document: Document, span: Span): Span[] {
  return core.sourceSpans(document, span)
}

/** The counts of two archives as those of one. */
export function mergeStatistics(a: ArchiveStatistics, b: ArchiveStatistics): ArchiveStatistics {
  return core.mergeStatistics(a, b)
}

/** The index with articles added or replaced, and the ids whose related lists may have changed. */
export function upsertArticles(index: core.RelatedIndex, articles: Iterable<Article | Document>): core.IndexChange {
  return core.upsertArticles(languages(), index, articles)
}

/** The index without some articles, and the ids whose related lists may have changed. */
export function removeArticles(index: core.RelatedIndex, ids: Iterable<string>): core.IndexChange {
  return core.removeArticles(index, ids)
}

/** The indexes of shards as one. */
export function mergeIndexes(...indexes: readonly core.RelatedIndex[]): core.RelatedIndex {
  return core.mergeIndexes(...indexes)
}

/** How large an index is, and how far the archive has moved from the statistics it was weighed with. */
export function indexInfo(index: core.RelatedIndex): core.IndexInfo {
  return core.indexInfo(index)
}

/** The same articles weighed anew, without their texts. */
export function reweighIndex(index: core.RelatedIndex): core.RelatedIndex {
  return core.reweighIndex(index)
}

/** Tags for an article, from those already used in the archive. */
export function suggestTags(
  index: core.RelatedIndex,
  idOrArticle: string | Article | Document,
  options?: core.TagOptions,
): core.TagSuggestion[] {
  return core.suggestTags(languages(), index, idOrArticle, options)
}

/** An index as bytes: versioned, checksummed. */
export function saveIndex(index: core.RelatedIndex): Uint8Array {
  return core.saveIndex(index)
}

/** An index from the bytes that `saveIndex` made. */
export function loadIndex(bytes: Uint8Array): core.RelatedIndex {
  return core.loadIndex(bytes)
}
