import type { Article, ArticleFormat } from '../model/article.js'
import type { Removed, Teaser } from '../model/document.js'
import type { Language } from '../model/language.js'
import { type FoundArticle, findArticle } from './find-article.js'
import { isLinked } from './find-on-page.js'
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
  for (const block of reading.blocks) {
    const kind = furnitureOf((block.path ?? []).filter((element) => !frames.has(element)))
    if (!kind || block.kind === 'pull-quote') {
      blocks.push(block)
      continue
    }
    const text = textOf(block.pieces)
    if (kind === 'teaser' && isLinked(block) && text.length > 12) teasers.push({ title: text })
    removed.push({ kind, text, source: block.source })
  }
  const found = findArticle(languages, { ...reading, blocks }, format, article)
  const corrected = withoutGuessedTitle(found, blocks, reading, format, article)
  return { ...corrected, teasers: [...teasers, ...found.teasers], removed: [...removed, ...found.removed] }
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
    /(?:^|[\s_-])(?:shar(?:e|ing)(?:[-_]?\w+)?|social(?:[-_]?\w+)?|newsletter|nyhedsbrev|subscribe|signup|sign[-_]up|cookies?|consent|adverts?|advertisement|ads?|ad[-_](?:slot|unit|container)|annonce|sponsor(?:ed)?|promo|paywall|disqus|comments?|kommentarer|post[-_]?(?:meta|tags)|tag[-_]?(?:list|cloud))(?:$|[\s_-])/,
  ],
  ['disclaimer', /(?:^|[\s_-])disclaimer(?:$|[\s_-])/],
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

/** What an element around a block says that the block is, if it is no part of the article. */
function furnitureOf(path: readonly ElementHint[]): Removed['kind'] | undefined {
  for (const [depth, { tag, names }] of path.entries()) {
    if (tag === 'nav') return 'navigation'
    if (tag === 'form' || (tag === 'footer' && depth === 0)) return 'boilerplate'
    if (!names || tag === 'p' || tag === 'a' || tag === 'li' || /^h[1-6]$/.test(tag)) {
      if (tag !== 'p' || !/\bdisclaimer\b/.test(names)) continue
    }
    for (const [kind, pattern] of furnitureNames) if (pattern.test(names)) return kind
  }
  return undefined
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
