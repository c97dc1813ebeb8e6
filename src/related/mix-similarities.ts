import { compareText } from '../similarity/compare-text.js'
import { idfWeight, termIdf } from '../similarity/term-idf.js'
import { articleOf } from './find-place.js'
import type { IndexedArticle } from './indexed-article.js'
import { RowRanking } from './rank-rows.js'
import { type Ranked, sortRanked } from './ranking.js'
import type { IndexState, Query } from './related-index.js'
import type { CheckedOptions } from './related-options.js'
import { ScoreTable } from './score-table.js'
import { weightUnit } from './weigh-terms.js'

/** Rows by falling similarity, as far as somebody asks. */
export interface RankedRows {
  /** The row at a place, 0 first; undefined past the last. */
  at(place: number): Ranked | undefined
}

/** What an article is set against: the texts' likeness, with what the caller adds by tags and embeddings. */
export function rankFor(state: IndexState, query: Query, options: CheckedOptions): RankedRows {
  const { embed, embedWeight, tagWeight, limit, minScore } = options
  if ((embed && embedWeight > 0) || tagWeight > 0) return mixSimilarities(state, query, options)
  return new RowRanking(state, query, limit, minScore === 0)
}

/** The similarities of the texts with shared tags at `tagWeight` and embeddings at `embedWeight`, for every live article. */
function mixSimilarities(state: IndexState, query: Query, { embed, embedWeight, tagWeight }: CheckedOptions): Ranked[] {
  const table = new ScoreTable(query)
  const article = articleOf(query)
  const own = embed?.(article.id)
  const unit = weightUnit * weightUnit
  const ranked: Ranked[] = []
  for (const [segment, weighed] of state.segments.entries()) {
    for (let row = 0; row < weighed.rows.size; row++) {
      if (state.removed[segment]![row]) continue
      const candidate = weighed.rows.articles.at(row)
      let score = table.score(weighed, row) / unit
      const other = own && embed?.(candidate.id)
      if (own && other) score = (1 - embedWeight) * score + embedWeight * Math.max(0, cosine(own, other))
      if (tagWeight > 0) score += tagWeight * tagLikeness(state, article, candidate).sum
      ranked.push({ segment, row, similarity: Math.round(Math.min(1, score) * unit) })
    }
  }
  return sortRanked(state, ranked)
}

/** The cosine of two articles' tags, rare ones counting more, 0–1; and what each shared tag adds. */
export function tagLikeness(
  state: IndexState,
  a: IndexedArticle,
  b: IndexedArticle,
): { sum: number; shared: { label: string; contribution: number }[] } {
  if (!a.tags?.length || !b.tags?.length) return { sum: 0, shared: [] }
  const counts = countTags(state)
  const weigh = (tag: string): number => idfWeight(termIdf(counts.articles, counts.tags.get(tag) ?? 1, 16)) ** 2
  const tagsA = new Set(a.tags.map(tagKey))
  const tagsB = new Set(b.tags.map(tagKey))
  let sizeA = 0
  let sizeB = 0
  for (const tag of tagsA) sizeA += weigh(tag)
  for (const tag of tagsB) sizeB += weigh(tag)
  const norm = Math.sqrt(sizeA * sizeB)
  const shared = [...tagsA]
    .filter((tag) => tagsB.has(tag) && norm > 0)
    .map((tag) => ({ label: a.tags!.find((label) => tagKey(label) === tag)!, contribution: weigh(tag) / norm }))
    .sort((x, y) => y.contribution - x.contribution || compareText(x.label, y.label))
  let sum = 0
  for (const { contribution } of shared) sum += contribution
  return { sum: Math.min(1, sum), shared }
}

/** What makes a tag one with its other spellings. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').trim().toLowerCase()
}

const tagCounts = new WeakMap<IndexState, { articles: number; tags: ReadonlyMap<string, number> }>()

/** How many live articles have each tag. */
export function countTags(state: IndexState): { articles: number; tags: ReadonlyMap<string, number> } {
  let counts = tagCounts.get(state)
  if (!counts) {
    const tags = new Map<string, number>()
    let articles = 0
    for (const [segment, { rows }] of state.segments.entries()) {
      for (let row = 0; row < rows.size; row++) {
        if (state.removed[segment]![row]) continue
        articles++
        for (const tag of new Set(rows.articles.at(row).tags?.map(tagKey))) tags.set(tag, (tags.get(tag) ?? 0) + 1)
      }
    }
    tagCounts.set(state, (counts = { articles, tags }))
  }
  return counts
}

function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) {
    throw new RangeError(`related: \`embed\` gave vectors of ${a.length} and of ${b.length} numbers; wanted one length`)
  }
  let dot = 0
  let sizeA = 0
  let sizeB = 0
  for (let place = 0; place < a.length; place++) {
    dot += a[place]! * b[place]!
    sizeA += a[place]! * a[place]!
    sizeB += b[place]! * b[place]!
  }
  return sizeA > 0 && sizeB > 0 ? dot / Math.sqrt(sizeA * sizeB) : 0
}
