import { isNameLine } from './page-byline.js'
import { isDateLine, isTimeLine } from './page-date.js'
import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'
import type { ReadBlock } from './reading.js'

// by hand: how far above the first paragraph a title may stand
const reach = 30

/**
 * Index of the block that is the title of the article, or -1. Looks at the lines above the first paragraph, and at the
 * first of the article's own blocks.
 * @param first - index of the first block of the article
 * @param known - what the page's head says the title is, if it says so
 */
export function findTitle(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  first: number,
  known: string | undefined,
): number {
  let prose = first
  while (prose < facts.length && prose < first + 6 && counts.shapes[prose] !== 'prose') prose++
  let best = -1
  let bestScore = 0
  for (let at = Math.max(0, first - reach); at <= Math.min(prose, facts.length - 1); at++) {
    const score = titleScore(blocks, facts, counts, at, prose, known)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  return best
}

/** By hand: signs of a headline, in points; above zero it may be one. */
function titleScore(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  at: number,
  prose: number,
  known: string | undefined,
): number {
  const fact = facts[at]
  if (!fact || fact.key === '') return 0
  const { length, ending, text, opening, hits } = fact
  if (known !== undefined && keyOf(known) === fact.key) return 100 + (blocks[at]?.kind === 'heading' ? 1 : 0)
  if (length > 30 || isDateLine(text) || isTimeLine(text) || /[.:,;]$/u.test(text)) return 0
  if (hits.some(({ kind, where }) => where !== 'inside' && (kind === 'photo' || kind === 'byline'))) return 0
  let score = length <= 1 ? -2 : length === 2 ? 0 : length === 3 ? 1 : length <= 20 ? 2 : 0
  if (counts.kinds[at]?.length) score -= 4
  if (isNameLine(text)) score -= 2
  if (opening === 'lower' || opening === 'symbol') score -= 2
  if (ending === 'bracket') score -= 0.5
  if (/[|·•]|\s\/\s|\s[>›]\s/u.test(text)) score -= 2
  if (length > 1 && text === text.toUpperCase()) score -= 1
  if (fact.linked > 0.8) score -= 2
  const block = blocks[at]
  if (block?.kind === 'title' || (block?.kind === 'heading' && block.level === 1)) score += 5
  if ((counts.copies[at] ?? 1) > 1) score += 0.5
  for (let next = at + 1; next <= Math.min(at + 4, facts.length - 1); next++) {
    const other = facts[next]
    if (!other) continue
    const kinds = counts.kinds[next] ?? []
    if (isDateLine(other.text) || kinds.includes('byline')) score += 1.2
    else if (kinds.includes('photo') || (kinds.includes('share') && next > at)) score += 0.4
    else if (counts.shapes[next] === 'prose' || counts.shapes[next] === 'sentence') score += 0.8
    else if (isNameLine(other.text)) score += 0.5
  }
  for (let next = Math.max(0, at - 5); next < at; next++) {
    const other = facts[next]
    if (other && length >= 3 && other.key.length > fact.key.length && other.key.endsWith(fact.key)) score += 1
  }
  return score + 1 - 0.15 * Math.max(0, prose - at)
}

function keyOf(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:['.-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  )
    .slice(0, 40)
    .join(' ')
}

/** A title without the name of the site behind it: "Valgkamp i gang | Avisen" gives "Valgkamp i gang". */
export function withoutSiteName(title: string): string {
  const cut = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
    title.lastIndexOf(' :: '),
  )
  if (cut < 0) return title
  const behind = title.slice(cut + 3).trim()
  // by hand: sites have short names; what is longer belongs to the headline
  return title.slice(0, cut).trim().split(/\s+/).length >= 3 && behind.split(/\s+/).length <= 4
    ? title.slice(0, cut).trim()
    : title
}
