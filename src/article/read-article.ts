import type { Article, ArticleFormat } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { assembleText, type StatedFields } from './assemble.js'
import { detectFormat } from './detect-format.js'
import { findArticle } from './find-article.js'
import { findInFragment } from './find-in-fragment.js'
import { findOnPage } from './find-on-page.js'
import { textOf } from './pieces.js'
import { plainText } from './plain-text.js'
import { readHtml } from './read-html.js'
import { readMarkdown } from './read-markdown.js'
import { readText } from './read-text.js'
import { isPlainText, readWordPress } from './read-wordpress.js'
import type { ReadBlock, Reading } from './reading.js'

/** What the article stage knows of a document: all but its language and its sentences. */
export type ArticleReading = Omit<Document, 'language' | 'sentences'>

/**
 * An article read: its body as blocks of its format, those kept that are the article, put together as one text with
 * a map back to the body. What the CMS says of the article wins over what the body says. Never throws for odd text;
 * linear in the body.
 */
export function readArticle(languages: readonly Language[], article: Article): ArticleReading {
  const { body, format: wanted, language: _language, ...fields } = article
  const format = wanted === undefined || wanted === 'auto' ? detectFormat(body) : wanted
  const reading = readBody(body, format)
  // A body of shortcodes and nothing else is a plain text; a whole page is more than a field of a CMS.
  const kind = format === 'wordpress' && isPlainText(body) ? 'text' : format
  const find = format === 'text' ? findArticle : reading.meta.isPage ? findOnPage : findInFragment
  const found = find(languages, reading, kind, article)
  const title = given(article.title) ?? found.title ?? reading.meta.title
  // A title that stands in no block (a field of the CMS, front matter, <meta>) is prose all the same.
  const isBlock = article.title === undefined && found.blocks.some(({ kind }) => kind === 'title')
  const stated = { title: isBlock ? undefined : title, lead: given(article.lead) }
  const lead = stated.lead ?? found.lead
  const byline = given(article.byline) ?? given(article.author) ?? found.byline ?? reading.meta.byline
  const publishedAt = article.publishedAt ?? found.publishedAt ?? reading.meta.publishedAt
  const url = article.url ?? reading.meta.url
  const tags = article.tags ?? reading.meta.tags
  return {
    ...fields,
    ...(title !== undefined && { title }),
    ...(lead !== undefined && { lead }),
    ...(byline !== undefined && { byline }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(url !== undefined && { url }),
    ...(tags !== undefined && { tags }),
    ...assembleText(stated, withoutRepeats(stated, found.blocks)),
    markedQuotes: reading.markedQuotes,
    teasers: found.teasers,
    removed: [...reading.removed, ...found.removed].sort((a, b) => a.source.start - b.source.start),
  }
}

function readBody(body: string, format: Exclude<ArticleFormat, 'auto'>): Reading {
  switch (format) {
    case 'html':
      return readHtml(body)
    case 'markdown':
      return readMarkdown(body)
    case 'wordpress':
      return readWordPress(body)
    default:
      return readText(body)
  }
}

/** The title and the lead that the CMS gave stand first; where the body says them again, they count once. */
function withoutRepeats(stated: StatedFields, blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const title = letters(stated.title ?? '')
  const lead = letters(stated.lead ?? '')
  if (!title && !lead) return blocks
  const kept: ReadBlock[] = []
  for (const [index, block] of blocks.entries()) {
    const words = index <= 3 || block.kind === 'title' || block.kind === 'lead' ? letters(textOf(block.pieces)) : ''
    const isProse = block.kind !== 'pull-quote' && block.kind !== 'caption'
    if (
      words &&
      isProse &&
      (repeats(words, title, block.kind === 'title') || repeats(words, lead, block.kind === 'lead'))
    )
      continue
    if (title && block.kind === 'title') kept.push({ ...block, kind: 'heading', level: 1 })
    else if (lead && block.kind === 'lead') kept.push({ ...block, kind: 'paragraph' })
    else kept.push(block)
  }
  return kept
}

/** Letter for letter; what is known to be the title may also be a shorter or longer form of it. */
function repeats(words: string, stated: string, mayDiffer: boolean): boolean {
  if (!stated) return false
  return words === stated || (mayDiffer && (words.includes(stated) || stated.includes(words)))
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A field of the CMS on one line, NFC, its entities decoded (WordPress hands out "EU&#8217;s"). */
function given(text: string | undefined): string | undefined {
  if (!text?.trim()) return undefined
  const words = /&(?:#\w+|[a-z]\w*);/i.test(text) ? plainText(text) : text
  return words.replace(/\s+/g, ' ').trim().normalize('NFC')
}
