import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'
import type { ReadBlock } from './reading.js'

/**
 * Index of the block that is the lead, or -1: what the page's head says it is, or a first paragraph that stands apart
 * (next to the title, or with byline, date or picture below it) and is not much longer than a lead is.
 */
export function findLead(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  kept: readonly boolean[],
  title: number,
  known: string | undefined,
): number {
  let at = title + 1
  while (at < facts.length && !kept[at]) at++
  const fact = facts[at]
  if (title < 0 || !fact || at > title + 12) return -1
  const kind = blocks[at]?.kind
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'lead') return -1
  if (kind === 'lead') return at
  const shape = counts.shapes[at]
  if (shape !== 'prose' && shape !== 'sentence' && shape !== 'middle') return -1
  if (known !== undefined && fact.text.startsWith(known.slice(0, 60))) return at
  const after = facts.slice(at + 1).filter((_, offset) => kept[at + 1 + offset]).length
  // by hand: leads of two sentences; a first paragraph of an article without lead is as long, but stands in the text
  if (fact.length > 60 || after < 3) return -1
  const next = counts.kinds[at + 1] ?? []
  const isApart = at === title + 1 || !kept[at + 1] || next.includes('byline') || next.includes('photo')
  return isApart ? at : -1
}

// by hand: what a lead may have above it, below the title: a line for a section, a date, a button
const reach = 2

/**
 * Index of a paragraph that stands under the title of a plain text and apart from the article, or -1: sites put byline
 * and date below the lead, so that it looks like what stands above an article.
 * @param first - index of the first block of the article
 */
export function findStandfirst(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  title: number,
  first: number,
): number {
  if (title < 0 || blocks[title]?.path) return -1
  for (let at = title + 1; at < Math.min(first, title + 1 + reach); at++) {
    const fact = facts[at]
    if (!fact) continue
    const shape = counts.shapes[at]
    const isText = shape === 'prose' || (shape === 'sentence' && fact.length >= 6 && fact.ending === 'stop')
    if (!isText || fact.isDate || fact.hits.some(({ where }) => where !== 'inside')) continue
    const below = facts.slice(at + 1, first)
    const hasByline = below.some(
      (line, offset) => line.isDate || line.isName || counts.kinds[at + 1 + offset]?.includes('byline'),
    )
    return hasByline ? at : -1
  }
  return -1
}
