import type { Adjustment, RelatedArticle } from '../model/related.js'
import type { Contribution } from '../similarity/fold-contributions.js'
import { roundScore } from '../similarity/round-score.js'
import { stableExp } from '../similarity/stable-math.js'
import { calibrateScore } from './calibrate-score.js'
import { CopyFilter } from './copy-filter.js'
import { explainSimilarity } from './explain-similarity.js'
import { type Eligibility, languageHelpings, makeEligibility } from './filter-candidates.js'
import { articleOf, findPlace, queryAt } from './find-place.js'
import type { IndexedArticle } from './indexed-article.js'
import { tagLikeness } from './mix-similarities.js'
import { parseDate } from './parse-date.js'
import { QueryAcross } from './query-across.js'
import { compareRows, type Ranked } from './ranking.js'
import type { IndexState, Query } from './related-index.js'
import type { CheckedOptions } from './related-options.js'
import { product } from './score-table.js'
import { weightUnit } from './weigh-terms.js'

/** An article that may be shown. */
interface Candidate {
  readonly query: Query
  /** The chance from the texts alone, 0–1, four decimals. */
  readonly textScore: number
  readonly recency: number
  /** Likeness to the nearest one listed, 0–1. */
  repetition: number
}

/** The list of related articles of a query; see `related`. */
export function selectRelated(state: IndexState, query: Query, options: CheckedOptions): RelatedArticle[] {
  return new Selection(state, query, options).list()
}

class Selection {
  private readonly eligible: Eligibility
  private readonly article: IndexedArticle
  private readonly level: number
  private readonly across: QueryAcross
  private readonly copies: CopyFilter
  private readonly now: number
  private readonly result: RelatedArticle[] = []
  private readonly listed: Query[] = []
  private readonly ids = new Set<string>()
  private readonly byAuthor = new Map<string, number>()

  constructor(
    private readonly state: IndexState,
    private readonly query: Query,
    private readonly options: CheckedOptions,
  ) {
    this.article = articleOf(query)
    this.level = query.weighed.levels[query.row]!
    this.eligible = makeEligibility(this.article, options)
    this.now = parseDate(options.now)
    this.across = new QueryAcross(state, query, options)
    this.copies = new CopyFilter(state)
  }

  list(): RelatedArticle[] {
    this.fill()
    // Copies of copies come to light when the first copy is met; then those listed before it go.
    while (this.listed.some((listed) => this.copies.isCopy(this.query, listed))) {
      this.result.length = 0
      this.listed.length = 0
      this.ids.clear()
      this.byAuthor.clear()
      this.fill()
    }
    return this.result
  }

  private fill(): void {
    this.addPins()
    for (const isWanted of languageHelpings(this.article, this.options.languages)) {
      if (this.isFull()) break
      this.addRanked(isWanted)
    }
    if (this.options.fallback === 'recent' && !this.isFull()) this.addRecent()
  }

  private isFull(): boolean {
    return this.result.length >= this.options.limit
  }

  private addPins(): void {
    for (const id of this.article.pins ?? []) {
      const place = this.isFull() || this.ids.has(id) ? undefined : findPlace(this.state, id)
      if (!place) continue
      const pin = queryAt(this.state, place)
      if (!this.isEligible(pin) || this.isRepeated(pin)) continue
      const similarity = this.across.similarity(pin)
      this.add(pin, 'pin', roundScore(calibrateScore(similarity, 1, this.level)), [])
    }
  }

  /** Greedy by score times what repetition leaves of it; exact, since a score only falls from where it starts. */
  private addRanked(isWanted: (language: string) => boolean): void {
    const waiting: Candidate[] = []
    const candidates = this.candidates(isWanted)
    let next = candidates.next().value
    while (!this.isFull()) {
      let best = strongest(waiting, this.options.diversity)
      while (next && (best < 0 || next.textScore > scoreOf(waiting[best]!, this.options.diversity))) {
        waiting.push(next)
        next = candidates.next().value
        best = strongest(waiting, this.options.diversity)
      }
      const candidate = waiting[best]
      if (!candidate || scoreOf(candidate, this.options.diversity) < this.options.minScore) break
      waiting.splice(best, 1)
      if (this.isRepeated(candidate.query) || !this.authorHasRoom(candidate.query)) continue
      this.add(candidate.query, 'text', candidate.textScore, adjustmentsOf(candidate, this.options.diversity))
      for (const other of waiting) other.repetition = Math.max(other.repetition, likeness(other.query, candidate.query))
    }
  }

  /** Eligible articles by falling similarity. With `minScore` 0 also those that share no word, newest first. */
  private *candidates(isWanted: (language: string) => boolean): Generator<Candidate, undefined> {
    let rank = 1
    for (const ranked of this.rankedRows(isWanted)) {
      const textScore = roundScore(calibrateScore(ranked.similarity, rank, this.level))
      if (textScore < this.options.minScore) break
      const query = queryAt(this.state, ranked)
      if (!isWanted(articleOf(query).language) || !this.isEligible(query)) continue
      rank++
      let repetition = 0
      for (const listed of this.listed) repetition = Math.max(repetition, likeness(query, listed))
      yield {
        query,
        textScore,
        recency: this.recencyOf(query),
        repetition,
      }
    }
    return undefined
  }

