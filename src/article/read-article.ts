import type { Article, ArticleFormat } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { assembleText } from './assemble.js'
import { detectFormat } from './detect-format.js'
import { findArticle } from './find-article.js'
import { textOf } from './pieces.js'
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
  const { body, format: stated, language: _language, ...fields } = article
  const format = stated === undefined || stated === 'auto' ? detectFormat(body) : stated
  const reading = readBody(body, format)
  const found = findArticle(languages, reading, format === 'wordpress' && isPlainText(body) ? 'text' : format, article)
  const title = given(article.title) ?? found.title ?? reading.meta.title
  const lead = given(article.lead) ?? found.lead
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
    ...assembleText(article, withoutRepeats(article, found.blocks)),
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
function withoutRepeats(article: Article, blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const title = letters(article.title ?? '')
  const lead = letters(article.lead ?? '')
  if (!title && !lead) return blocks
  return blocks.filter((block, index) => {
    if (title && block.kind === 'title') return false
    if (lead && block.kind === 'lead') return false
    if (index > 3 || (block.kind !== 'heading' && block.kind !== 'paragraph')) return true
    const words = letters(textOf(block.pieces))
    return words !== title && (words !== lead || !lead)
  })
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function given(text: string | undefined): string | undefined {
  return text?.trim() ? text.replace(/\s+/g, ' ').trim().normalize('NFC') : undefined
}
