import type { IndexedArticle } from './indexed-article.js'
import { parseDate } from './parse-date.js'

import type { CheckedOptions } from './related-options.js'

/** Whether an article may be shown to a query at all, text aside. */
export type Eligibility = (article: IndexedArticle, date: number) => boolean

/** The caller's and the editors' filters for a query. */
export function makeEligibility(query: IndexedArticle, options: CheckedOptions): Eligibility {
  const { now, includeNewer = true, keepTranslations = false, where } = options
  const excluded = new Set([query.id, ...(query.excludes ?? []), ...(options.exclude ?? [])])
  const latest = Math.min(latestDate(now), includeNewer ? Number.POSITIVE_INFINITY : latestDate(query.publishedAt))
  return (article, date) => {
    if (excluded.has(article.id) || article.excludes?.includes(query.id)) return false
    if (article.status !== undefined && article.status !== 'published') return false
    if (date > latest) return false
    if (
      !keepTranslations &&
      query.translationGroup !== undefined &&
      article.translationGroup === query.translationGroup
    ) {
      return false
    }
    return where === undefined || where(article)
  }
}

function latestDate(text: string | undefined): number {
  const date = parseDate(text)
  return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date
}

/** Whether an article's language is wanted: in the first helping, or in the second that fills up. */
export function languageHelpings(
  query: IndexedArticle,
  languages: CheckedOptions['languages'],
): readonly ((language: string) => boolean)[] {
  const base = (language: string): string => language.split(/[-_]/)[0]!
  // A text too short to tell its language may go with any.
  if (languages === 'any' || (query.language === 'und' && !Array.isArray(languages))) return [() => true]
  if (Array.isArray(languages))
    return [(language) => languages.includes(language) || languages.includes(base(language))]
  const own = base(query.language)
  if (languages === 'same') return [(language) => base(language) === own]
  return [(language) => base(language) === own, (language) => base(language) !== own]
}
