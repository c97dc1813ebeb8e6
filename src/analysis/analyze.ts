import { parseArticle } from '../document/parse-article.js'
import { detectLanguageSpans } from '../language/detect-language-spans.js'
import type { ArticleAnalysis } from '../model/analysis.js'
import type { ArticleInput } from '../model/article.js'
import type { Language } from '../model/language.js'
import type { ArchiveStatistics } from '../model/statistics.js'
import { data, version } from '../packed/model-info.js'
import { extractPullQuotes, type PullQuoteOptions } from '../quotes/extract-pull-quotes.js'
import { extractThemes, type ThemeOptions } from '../themes/extract-themes.js'
import { readWords } from '../words/read-words.js'
import { measureText } from './measure-text.js'

/** What `analyze` hands on to the functions it is made of. */
export interface AnalyzeOptions {
  readonly themes?: ThemeOptions
  readonly pullQuotes?: PullQuoteOptions
  /** Statistics of the caller's archive; replace the built-in background of the themes. */
  readonly background?: ArchiveStatistics
}

/**
 * Everything klartekst says about one article: language, passages, themes, pull quotes, size.
 *
 * The composition of the single functions over one `Document`: each gives the same alone.
 * @param input - a string, an article, or a document already parsed; spans count UTF-16 units of `document.text`, which
 *   is `parseArticle(input).text`.
 * @returns plain JSON. Empty, short or foreign text gives `und`, empty lists and zeros, never an error.
 * @throws TypeError when `input` is none of the three.
 * @remarks O(length of the article). Deterministic: same input, version and data give the same bytes.
 */
export function analyze(
  languages: readonly Language[],
  input: ArticleInput,
  options: AnalyzeOptions = {},
): ArticleAnalysis {
  const document = parseArticle(languages, input)
  const { background } = options
  return {
    ...(document.id !== undefined && { id: document.id }),
    ...(document.title !== undefined && { title: document.title }),
    language: document.language,
    languageSpans: detectLanguageSpans(languages, document),
    themes: extractThemes(languages, document, { ...(background && { background }), ...options.themes }),
    pullQuotes: extractPullQuotes(languages, document, options.pullQuotes),
    statistics: measureText(document, readWords(languages, document)),
    model: { name: 'klartekst', version, data },
  }
}
