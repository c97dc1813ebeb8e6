import type { ArchiveStatistics, LanguageStatistics } from '../model/statistics.js'
import { compareText } from './compare-text.js'

/** The statistics of two shards together. Commutative, associative, `emptyStatistics` neutral. O(terms). */
export function mergeStatistics(a: ArchiveStatistics, b: ArchiveStatistics): ArchiveStatistics {
  return { languages: mergeSorted(a.languages, b.languages, (statistics) => statistics.language, mergeLanguage) }
}

function mergeLanguage(a: LanguageStatistics, b: LanguageStatistics): LanguageStatistics {
  const terms: string[] = []
  const counts: number[] = []
  let left = 0
  let right = 0
  while (left < a.terms.length || right < b.terms.length) {
    const order =
      left >= a.terms.length ? 1 : right >= b.terms.length ? -1 : compareText(a.terms[left]!, b.terms[right]!)
    terms.push(order <= 0 ? a.terms[left]! : b.terms[right]!)
    counts.push((order <= 0 ? a.counts[left]! : 0) + (order >= 0 ? b.counts[right]! : 0))
    if (order <= 0) left++
    if (order >= 0) right++
  }
  return { language: a.language, articles: a.articles + b.articles, terms, counts }
}

function mergeSorted<T>(
  a: readonly T[],
  b: readonly T[],
  key: (item: T) => string,
  join: (first: T, second: T) => T,
): T[] {
  const merged: T[] = []
  let left = 0
  let right = 0
  while (left < a.length || right < b.length) {
    const order = left >= a.length ? 1 : right >= b.length ? -1 : compareText(key(a[left]!), key(b[right]!))
    if (order === 0) merged.push(join(a[left++]!, b[right++]!))
    else merged.push(order < 0 ? a[left++]! : b[right++]!)
  }
  return merged
}
