import type { Article, ArticleFormat } from '../model/article.js'
import type { Removed, Teaser } from '../model/document.js'
import type { Language } from '../model/language.js'
import { type FoundArticle, findArticle } from './find-article.js'
import { isLinked } from './find-on-page.js'
import { lineWords, matchFurniture } from './furniture/match-furniture.js'
import { isHeadingTag } from './open-element.js'
import { textOf } from './pieces.js'
import type { ElementHint, ReadBlock, Reading } from './reading.js'

/**
 * The article in a body with markup that a CMS holds, as `findArticle` finds it. Such a body is nearly all article:
 * what is not stands in elements that say so (`<nav>`, `class="share-buttons"`), and a title is a heading, never a
 * line that looks like one. Linear in the blocks.
 */
export function findInFragment(
  languages: readonly Language[],
  reading: Reading,
  format: ArticleFormat,
  article: Article,
): FoundArticle {
  const blocks: ReadBlock[] = []
  const removed: Removed[] = []
  const teasers: Teaser[] = []
  const frames = framesOf(reading.blocks)
  const lists = linkLists(languages, reading.blocks)
  const known = new Map<ElementHint, Removed['kind'] | undefined>()
  for (const [at, block] of reading.blocks.entries()) {
    const kind = lists.has(at) ? 'teaser' : furnitureOf(block.path ?? [], frames, known)
    if (!kind || block.kind === 'pull-quote') {
      blocks.push(block)
      continue
    }
    const text = textOf(block.pieces)
    if (kind === 'teaser' && isLinked(block) && text.length > shortestTitle) teasers.push({ title: text })
    removed.push({ kind, text, source: block.source })
  }
  const found = findArticle(languages, { ...reading, blocks }, format, article)
  const corrected = withoutGuessedTitle(found, blocks, reading, format, article)
  return { ...corrected, teasers: [...teasers, ...found.teasers], removed: [...removed, ...found.removed] }
}

/** Shorter links are buttons; units. By hand. */
const shortestTitle = 12
/** Longer lines are no heading of a list; units. By hand. */
const longestHead = 60

/** Indices of headings such as "Læs også" with nothing but links under them, and of those links. */
function linkLists(languages: readonly Language[], blocks: readonly ReadBlock[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = 0; at + 1 < blocks.length; at++) {
    const head = blocks[at]
    if (!head || !isLinkTitle(blocks[at + 1])) continue
    const words = textOf(head.pieces)
    if (words.length > longestHead) continue
    const hits = matchFurniture(languages, lineWords(words))
    if (!hits.some(({ kind, where }) => where !== 'inside' && (kind === 'related' || kind === 'read-also'))) continue
    found.add(at)
    for (at++; isLinkTitle(blocks[at]); at++) found.add(at)
  }
  return found
}

function isLinkTitle(block: ReadBlock | undefined): boolean {
  return block !== undefined && textOf(block.pieces).length > shortestTitle && isLinked(block)
}

const furnitureNames: readonly (readonly [Removed['kind'], RegExp])[] = [
  [
    'teaser',
    /(?:^|[\s_-])(?:related(?:[-_]?(?:posts?|articles?|content))?|recommended|recirc\w*|read[-_]?(?:more|also|next)|laes[-_]?(?:ogsaa|mere)|teasers?|most[-_]?(?:read|viewed|popular)|mest[-_]?laeste)(?:$|[\s_-])/,
  ],
  [
    'navigation',
    /(?:^|[\s_-])(?:breadcrumbs?|navigation|menu|navbar|pagination|pager|skip[-_]?link|toc|table[-_]of[-_]contents)(?:$|[\s_-])/,
  ],
  [
    'boilerplate',
    /(?:^|[\s_-])(?:shar(?:e|ing)(?:[-_]?\w+)?|social(?:[-_]?\w+)?|newsletter|nyhedsbrev|subscribe|signup|sign[-_]up|cookies?|consent|adverts?|advertisement|ads?|ad[-_](?:slot|unit|container)|annonce|sponsor(?:ed)?|promo|paywall|disqus|comments?|kommentarer|(?:post|entry|article)[-_]?(?:meta|tags)|tags|tag[-_]?(?:list|cloud))(?:$|[\s_-])/,
  ],
]

