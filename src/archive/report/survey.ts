import { median, rollup } from 'd3-array'
import type { DuplicateGroup } from '../../model/related.js'
import type { ThemeKind } from '../../model/theme.js'
import type { Summary } from './summarize.js'
import { binDates, type TimeBin } from './time-bins.js'

/** A theme over the archive. */
export interface ArchiveTheme {
  readonly key: string
  readonly label: string
  readonly kind: ThemeKind
  /** Articles that have it among their first. */
  readonly articles: number
  /** The same by time bin. */
  readonly byBin: readonly number[]
}

/** Two themes of the same articles. */
export interface ThemePair {
  readonly a: number
  readonly b: number
  readonly articles: number
  /** Articles with both, over the geometric mean of those with each: 0–1. */
  readonly weight: number
}

/** An archive as a report shows it. */
export interface Survey {
  readonly articles: number
  readonly drafts: number
  readonly words: number
  readonly languages: readonly { readonly language: string; readonly articles: number }[]
  readonly bins: readonly TimeBin[]
  /** By bin: articles in each of `languages`. */
  readonly articlesByBin: readonly (readonly number[])[]
  /** By bin: words of the median article; undefined where there is none. */
  readonly lengthByBin: readonly (number | undefined)[]
  /** Commonest first. */
  readonly themes: readonly ArchiveTheme[]
  /** Places in `themes`. */
  readonly pairs: readonly ThemePair[]
  /** Published articles that stand in no other article's list, newest first. */
  readonly unreached: readonly Summary[]
  /** Articles that stand in the most lists. */
  readonly reached: readonly { readonly article: Summary; readonly lists: number }[]
  readonly duplicates: readonly { readonly kind: DuplicateGroup['kind']; readonly articles: readonly Summary[] }[]
  readonly quotes: readonly { readonly article: Summary; readonly quote: NonNullable<Summary['quote']> }[]
  /** The oldest that an article of the last month leads to first; see `findEvergreen`. */
  readonly evergreen?: { readonly article: Summary; readonly by: Summary }
}

// by hand: what a page can show and a person take in
const shown = { themes: 60, pairs: 140, quotes: 12, reached: 15 }

/**
 * What a report says of an archive.
 * @param lists - the related list of each article, by id: ids, best first.
 */
export function surveyArchive(
  summaries: readonly Summary[],
  lists: ReadonlyMap<string, readonly string[]>,
  duplicates: readonly DuplicateGroup[],
): Survey {
  const byId = new Map(summaries.map((article) => [article.id, article]))
  const languages = [
    ...rollup(
      summaries,
      (group) => group.length,
      ({ language }) => language,
    ),
  ]
    .map(([language, articles]) => ({ language, articles }))
    .sort((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1))
  const { bins, binOf } = binDates(
    summaries.flatMap(({ publishedAt }) => (publishedAt === undefined ? [] : [publishedAt])),
  )
  const articlesByBin = bins.map(() => languages.map(() => 0))
  const lengths = bins.map((): number[] => [])
  for (const { publishedAt, language, words } of summaries) {
    const bin = publishedAt === undefined ? undefined : binOf(publishedAt)
    if (bin === undefined) continue
    articlesByBin[bin]![languages.findIndex((row) => row.language === language)]!++
    lengths[bin]!.push(words)
  }
  const themes = collectThemes(summaries, bins.length, binOf)
  const incoming = countIncoming(lists)
  const published = summaries.filter(({ isDraft }) => !isDraft)
  const evergreen = findEvergreen(published, lists, byId)
  return {
    articles: summaries.length,
    drafts: summaries.length - published.length,
    words: summaries.reduce((sum, { words }) => sum + words, 0),
    languages,
    bins,
    articlesByBin,
    lengthByBin: lengths.map((values) => median(values)),
    themes,
    pairs: pairThemes(summaries, themes.slice(0, shown.themes)),
    unreached: published.filter(({ id }) => !incoming.has(id)).sort(newestFirst),
    reached: [...incoming]
      .flatMap(([id, lists]) => (byId.has(id) ? [{ article: byId.get(id)!, lists }] : []))
      .sort((a, b) => b.lists - a.lists || (a.article.id < b.article.id ? -1 : 1))
      .slice(0, shown.reached),
    duplicates: duplicates.map(({ kind, ids }) => ({ kind, articles: ids.flatMap((id) => byId.get(id) ?? []) })),
    quotes: bestQuotes(published),
    ...(evergreen && { evergreen }),
  }
}

