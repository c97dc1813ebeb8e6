import type { Bridge } from '../model/bridge.js'
import { translateQuery } from './bridge-terms.js'
import { articleOf, type Place, queryAt } from './find-place.js'
import { RowRanking } from './rank-rows.js'
import type { IndexState, Query } from './related-index.js'

/** The article of an index that says the same as another in another language. */
export interface Translation {
  readonly place: Place
  /** 0–1: the share of either's wording that the other has too, times how much nearer the two are than the next. */
  readonly likeness: number
}

// fitted: on the mates of the evaluation archives' dev halves; in archives where pages are translated .98 of them pass
const minAmongTranslations = 0.15

// fitted: as above; of the mixed archives' pages, which have no translation there, 1 of 100 passes
const minAlone = 0.8

// fitted: as above; .4–.9 of translated pages reach it, and 2 of 100 of the mixed archives'
const minSure = 0.5

// by hand: more than so many times nearer says no more
const mostLead = 4

// by hand: an archive translates its pages where at least so many of a sample are sure to be translated
const sampled = 64
const leastTranslated = 0.2

/**
 * The translation of an article into a language, if the index holds it: each of the two is the nearest to the other, and
 * they share enough of their wording; less is asked in an archive that has its articles in both languages.
 * Undefined where no bridge joins the languages. @remarks Two rankings; a hundred more at the first call for an index.
 */
export function findTranslation(
  state: IndexState,
  query: Query,
  language: string,
  bridges: readonly Bridge[] | undefined,
): Translation | undefined {
  const found = findMutual(state, query, language, bridges)
  if (!found || found.likeness < minAmongTranslations) return undefined
  if (found.likeness >= minAlone) return found
  return isTranslated(state, articleOf(query).language, language, bridges) ? found : undefined
}

/** The nearest article of a language, where this one is the nearest to it as well. */
function findMutual(
  state: IndexState,
  query: Query,
  language: string,
  bridges: readonly Bridge[] | undefined,
): Translation | undefined {
  const there = translateQuery(state, query, language, bridges)
  const best = there && nearest(state, there, language)
  if (!there || !best) return undefined
  const other = queryAt(state, best.place)
  const own = articleOf(query).language
  const back = translateQuery(state, other, own, bridges)
  if (!back) return undefined
  const common = share(there, other)
  const similarity = share(back, query)
  const rival = nearest(state, back, own, query)
  // A draft is no part of the index: then nothing there may be nearer.
  if (rival && rival.similarity > similarity.product) return undefined
  const lead = Math.min(mostLead, best.lead, rival ? similarity.product / rival.similarity : mostLead)
  const likeness = Math.min(1, lead * Math.min(common.covered, similarity.covered))
  return { place: best.place, likeness }
}

const translatedArchives = new WeakMap<IndexState, Map<string, boolean>>()

/** Whether an archive has many of its articles in both languages, told by a sample of the language it has least of. */
function isTranslated(state: IndexState, a: string, b: string, bridges: readonly Bridge[] | undefined): boolean {
  const sizes = state.statistics.articles
  const [from, to] = [a, b].sort((x, y) => (sizes.get(x) ?? 0) - (sizes.get(y) ?? 0) || (x < y ? -1 : 1)) as [
    string,
    string,
  ]
  let known = translatedArchives.get(state)
  if (!known) translatedArchives.set(state, (known = new Map()))
  const key = `${from} ${to}`
  let answer = known.get(key)
  if (answer === undefined) {
    const places = livePlaces(state, from)
    const step = Math.max(1, Math.floor(places.length / sampled))
    const sample = places.filter((_, place) => place % step === 0)
    let sure = 0
    for (const place of sample) {
      const found = findMutual(state, queryAt(state, place), to, bridges)
      if (found && found.likeness >= minSure) sure++
    }
    known.set(key, (answer = sure >= sample.length * leastTranslated && sure > 1))
  }
  return answer
}

/** Where the live articles of a language stand, in order of id within each segment. */
function livePlaces({ segments, removed }: IndexState, language: string): Place[] {
  return segments.flatMap(({ rows }, segment) =>
    Array.from({ length: rows.size }, (_, row) => ({ segment, row })).filter(
      ({ row }) => !removed[segment]![row] && rows.articles.at(row).language === language,
    ),
  )
}

/** The nearest live row of a language, but for one, and how much nearer it is than the next. */
function nearest(
  state: IndexState,
  query: Query,
  language: string,
  except?: Query,
): { place: Place; similarity: number; lead: number } | undefined {
  const ranking = new RowRanking(state, query, 2, false)
  let best: { place: Place; similarity: number } | undefined
  for (let at = 0; ; at++) {
    const ranked = ranking.at(at)
    if (!ranked) break
    const { segment, row, similarity } = ranked
    const weighed = state.segments[segment]!
    if (weighed.rows.articles.at(row).language !== language) continue
    if (except && weighed === except.weighed && row === except.row) continue
    if (best) return { ...best, lead: best.similarity / similarity }
    best = { place: { segment, row }, similarity }
  }
  return best && { ...best, lead: Number.POSITIVE_INFINITY }
}

/** The product of two vectors in units squared, and how much of the second's weight stands in terms of both, 0–1. */
function share(a: Query, b: Query): { product: number; covered: number } {
  const [rowsA, rowsB] = [a.weighed.rows, b.weighed.rows]
  const endA = rowsA.termStarts[a.row + 1]!
  let placeA = rowsA.termStarts[a.row]!
  let product = 0
  let covered = 0
  let all = 0
  for (let placeB = rowsB.termStarts[b.row]!; placeB < rowsB.termStarts[b.row + 1]!; placeB++) {
    const weight = b.weighed.codes[placeB]! ** 2
    all += weight
    while (placeA < endA && rowsA.terms[placeA]! < rowsB.terms[placeB]!) placeA++
    if (placeA === endA || rowsA.terms[placeA] !== rowsB.terms[placeB]) continue
    product += a.weighed.codes[placeA]! ** 2 * weight
    covered += weight
  }
  return { product, covered: all > 0 ? covered / all : 0 }
}