  private *rankedRows(isWanted: (language: string) => boolean): Generator<Ranked> {
    const met = new Set<number>()
    const ranking = this.across.rank(isWanted)
    for (let place = 0; ; place++) {
      const ranked = ranking.at(place)
      if (!ranked) break
      if (this.options.minScore === 0) met.add(ranked.segment * 2 ** 32 + ranked.row)
      yield ranked
    }
    if (this.options.minScore > 0) return
    for (const row of this.rowsByDate()) if (!met.has(row.segment * 2 ** 32 + row.row)) yield row
  }

  private rowsByDate(): Ranked[] {
    const rows: Ranked[] = []
    for (const [segment, removed] of this.state.removed.entries()) {
      for (let row = 0; row < removed.length; row++) if (!removed[row]) rows.push({ segment, row, similarity: 0 })
    }
    return rows.sort((a, b) => compareRows(this.state, a.segment, a.row, b.segment, b.row))
  }

  private addRecent(): void {
    const [isWanted] = languageHelpings(this.article, this.options.languages)
    for (const row of this.rowsByDate()) {
      if (this.isFull()) break
      const query = queryAt(this.state, row)
      if (!isWanted!(articleOf(query).language) || !this.isEligible(query)) continue
      if (!this.isRepeated(query) && this.authorHasRoom(query)) this.add(query, 'fallback', 0, [])
    }
  }

  private sharedTags(article: IndexedArticle): Contribution[] {
    const { tagWeight } = this.options
    if (tagWeight === 0) return []
    const { shared } = tagLikeness(this.state, this.article, article)
    return shared.map(({ label, contribution }) => ({ label, contribution: contribution * tagWeight }))
  }

  private isEligible(other: Query): boolean {
    const article = articleOf(other)
    if (this.ids.has(article.id)) return false
    return (
      this.eligible(article, other.weighed.rows.dates[other.row]!) &&
      !this.copies.isCopy(this.query, other) &&
      !this.isTranslation(other)
    )
  }

  private isTranslation(other: Query): boolean {
    return !this.options.keepTranslations && this.across.isTranslation(other)
  }

  private isRepeated(other: Query): boolean {
    return this.ids.has(articleOf(other).id) || this.listed.some((listed) => this.copies.isCopy(listed, other))
  }

  private authorHasRoom(other: Query): boolean {
    const { author } = articleOf(other)
    return (
      author === undefined || (this.byAuthor.get(author) ?? 0) < (this.options.maxPerAuthor ?? Number.POSITIVE_INFINITY)
    )
  }

  /** Half as much with each half-life; without a date, as one half-life old (by hand). */
  private recencyOf({ weighed, row }: Query): number {
    const { halfLifeDays } = this.options
    if (halfLifeDays === undefined) return 1
    const date = weighed.rows.dates[row]!
    const days = Number.isNaN(date) ? halfLifeDays : Math.max(0, (this.now - date) / 86400000)
    return roundScore(stableExp(Math.max(-600, (-Math.LN2 * days) / halfLifeDays)))
  }

  private add(
    query: Query,
    source: RelatedArticle['source'],
    textScore: number,
    adjustments: readonly Adjustment[],
  ): void {
    const article = articleOf(query)
    let score = textScore
    for (const { factor } of adjustments) score *= factor
    this.result.push({
      id: article.id,
      ...(article.title === undefined ? {} : { title: article.title }),
      language: article.language,
      score: roundScore(score),
      source,
      reasons:
        textScore > 0
          ? explainSimilarity(this.across.queryFor(article.language), query, textScore, this.sharedTags(article))
          : [],
      adjustments,
    })
    this.listed.push(query)
    this.ids.add(article.id)
    if (article.author !== undefined) this.byAuthor.set(article.author, (this.byAuthor.get(article.author) ?? 0) + 1)
  }
}

function strongest(candidates: readonly Candidate[], diversity: number): number {
  let best = -1
  let bestValue = -1
  for (const [place, candidate] of candidates.entries()) {
    const value = scoreOf(candidate, diversity)
    if (value > bestValue) {
      best = place
      bestValue = value
    }
  }
  return best
}

function scoreOf(candidate: Candidate, diversity: number): number {
  return roundScore(candidate.textScore * candidate.recency * repetitionFactor(candidate, diversity))
}

function repetitionFactor({ repetition }: Candidate, diversity: number): number {
  return roundScore(1 - diversity * repetition)
}

function adjustmentsOf(candidate: Candidate, diversity: number): Adjustment[] {
  const factor = repetitionFactor(candidate, diversity)
  return [
    ...(candidate.recency < 1 ? [{ kind: 'recency' as const, factor: candidate.recency }] : []),
    ...(factor < 1 ? [{ kind: 'diversity' as const, factor }] : []),
  ]
}

/** Cosine of two articles, 0–1. */
function likeness(a: Query, b: Query): number {
  return Math.min(1, product(a, b) / (weightUnit * weightUnit))
}
