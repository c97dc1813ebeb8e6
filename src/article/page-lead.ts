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
