import type { Article, ArticleFormat } from '../model/article.js'
import type { Removed } from '../model/document.js'
import type { Language } from '../model/language.js'
import { type FoundArticle, findArticle } from './find-article.js'
import { textOf } from './pieces.js'
import type { ReadBlock, Reading } from './reading.js'

/**
 * The article on a whole page, as `findArticle` finds it, without the small print in it that its elements name: share and
 * follow buttons, disclaimers, links to the article before and after.
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

function smallPrintOf(block: ReadBlock): Removed['kind'] | undefined {
  const { kind, path = [], pieces } = block
  if (kind !== 'paragraph' && kind !== 'list-item') return undefined
  if (textOf(pieces).length > smallPrint) return undefined
  if (path.some(({ tag }) => tag === 'nav')) return 'navigation'
  const near = path.slice(-3).flatMap(({ names }) => names.split(' '))
  const isDisclaimer = near.some((name) => /^(?:[\w-]*[_-])?disclaimer$/.test(name))
  const isShare = near.some((name) =>
    /^(?:[\w-]*[_-])?(?:share|sharing|(?:social[-_]?)?share[-_]?(?:buttons?|bar|tools|links))$/.test(name),
  )
  if (isDisclaimer) return 'disclaimer'
  if (
    isLinked(block) &&
    near.some((name) => /^(?:[\w-]*[_-])?follow(?:[-_](?:us|author|button|link|me))?$/.test(name))
  ) {
    return 'boilerplate'
  }
  return isShare && !near.some((name) => /article|body|content/.test(name)) ? 'boilerplate' : undefined
}

/** Whether nearly all of a block is a link. */
export function isLinked(block: ReadBlock): boolean {
  let linked = 0
  for (const mark of block.marks) if (mark.kind === 'link') linked += mark.end - mark.start
  return linked > 0.8 * textOf(block.pieces).length
}
