import type { BlockFacts } from './page-facts.js'
import type { ElementHint, ReadBlock } from './reading.js'

/** How much running text the elements of a page hold directly, as against links. */
export interface ContentScores {
  /** Points of each element that holds text or holds one that does; never below zero. */
  readonly scores: ReadonlyMap<ElementHint, number>
  /** The element with the most points; undefined on a page without sentences. */
  readonly top: ElementHint | undefined
  /** Points of the top. */
  readonly best: number
  /** The outermost `<article>`, `<main>` or element said to hold the article's body that the top stands in or is. */
  readonly article: ElementHint | undefined
}

interface Tally {
  points: number
  words: number
  linked: number
}

// by hand: a block gives its points to the element around it, half to the next, a sixth to the one above
const shares: readonly number[] = [1, 1 / 2, 1 / 6]
// by hand: shorter blocks are labels; units
const leastLength = 25
// by hand: what the names of an element are worth
const favour = 1.3
const disfavour = 0.4

const favoured: ReadonlySet<string> = new Set('article articlebody body content entry main post story text'.split(' '))
const disfavoured: ReadonlySet<string> = new Set(
  'ad ads advert aside comment cookie consent disqus footer hidden menu modal nav newsletter popup promo recirc related share sidebar social sponsor subscribe teaser toolbar widget'.split(
    ' ',
  ),
)

/**
 * Which elements of a page hold its running text, told from the text alone: each block gives points for its length and
 * its commas to the elements around it, and an element keeps of its points the share that is no link. The method is that
 * of Readability (Arc90 2009), with the points of short list items counted too.
 * @param hints - names that the elements bear
 * @remarks O(blocks × depth).
 */
export function contentScores(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  hints: ReadonlyMap<ElementHint, readonly string[]>,
): ContentScores {
  const tallies = new Map<ElementHint, Tally>()
  for (const [at, { path = [], kind }] of blocks.entries()) {
    const fact = facts[at]
    if (!fact) continue
    const isItem = kind === 'list-item' || path.at(-1)?.tag === 'li'
    const points = kind === 'heading' || kind === 'title' ? 0 : pointsOf(fact)
    // a list counts as one step: its items stand for paragraphs of the element around it
    const skipped = isItem ? 2 : 1
    for (const [depth, element] of path.entries()) {
      let tally = tallies.get(element)
      if (!tally) {
        tally = { points: 0, words: 0, linked: 0 }
        tallies.set(element, tally)
      }
      tally.words += fact.length
      tally.linked += fact.length * fact.linked
      const share = shares[path.length - 1 - skipped - depth]
      if (share !== undefined) tally.points += points * share
    }
  }
  const scores = new Map<ElementHint, number>()
  let top: ElementHint | undefined
  let best = 0
  for (const [element, { points, words, linked }] of tallies) {
    if (points === 0) continue
    const score = Math.round(1000 * points * (1 - linked / Math.max(1, words)) * namesWorth(hints.get(element) ?? []))
    scores.set(element, score)
    if (score > best) {
      best = score
      top = element
    }
  }
  return { scores, top, best, article: articleAround(blocks, top, hints) }
}

function pointsOf({ text, linked }: BlockFacts): number {
  if (text.length < leastLength || linked > 0.5) return 0
  let commas = 0
  const end = Math.min(text.length, 2000)
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 44 || unit === 0x3001 || unit === 0xff0c) commas++
  }
  return 1 + commas / 2 + Math.min(4, text.length / 80)
}

function namesWorth(names: readonly string[]): number {
  let worth = 1
  if (names.some((name) => favoured.has(name))) worth *= favour
  if (names.some((name) => disfavoured.has(name))) worth *= disfavour
  return worth
}

function articleAround(
  blocks: readonly ReadBlock[],
  top: ElementHint | undefined,
  hints: ReadonlyMap<ElementHint, readonly string[]>,
): ElementHint | undefined {
  if (!top) return undefined
  const path = blocks.find((block) => block.path?.includes(top))?.path ?? []
  const around = path.slice(0, path.lastIndexOf(top) + 1)
  return (
    around.find(({ tag }) => tag === 'article') ??
    around.findLast((element) => hints.get(element)?.includes('articlebody')) ??
    around.find(({ tag, names }) => tag === 'main' || /\bmain\b/.test(names))
  )
}