/** Elements around half of the text or more: whatever they are called, the article stands in them. */
function framesOf(blocks: readonly ReadBlock[]): ReadonlySet<ElementHint> {
  const sizes = new Map<ElementHint, number>()
  let total = 0
  for (const { path = [], pieces } of blocks) {
    const size = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
    total += size
    for (const element of path) sizes.set(element, (sizes.get(element) ?? 0) + size)
  }
  return new Set([...sizes].filter(([, size]) => size * 2 >= total).map(([element]) => element))
}

/** What the elements around a block say that the block is, if it is no part of the article; outermost first. */
function furnitureOf(
  path: readonly ElementHint[],
  frames: ReadonlySet<ElementHint>,
  known: Map<ElementHint, Removed['kind'] | undefined>,
): Removed['kind'] | undefined {
  let isOutermost = true
  for (const element of path) {
    if (frames.has(element)) continue
    // Only the foot of the whole is furniture: quotes and figures have feet as well.
    if (element.tag === 'footer' && isOutermost) return 'boilerplate'
    isOutermost = false
    if (!known.has(element)) known.set(element, kindOfElement(element))
    const kind = known.get(element)
    if (kind) return kind
  }
  return undefined
}

function kindOfElement({ tag, names }: ElementHint): Removed['kind'] | undefined {
  if (tag === 'nav') return 'navigation'
  if (tag === 'form') return 'boilerplate'
  if (!names) return undefined
  if (/(?:^|\s)(?:hidden|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/.test(names)) return 'boilerplate'
  if (/(?:^|[\s_-])disclaimer(?:$|[\s_-])/.test(names)) return 'disclaimer'
  // Of a paragraph, a link, an item or a heading such a name may as well tell what it is about.
  if (tag === 'p' || tag === 'a' || tag === 'li' || isHeadingTag(tag)) return undefined
  return furnitureNames.find(([, pattern]) => pattern.test(names))?.[0]
}

const leadNames =
  /(?:^|[\s_-])(?:manchet|lead|lede|standfirst|underrubrik|intro|ingress|preamble|dek|subtitle|summary|deck)(?:$|[\s_-])/

/** A title that is neither a first-level heading nor what the article says it is called is what it was before. */
function withoutGuessedTitle(
  found: FoundArticle,
  blocks: readonly ReadBlock[],
  reading: Reading,
  format: ArticleFormat,
  article: Article,
): FoundArticle {
  const at = found.blocks.findIndex((block) => block.kind === 'title')
  const guessed = found.blocks[at]
  if (!guessed) return found
  const before = new Map(blocks.map((block) => [block.pieces, block]))
  const original = before.get(guessed.pieces)
  const known = article.title ?? reading.meta.title
  const isTitle =
    !original ||
    original.kind === 'title' ||
    (original.kind === 'heading' && original.level === 1) ||
    (format === 'text' && !/[.!?:,;]["”»’')\]]*$/.test(textOf(original.pieces))) ||
    (known !== undefined && sameWords(known, textOf(original.pieces)))
  if (isTitle) return found
  const { title: _title, lead, ...rest } = found
  const restored = found.blocks.map((block) => {
    const was = before.get(block.pieces)
    if (!was || block === guessed) return was ?? block
    const isNamed = was.path?.some(({ names }) => leadNames.test(names))
    return block.kind === 'lead' && !isNamed ? was : block
  })
  const hasLead = restored.some((block) => block.kind === 'lead')
  return { ...rest, blocks: restored, ...(hasLead && lead !== undefined && { lead }) }
}

function sameWords(one: string, other: string): boolean {
  const letters = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return letters(one) === letters(other)
}
