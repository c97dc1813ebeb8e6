import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Reason } from '../model/reason.js'
import { compareText } from '../similarity/compare-text.js'
import { roundScore } from '../similarity/round-score.js'
import { calibrateScore } from './calibrate-score.js'
import { articleOf, queryAt, readQuery } from './find-place.js'
import { countTags, tagKey } from './mix-similarities.js'
import { RowRanking } from './rank-rows.js'
import { type IndexState, openIndex, type Query, type RelatedIndex } from './related-index.js'
import { textAt } from './text-list.js'

/** A tag that the archive already uses and that fits an article. */
export interface TagSuggestion {
  /** As the archive writes it most often. */
  readonly tag: string
  /** 0–1, four decimals; orders one list. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** Which tags `suggestTags` returns. */
export interface TagOptions {
  /** Default 5. */
  readonly limit?: number
  /** Default 0.1: an empty list is a right answer. */
  readonly minScore?: number
}

// by hand: as many neighbours as say something of an article's subject
const neighbours = 20

// by hand: an article that says the tag in so many words is as good as a near neighbour that has it
const namedWeight = 0.5

/**
 * Tags for an article out of those the archive uses, best first; those it has already are left out. A tag is carried by
 * its like (how alike the articles that have it are) and by standing in the article itself; the commoner in the
 * archive, the less that says, so that "Nyheder" does not win everywhere.
 */
export function suggestTags(
  languages: readonly Language[],
  index: RelatedIndex,
  idOrArticle: string | Article | Document,
  options: TagOptions = {},
): TagSuggestion[] {
  const state = openIndex(index, 'suggestTags')
  const query = readQuery(languages, state, idOrArticle, 'suggestTags')
  const { limit = 5, minScore = 0.1 } = options
  const carried = carryTags(state, query)
  const named = namedTags(state, query)
  const own = new Set(articleOf(query).tags?.map(tagKey))
  const { articles, tags } = countTags(state)
  const labels = tagLabels(state)
  const suggestions: TagSuggestion[] = []
  for (const [tag, count] of tags) {
    if (own.has(tag)) continue
    const neighbourShare = (carried.get(tag) ?? 0) * (1 - count / articles)
    const inText = named.has(tag) ? namedWeight * (1 - count / articles) : 0
    const score = roundScore(1 - (1 - neighbourShare) * (1 - inText))
    if (score <= 0 || score < minScore) continue
    const reasons = [
      { feature: 'neighbours', contribution: roundScore(score - inText * (score > inText ? 1 : 0)) },
      { feature: 'named', contribution: roundScore(Math.min(inText, score)) },
    ].filter(({ contribution }) => contribution > 0)
    suggestions.push({ tag: labels.get(tag)!, score, reasons })
  }
  return suggestions.sort((a, b) => b.score - a.score || compareText(a.tag, b.tag)).slice(0, limit)
}

/** By tag: the share of the nearest articles, each by its chance to belong with this one, that have it. */
function carryTags(state: IndexState, query: Query): Map<string, number> {
  const ranking = new RowRanking(state, query, neighbours, true)
  const { id } = articleOf(query)
  const level = query.weighed.levels[query.row]!
  const sums = new Map<string, number>()
  let all = 0
  let seen = 0
  for (let place = 0; seen < neighbours; place++) {
    const hit = ranking.at(place)
    if (!hit) break
    const article = articleOf(queryAt(state, hit))
    if (article.id === id || !article.tags?.length) continue
    seen++
    const weight = calibrateScore(hit.similarity, 1, level)
    all += weight
    for (const tag of new Set(article.tags.map(tagKey))) sums.set(tag, (sums.get(tag) ?? 0) + weight)
  }
  // by hand: one doubtful neighbour alone is no evidence, so half a neighbour without tags always stands beside
  for (const [tag, sum] of sums) sums.set(tag, sum / (all + 0.5))
  return sums
}

/** Tags that stand among the article's strongest words, as printed there. */
function namedTags(state: IndexState, query: Query): Set<string> {
  const { labels, labelStarts } = query.weighed.rows
  const printed = new Set<string>()
  for (let label = labelStarts[query.row]!; label < labelStarts[query.row + 1]!; label++) {
    printed.add(tagKey(textAt(labels, label)))
  }
  return new Set([...countTags(state).tags.keys()].filter((tag) => printed.has(tag)))
}

/** The commonest spelling of each tag. */
function tagLabels(state: IndexState): Map<string, string> {
  const spellings = new Map<string, number>()
  for (const [segment, { rows }] of state.segments.entries()) {
    for (let row = 0; row < rows.size; row++) {
      if (state.removed[segment]![row]) continue
      for (const tag of rows.articles.at(row).tags ?? []) spellings.set(tag, (spellings.get(tag) ?? 0) + 1)
    }
  }
  const sorted = [...spellings].sort((a, b) => a[1] - b[1] || compareText(b[0], a[0]))
  return new Map(sorted.map(([tag]) => [tagKey(tag), tag]))
}
