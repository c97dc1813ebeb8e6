import { compareText } from '../similarity/compare-text.js'
import { idfWeight, termIdf } from '../similarity/term-idf.js'
import type { IndexedArticle, IndexState } from './related-index.js'
import type { CheckedOptions } from './related-options.js'
import type { Hits, Query } from './score-rows.js'
import { weightUnit } from './weigh-rows.js'

/**
 * The similarities of the texts, with what the caller adds to them: shared tags at `tagWeight`, embeddings at
 * `embedWeight`. Without those the hits come back as they are; with them, every live article is a hit.
 */
export function mixSimilarities(state: IndexState, query: Query, hits: Hits, options: CheckedOptions): Hits {
  const { embed, embedWeight, tagWeight } = options
  if (!(embed && embedWeight > 0) && tagWeight === 0) return hits
  const byText = state.segments.map(({ levels }) => new Int32Array(levels.length))
  for (let place = 0; place < hits.count; place++)
    byText[hits.segments[place]!]![hits.rows[place]!] = hits.scores[place]!
  const own = embed?.(query.entry.article.id)
  const unit = weightUnit * weightUnit
  const segments: number[] = []
  const rows: number[] = []
  const scores: number[] = []
  for (const [
    segment,
    {
      rows: { articles },
    },
  ] of state.segments.entries()) {
    for (const [row, article] of articles.entries()) {
      if (state.removed[segment]![row]) continue
      let score = byText[segment]![row]! / unit
      const other = own && embed?.(article.id)
      if (own && other) score = (1 - embedWeight) * score + embedWeight * Math.max(0, cosine(own, other))
      if (tagWeight > 0) score += tagWeight * tagLikeness(state, query.entry.article, article).sum
      segments.push(segment)
      rows.push(row)
      scores.push(Math.round(Math.min(1, score) * unit))
    }
  }
  return {
    count: rows.length,
    segments: Uint16Array.from(segments),
    rows: Uint32Array.from(rows),
    scores: Int32Array.from(scores),
  }
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
      for (const [row, article] of rows.articles.entries()) {
        if (state.removed[segment]![row]) continue
        articles++
        for (const tag of new Set(article.tags?.map(tagKey))) tags.set(tag, (tags.get(tag) ?? 0) + 1)
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
