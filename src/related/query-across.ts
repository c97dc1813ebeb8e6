import { translateQuery } from './bridge-terms.js'
import { articleOf } from './find-place.js'
import { findTranslation, type Translation } from './find-translation.js'
import { type RankedRows, rankFor } from './mix-similarities.js'
import { scoreAllRows } from './rank-rows.js'
import { type Ranked, sortRanked } from './ranking.js'
import type { IndexState, Query } from './related-index.js'
import type { CheckedOptions } from './related-options.js'
import { product, ScoreTable } from './score-table.js'
import { weightUnit } from './weigh-terms.js'

// by hand: across languages more weak terms decide, so more candidates are looked at; as many times the list's length
const candidateFactor = 4

// by hand: in an index of so many rows all are scored, at some milliseconds a query: nDCG@5 is higher by .01
const mostScored = 2000

// not fitted yet: chances across languages are those that a similarity has within one, and say too little
const acrossFactor = 1

/** A query as it is set against articles of each language: its own terms, or what a bridge calls them there. */
export class QueryAcross {
  private readonly translated = new Map<string, Query | undefined>()
  private readonly translations = new Map<string, Translation | undefined>()
  private own: RankedRows | undefined

  constructor(
    private readonly state: IndexState,
    private readonly query: Query,
    private readonly options: CheckedOptions,
  ) {}

  /** The query for articles of a language. */
  queryFor(language: string): Query {
    return this.translatedTo(language) ?? this.query
  }

  /** How like the query an article is, in units squared. */
  similarity(other: Query): number {
    const translated = this.translatedTo(articleOf(other).language)
    return translated ? acrossSimilarity(product(translated, other)) : product(this.query, other)
  }

  /** Rows of the wanted languages, and perhaps others, by falling similarity. */
  rank(isWanted: (language: string) => boolean): RankedRows {
    const bridged: RankedRows[] = []
    for (const language of [...this.state.statistics.articles.keys()].sort()) {
      const translated = isWanted(language) ? this.translatedTo(language) : undefined
      if (translated) bridged.push(this.rowsIn(this.rankTranslated(translated), language))
    }
    this.own ??= rankFor(this.state, this.query, this.options)
    return bridged.length === 0 ? this.own : new MergedRows([this.rowsIn(this.own), ...bridged])
  }

  /** Whether an article says the same as the query in another language. */
  isTranslation({ weighed, row }: Query): boolean {
    const { language } = weighed.rows.articles.at(row)
    if (!this.translatedTo(language)) return false
    if (!this.translations.has(language)) {
      this.translations.set(language, findTranslation(this.state, this.query, language, this.options.bridges))
    }
    const place = this.translations.get(language)?.place
    return place !== undefined && this.state.segments[place.segment] === weighed && place.row === row
  }

  private rankTranslated(translated: Query): RankedRows {
    const { embed, tagWeight, limit } = this.options
    let size = 0
    for (const { rows } of this.state.segments) size += rows.size
    if (size <= mostScored && !embed && tagWeight === 0) {
      return sortRanked(this.state, scoreAllRows(this.state, new ScoreTable(translated)))
    }
    return rankFor(this.state, translated, { ...this.options, limit: limit * candidateFactor })
  }

  private translatedTo(language: string): Query | undefined {
    if (!this.translated.has(language)) {
      this.translated.set(language, translateQuery(this.state, this.query, language, this.options.bridges))
    }
    return this.translated.get(language)
  }

  /** Of a ranking the rows of one language; or those of languages that no bridge leads to. */
  private rowsIn(ranking: RankedRows, language?: string): RankedRows {
    const { segments } = this.state
    const rows: Ranked[] = []
    let next = 0
    return {
      at: (place) => {
        while (rows.length <= place) {
          const ranked = ranking.at(next++)
          if (!ranked) return undefined
          const here = segments[ranked.segment]!.rows.articles.at(ranked.row).language
          if (language === undefined ? this.translatedTo(here) : here !== language) continue
          rows.push(language === undefined ? ranked : { ...ranked, similarity: acrossSimilarity(ranked.similarity) })
        }
        return rows[place]
      },
    }
  }
}

/** A similarity across languages as one within a language: lower, for no word is all that another is. */
function acrossSimilarity(similarity: number): number {
  return Math.min(weightUnit * weightUnit, Math.round(similarity * acrossFactor))
}

/** Rankings as one. */
class MergedRows implements RankedRows {
  private readonly merged: Ranked[] = []
  private readonly next: number[]

  constructor(private readonly rankings: readonly RankedRows[]) {
    this.next = rankings.map(() => 0)
  }

  at(place: number): Ranked | undefined {
    while (this.merged.length <= place) {
      let best = -1
      let found: Ranked | undefined
      for (const [index, ranking] of this.rankings.entries()) {
        const ranked = ranking.at(this.next[index]!)
        if (ranked && (!found || ranked.similarity > found.similarity)) {
          best = index
          found = ranked
        }
      }
      if (!found) return undefined
      this.next[best]!++
      this.merged.push(found)
    }
    return this.merged[place]
  }
}
