import type { Teaser } from '../model/document.js'
import type { FurnitureHit } from './furniture/match-furniture.js'
import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'

/** Kinds of furniture that end a list of other articles. */
const closing: ReadonlySet<string> = new Set(['newsletter', 'footer', 'cookie', 'comment', 'paywall', 'tags', 'share'])

/** Teasers found among what was removed, and the blocks they were found in. */
export interface FoundTeasers {
  readonly teasers: readonly Teaser[]
  readonly blocks: ReadonlySet<number>
}

/**
 * Links to other articles among the blocks that are not this one: "Læs også: …", "Forrige artikel … Næste artikel …",
 * titles that stand twice, and the lists under "Mest læste" and the like. A sentence behind a title is its summary.
 * @param removed - which blocks are no part of the article
 * @remarks O(blocks).
 */
export function findTeasers(
  facts: readonly BlockFacts[],
  counts: PageCounts,
  removed: readonly boolean[],
): FoundTeasers {
  const teasers: Teaser[] = []
  const blocks = new Set<number>()
  let isListed = false
  for (let at = 0; at < facts.length; at++) {
    const fact = facts[at]
    if (!fact || !removed[at]) {
      isListed = false
      continue
    }
    const named = namedTitles(fact)
    if (named.length > 0) {
      for (const title of named) teasers.push({ title })
      blocks.add(at)
      continue
    }
    const kinds = counts.kinds[at] ?? []
    if (isListHead(fact)) {
      isListed = true
      blocks.add(at)
      continue
    }
    if (kinds.some((kind) => closing.has(kind))) isListed = false
    if (!isTitleLine(fact, counts, at)) continue
    const isTwice = removed[at + 1] === true && facts[at + 1]?.key === fact.key
    const next = at + (isTwice ? 2 : 1)
    const summary = removed[next] ? summaryAt(facts, next) : undefined
    if (!isTwice && !isListed && !(summary && isPairAt(facts, counts, removed, next + 1))) {
      if (!isArrowed(fact.text)) continue
    }
    const title = bareTitle(fact.text)
    teasers.push(summary ? { title, summary } : { title })
    blocks.add(at)
    if (isTwice) blocks.add(at + 1)
    if (summary) {
      blocks.add(next)
      // titles with a summary come in rows, under a heading that no list may know
      isListed = true
    }
    at = next - (summary ? 0 : 1)
  }
  return { teasers, blocks }
}

/** The titles that a line names itself: "Læs også: X", "Forrige artikel X Næste artikel Y". */
export function namedTitles(fact: BlockFacts): string[] {
  const titles: string[] = []
  const hits = fact.hits.filter(({ kind, where }) => isNeighbour(kind) || (kind === 'read-also' && where === 'start'))
  const spans = longestHits(hits)
  for (const [order, hit] of spans.entries()) {
    const next = spans[order + 1]
    const until = next ? startOf(fact, next) : fact.text.length
    const title = bareTitle(fact.text.slice(hit.end, until))
    if (title.split(/\s+/).length >= 2) titles.push(title)
  }
  return titles
}

function isNeighbour(kind: string): boolean {
  return kind === 'previous' || kind === 'next'
}

/** Hits in the order of the line, the longest where several begin alike, neighbours only where the line begins with one. */
function longestHits(hits: readonly FurnitureHit[]): FurnitureHit[] {
  const first = hits.filter(({ where }) => where !== 'inside')
  if (first.length === 0) return []
  const head = first.reduce((longest, hit) => (hit.end > longest.end ? hit : longest))
  if (!isNeighbour(head.kind)) return [head]
  const others = hits.filter(
    ({ kind, where, end }) => where === 'inside' && isNeighbour(kind) && kind !== head.kind && end > head.end,
  )
  return others[0] ? [head, others[0]] : [head]
}

/** Where the phrase of a hit begins: at the word that opens it, counted back from its end. */
function startOf(fact: BlockFacts, hit: FurnitureHit): number {
  const last = fact.words.findIndex(({ end }) => end === hit.end)
  const length = hit.words
  return fact.words[last - length + 1]?.start ?? hit.end
}

function isListHead({ hits, length }: BlockFacts): boolean {
  return (
    length <= 8 && hits.some(({ kind, where }) => where !== 'inside' && (kind === 'related' || kind === 'read-also'))
  )
}

function isTitleLine(fact: BlockFacts, counts: PageCounts, at: number): boolean {
  const { length, ending, text, opening, isDate, isTime } = fact
  if (length < 2 || length > 25 || isDate || isTime) return false
  if (ending === 'colon' || ending === 'comma' || text.endsWith('.') || opening === 'lower') return false
  if (length <= 3 && text === text.toUpperCase()) return false
  return (counts.kinds[at] ?? []).every((kind) => kind === 'date')
}

function summaryAt(facts: readonly BlockFacts[], at: number): string | undefined {
  const fact = facts[at]
  return fact &&
    fact.length >= 6 &&
    fact.length <= 90 &&
    (fact.ending === 'stop' || fact.length >= 12) &&
    fact.text.length > 40
    ? fact.text
    : undefined
}

/** Whether a title and its summary stand here too: two such pairs in a row are a list. */
function isPairAt(facts: readonly BlockFacts[], counts: PageCounts, removed: readonly boolean[], at: number): boolean {
  const fact = facts[at]
  return (
    fact !== undefined &&
    removed[at] === true &&
    isTitleLine(fact, counts, at) &&
    summaryAt(facts, at + 1) !== undefined
  )
}

function isArrowed(text: string): boolean {
  return /^[»>→›▸▶]\s/u.test(text) && !text.includes('«')
}

/** A title without its number in a list, bullet, arrow or colon. */
function bareTitle(text: string): string {
  return text
    .trim()
    .replace(/^[\s:–—-]+/u, '')
    .replace(/^(?:\d{1,2}[.)]\s+|[»>→›▸▶•·]\s+)/u, '')
    .replace(/\s+[»>→›←«|]+$/u, '')
    .trim()
}
