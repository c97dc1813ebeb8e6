/** Simple orders of an article's sentences, to compare pull quotes with. */
import { da } from '../../../src/da.js'
import { parseArticle } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'

const languages = [da, en]

interface Ranked {
  readonly text: string
  readonly span: { readonly start: number; readonly end: number }
  readonly score: number
}

/** An extractor that returns the sentences of the prose by a score, ties in the order of the text. */
export function rankBy(
  scores: (sentences: readonly string[]) => readonly number[],
): (article: Article, options?: { limit?: number }) => Ranked[] {
  return (article, { limit = 3 } = {}) => {
    const document = parseArticle(languages, article)
    const spans = document.sentences.filter(({ block }) => {
      const kind = document.blocks[block]?.kind
      return kind === 'paragraph' || kind === 'list-item' || kind === 'blockquote'
    })
    const texts = spans.map(({ start, end }) => document.text.slice(start, end))
    const own = scores(texts)
    return spans
      .map(({ start, end }, index) => ({ text: texts[index]!, span: { start, end }, score: own[index]! }))
      .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
      .slice(0, limit)
  }
}

/** Lower-case words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
