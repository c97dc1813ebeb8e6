import type { Article, ArticleFormat } from '../model/article.js'
import type { Removed, Teaser } from '../model/document.js'
import type { Language } from '../model/language.js'
import { type FoundArticle, findArticle } from './find-article.js'
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
  for (const block of reading.blocks) {
    const kind = furnitureOf(block.path ?? [])
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

/**
 * The article on a whole page, as `findArticle` finds it, without the small print in it that its elements name: share
 * buttons, disclaimers, links to the article before and after.
 */
export function findOnPage(
  languages: readonly Language[],
  reading: Reading,
  format: ArticleFormat,
  article: Article,
): FoundArticle {
  const found = findArticle(languages, reading, format, article)
  const removed: Removed[] = []
  const blocks = found.blocks.filter((block) => {
    const kind = smallPrintOf(block)
    if (kind) removed.push({ kind, text: textOf(block.pieces), source: block.source })
    return kind === undefined
  })
  return removed.length > 0 ? { ...found, blocks, removed: [...found.removed, ...removed] } : found
}

/** Longer blocks are read, whatever their element is called; units. By hand. */
const smallPrint = 200

function smallPrintOf({ kind, path = [], pieces }: ReadBlock): Removed['kind'] | undefined {
  if (kind !== 'paragraph' && kind !== 'list-item') return undefined
  if (textOf(pieces).length > smallPrint) return undefined
  if (path.some(({ tag }) => tag === 'nav')) return 'navigation'
  const near = path.slice(-3).flatMap(({ names }) => names.split(' '))
  const isDisclaimer = near.some((name) => /^(?:[\w-]*[_-])?disclaimer$/.test(name))
  const isShare = near.some((name) =>
    /^(?:[\w-]*[_-])?(?:share|sharing|(?:social[-_]?)?share[-_]?(?:buttons?|bar|tools|links))$/.test(name),
  )
  if (isDisclaimer) return 'disclaimer'
  return isShare && !near.some((name) => /article|body|content/.test(name)) ? 'boilerplate' : undefined
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

function isLinked(block: ReadBlock): boolean {
  let linked = 0
  for (const mark of block.marks) if (mark.kind === 'link') linked += mark.end - mark.start
  return linked > 0.8 * textOf(block.pieces).length
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
