import { parseArticle } from '../document/parse-article.js'
import type { ArticleInput } from '../model/article.js'
import type { Language } from '../model/language.js'
import type { ArchiveStatistics, LanguageStatistics } from '../model/statistics.js'
import { readWords } from '../words/read-words.js'
import { compareText } from './compare-text.js'
import { readTerms } from './read-terms.js'

/**
 * Counts over an archive: by the language of the article, how many articles hold each lemma. Pairs of words are not
 * counted (they would be most of the table). Shards counted apart and merged with `mergeStatistics` give the same bytes.
 * O(tokens); holds the counts in memory, never the articles.
 */
export function collectStatistics(languages: readonly Language[], inputs: Iterable<ArticleInput>): ArchiveStatistics {
  const byLanguage = new Map<string, { articles: number; counts: Map<string, number> }>()
  for (const input of inputs) {
    const document = parseArticle(languages, input)
    const language = document.language.language
    let kept = byLanguage.get(language)
    if (!kept) byLanguage.set(language, (kept = { articles: 0, counts: new Map() }))
    kept.articles++
    const keys = new Set(readTerms(languages, document).keys.filter((key) => !key.includes(' ')))
    // Names also under the key that themes know them by.
    for (const form of readWords(languages, document).forms) if (!form.isStopword) keys.add(form.key)
    for (const key of keys) kept.counts.set(key, (kept.counts.get(key) ?? 0) + 1)
  }
  const statistics: LanguageStatistics[] = []
  for (const [language, { articles, counts }] of byLanguage) {
    const terms = [...counts.keys()].sort(compareText)
    statistics.push({ language, articles, terms, counts: terms.map((term) => counts.get(term)!) })
  }
  return { languages: statistics.sort((a, b) => compareText(a.language, b.language)) }
}
