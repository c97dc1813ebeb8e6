import { readNames } from './page-byline.js'
import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'
import type { ReadBlock } from './reading.js'

// by hand: how far above the first paragraph a title may stand
const reach = 30

// by hand: how far above the first paragraph a first-level heading may stand
const headingReach = 200
// by hand: blocks of the article whose words a title is expected to share
const sampled = 30

/**
 * Index of the block that is the title of the article, or -1. Looks at the lines above the first paragraph, and at the
 * first of the article's own blocks.
 * @param first - index of the first block of the article
 * @param known - what the article, or the page's head, says the title is, the surest first
 */
export function findTitle(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  first: number,
  known: readonly string[],
): number {
  let prose = first
  while (prose < facts.length && prose < first + 6 && counts.shapes[prose] !== 'prose') prose++
  const surroundings: Surroundings = {
    blocks,
    facts,
    counts,
    first,
    prose,
    known: known.map(keyOf).filter((key) => key !== ''),
    vocabulary: vocabularyOf(facts, counts, first),
  }
  let best = -1
  let bestScore = 0
  for (let at = Math.max(0, first - headingReach); at <= Math.min(prose, facts.length - 1); at++) {
    if (at < first - reach && !isFirstHeading(blocks[at])) continue
    const score = titleScore(surroundings, at)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  return best
}

interface Surroundings {
  readonly blocks: readonly ReadBlock[]
  readonly facts: readonly BlockFacts[]
  readonly counts: PageCounts
  readonly first: number
  /** Index of the first prose of the article. */
  readonly prose: number
  readonly known: readonly string[]
  readonly vocabulary: ReadonlySet<string>
}

function isFirstHeading(block: ReadBlock | undefined): boolean {
  return block?.kind === 'title' || (block?.kind === 'heading' && block.level === 1)
}

/** The words of the article's first paragraphs, without the shortest. */
function vocabularyOf(facts: readonly BlockFacts[], { shapes }: PageCounts, first: number): ReadonlySet<string> {
  const words = new Set<string>()
  for (let at = first; at < Math.min(facts.length, first + sampled); at++) {
    const isText = shapes[at] === 'prose' || shapes[at] === 'sentence'
    // a page's question for a headline is no text
    if (isText && !facts[at]?.text.endsWith('?')) for (const { word } of facts[at]?.words ?? []) words.add(word)
  }
  return words
}

/** Whether a line's longer words are those of the article: -1 for a line of others, up to 2; short lines say little. */
function sharedWords({ words }: BlockFacts, vocabulary: ReadonlySet<string>): number {
  // by hand: shorter words are particles, which any two lines share
  const content = words.filter(({ word }) => word.length >= 4)
  if (content.length === 0) return 0
  const share = content.filter(({ word }) => vocabulary.has(word)).length / content.length
  return (3 * share - 1) * Math.min(1, content.length / 4)
}

/** By hand: signs of a headline, in points; above zero it may be one. */
function titleScore({ blocks, facts, counts, first, prose, known, vocabulary }: Surroundings, at: number): number {
  const fact = facts[at]
  if (!fact || fact.key === '') return 0
  const { length, ending, text, opening, hits } = fact
  const block = blocks[at]
  const isHeading = block?.kind === 'heading' || block?.kind === 'title'
  const surest = known.indexOf(fact.key)
  if (surest >= 0) return 100 - surest + (isHeading ? 1 : 0)
  if (length > 30 || fact.isDate || fact.isTime || /[.:,;]$/u.test(text)) return 0
  if (hits.some(({ kind, where }) => kind === 'photo' || (kind === 'byline' && where !== 'inside'))) return 0
  let score = length <= 1 ? -2 : length === 2 ? 0 : length === 3 ? 1 : length < 6 ? 2 : length <= 20 ? 2.5 : 0
  if (counts.kinds[at]?.length) score -= 4
  if (fact.isName || (length <= 5 && readNames(text) !== undefined && text.includes(','))) score -= 2
  if (length <= 3 && isSubject(facts, first, at)) score += 3
  if (hasTextBefore(counts, first, at) && !isFirstHeading(block)) score -= 2.5
  if (opening === 'lower' || opening === 'symbol') score -= 2
  if (ending === 'bracket') score -= 0.5
  if (/[|·•]|\s\/\s|\s[>›]\s/u.test(text)) score -= 2
  if (length > 1 && text === text.toUpperCase()) score -= 1
  if (fact.linked > 0.8) score -= 2
  if (isFirstHeading(block)) score += 5
  // "Backlink – hvad er det? | Seohub" in the head, "Backlink" above the article
  if ((isHeading || length >= 4) && known.some((key) => isPart(fact.key, key))) score += 4
  score += sharedWords(fact, vocabulary)
  const copies = counts.copies[at] ?? 1
  // a title stands again in a breadcrumb or a list; what stands everywhere is a label
  score += copies > 4 ? -3 : copies > 1 ? 0.5 : 0
  for (let next = at + 1; next <= Math.min(at + 4, facts.length - 1); next++) {
    const other = facts[next]
    if (!other) continue
    const kinds = counts.kinds[next] ?? []
    if (other.isDate || kinds.includes('byline')) score += 1.2
    else if (kinds.includes('photo') || kinds.includes('share')) score += 0.4
    else if (counts.shapes[next] === 'prose' || counts.shapes[next] === 'sentence') score += 0.8
    else if (other.isName) score += 0.5
  }
  for (let next = Math.max(0, at - 5); next < at; next++) {
    const other = facts[next]
    if (other && length >= 3 && other.key.length > fact.key.length && other.key.endsWith(fact.key)) score += 1
  }
  return score + 1 - 0.15 * linesBetween(facts, counts, at, prose)
}

/** Whether the article's text has begun above the block. */
function hasTextBefore({ shapes }: PageCounts, first: number, at: number): boolean {
  return shapes.slice(first, at).some((shape) => shape === 'sentence' || shape === 'prose')
}

/** Lines between a title and the prose, without those that belong there: bylines, dates, buttons. */
function linesBetween(facts: readonly BlockFacts[], { kinds }: PageCounts, at: number, prose: number): number {
  let lines = 0
  for (let next = at + 1; next < Math.min(prose, at + reach); next++) {
    const fact = facts[next]
    if (fact && !kinds[next]?.length && !fact.isDate && !fact.isTime && !fact.isName) lines++
  }
  return lines
}

/** Whether a short line names what the article then speaks of again and again: in two of its first blocks or more. */
function isSubject(facts: readonly BlockFacts[], first: number, at: number): boolean {
  const key = facts[at]?.key ?? ''
  let blocks = 0
  for (let other = first; other < Math.min(facts.length, first + sampled) && blocks < 2; other++) {
    if (other !== at && holdsWords(facts[other]?.key ?? '', key)) blocks++
  }
  return blocks >= 2
}

/** Whether the words of `key` stand in `line` one after the other; both are words joined by spaces. */
function holdsWords(line: string, key: string): boolean {
  if (key === '') return false
  for (let at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1)) {
    const end = at + key.length
    if ((at === 0 || line.charCodeAt(at - 1) === 32) && (end === line.length || line.charCodeAt(end) === 32))
      return true
  }
  return false
}

/** Whether the words of the one stand together at the beginning or the end of the other. */
function isPart(key: string, whole: string): boolean {
  return whole.startsWith(`${key} `) || whole.endsWith(` ${key}`)
}

/**
 * What a page is called: what its head says, where that differs in wording from the line above the article; the line
 * itself, where the head only adds the site's name.
 * @param shown - the line above the article
 * @param stated - what structured data or meta tags call the article
 */
export function pageTitle(shown: string | undefined, stated: string | undefined): string | undefined {
  if (shown === undefined || stated === undefined) return shown ?? (stated && withoutSiteName(stated))
  const key = keyOf(shown)
  const statedKey = keyOf(stated)
  if (key === statedKey || statedKey.startsWith(`${key} `)) return shown
  const words = new Set(key.split(' '))
  const stands = statedKey.split(' ')
  // by hand: a word or two that the line does not share are the site's name or the section's
  return stands.length <= 2 && !stands.some((word) => words.has(word)) ? shown : stated
}

/** As `BlockFacts` compares texts. */
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