function collectThemes(
  summaries: readonly Summary[],
  binCount: number,
  binOf: (date: string) => number | undefined,
): ArchiveTheme[] {
  interface Count {
    articles: number
    readonly byBin: number[]
    readonly names: Map<string, number>
    readonly kinds: Map<ThemeKind, number>
  }
  const counts = new Map<string, Count>()
  for (const { themes, publishedAt } of summaries) {
    const bin = publishedAt === undefined ? undefined : binOf(publishedAt)
    for (const { key, label, kind } of themes) {
      let count = counts.get(key)
      if (!count)
        counts.set(key, (count = { articles: 0, byBin: Array(binCount).fill(0), names: new Map(), kinds: new Map() }))
      count.articles++
      if (bin !== undefined) count.byBin[bin]!++
      count.names.set(label, (count.names.get(label) ?? 0) + 1)
      count.kinds.set(kind, (count.kinds.get(kind) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([key, { articles, byBin, names, kinds }]) => ({
      key,
      label: commonest(names),
      kind: commonest(kinds),
      articles,
      byBin,
    }))
    .sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1))
}

function commonest<Value extends string>(counts: ReadonlyMap<Value, number>): Value {
  return [...counts].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  )[0]
}

function pairThemes(summaries: readonly Summary[], themes: readonly ArchiveTheme[]): ThemePair[] {
  const places = new Map(themes.map(({ key }, place) => [key, place]))
  const counts = new Map<number, number>()
  for (const summary of summaries) {
    const here = summary.themes.flatMap(({ key }) => places.get(key) ?? []).sort((a, b) => a - b)
    for (const [index, a] of here.entries()) {
      for (const b of here.slice(index + 1))
        counts.set(a * themes.length + b, (counts.get(a * themes.length + b) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, articles]) => articles >= 2)
    .map(([code, articles]) => {
      const [a, b] = [Math.floor(code / themes.length), code % themes.length]
      return { a, b, articles, weight: articles / Math.sqrt(themes[a]!.articles * themes[b]!.articles) }
    })
    .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)
    .slice(0, shown.pairs)
}

function countIncoming(lists: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists.values()) for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function bestQuotes(articles: readonly Summary[]): Survey['quotes'] {
  const seen = new Set<string>()
  return articles
    .flatMap((article) => (article.quote ? [{ article, quote: article.quote }] : []))
    .sort((a, b) => b.quote.score - a.quote.score || (a.article.id < b.article.id ? -1 : 1))
    .filter(({ quote }) => !seen.has(quote.text) && seen.add(quote.text))
    .slice(0, shown.quotes)
}

/** The oldest article that stands first in the list of one from the last 31 days of the archive. */
function findEvergreen(
  articles: readonly Summary[],
  lists: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, Summary>,
): Survey['evergreen'] {
  const times = articles.flatMap(({ publishedAt }) => timeOf(publishedAt) ?? [])
  const newest = times.reduce((last, time) => Math.max(last, time), Number.NEGATIVE_INFINITY)
  let oldest: { article: Summary; by: Summary; time: number } | undefined
  for (const by of articles) {
    const time = timeOf(by.publishedAt)
    if (time === undefined || newest - time > 31 * 86_400_000) continue
    const article = byId.get(lists.get(by.id)?.[0] ?? '')
    const then = timeOf(article?.publishedAt)
    if (article && then !== undefined && then < newest - 31 * 86_400_000 && !(oldest && oldest.time <= then)) {
      oldest = { article, by, time: then }
    }
  }
  return oldest && { article: oldest.article, by: oldest.by }
}

function timeOf(date: string | undefined): number | undefined {
  const time = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(time) ? undefined : time
}

function newestFirst(a: Summary, b: Summary): number {
  const [x = '', y = ''] = [a.publishedAt, b.publishedAt]
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? 1 : -1
}
