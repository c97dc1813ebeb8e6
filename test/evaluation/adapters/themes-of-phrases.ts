/** Themes whose candidates are compromise's noun phrases, handed to us as a vocabulary. */
import { findNounPhrases } from '../../../src/adapters/compromise.js'
import { da } from '../../../src/da.js'
import { parseArticle } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import type { Theme } from '../../../src/model/theme.js'
import { extractThemes as extract, type ThemeOptions } from '../../../src/themes/extract-themes.js'

export function extractThemes(input: Article, options: ThemeOptions): Theme[] {
  const document = parseArticle([da, en], input)
  const phrases = findNounPhrases(document.text).map(({ start, end }) => document.text.slice(start, end))
  const vocabulary = [...new Set(phrases.filter((phrase) => phrase.split(/\s+/).length <= 4))]
  return extract([da, en], document, { ...options, vocabulary })
}
