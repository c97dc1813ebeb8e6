import type { Article } from '../model/article.js'
import type { Block, Document } from '../model/document.js'
import type { Language } from '../model/language.js'

/** What the article stage knows of a document: all but its language and its sentences. */
export type ArticleReading = Omit<Document, 'language' | 'sentences'>

/** FOUNDATION VERSION, to be replaced: paragraphs by empty lines, Markdown headings, nothing removed. */
export function readArticle(_languages: readonly Language[], article: Article): ArticleReading {
  const blocks: Block[] = []
  const sourceMap: number[] = []
  let text = ''
  const add = (block: Omit<Block, 'span'>, words: string): void => {
    if (text) text += '\n\n'
    const start = text.length
    text += words
    blocks.push({ ...block, span: { start, end: text.length } })
    if (block.source.end > block.source.start) sourceMap.push(start, text.length, block.source.start, block.source.end)
  }
  const none = { start: 0, end: 0 }
  if (article.title) add({ kind: 'title', source: none }, article.title.normalize('NFC'))
  if (article.lead) add({ kind: 'lead', source: none }, article.lead.normalize('NFC'))
  for (const match of article.body.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    const raw = match[0]
    const heading = /^(#{1,6})\s+/.exec(raw)
    const words = raw
      .slice(heading?.[0].length ?? 0)
      .replace(/<[^>]*>|[*_`]/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .trim()
      .normalize('NFC')
    if (!words) continue
    const source = { start: match.index, end: match.index + raw.length }
    if (heading) add({ kind: 'heading', level: heading[1]?.length ?? 1, source }, words)
    else add({ kind: 'paragraph', source }, words)
  }
  const { body: _body, format: _format, language: _language, ...fields } = article
  return { ...fields, text, blocks, markedQuotes: [], teasers: [], removed: [], marks: [], sourceMap }
}
