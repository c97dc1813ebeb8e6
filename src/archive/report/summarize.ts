import type { ArticleAnalysis } from '../../model/analysis.js'
import type { Document } from '../../model/document.js'
import type { ThemeKind } from '../../model/theme.js'

/** What a report needs of an article. */
export interface Summary {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly words: number
  /** ISO 8601. */
  readonly publishedAt?: string
  readonly url?: string
  readonly isDraft?: true
  readonly themes: readonly {
    readonly key: string
    readonly label: string
    readonly kind: ThemeKind
    readonly score: number
  }[]
  readonly quote?: {
    readonly text: string
    readonly score: number
    readonly attribution?: string
    readonly isEditors?: true
  }
}

// by hand: what an editor would tag an article with
const themeCount = 6

/** The summary of an article for a report. */
export function summarize(document: Document, analysis: ArticleAnalysis): Summary {
  const { id = '', publishedAt, url, status } = document
  const quote = analysis.pullQuotes[0]
  return {
    id,
    title: analysis.title ?? firstWords(document.text),
    language: analysis.language.language,
    words: analysis.statistics.words,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(url !== undefined && { url }),
    ...(status !== undefined && status !== 'published' && { isDraft: true }),
    themes: analysis.themes.slice(0, themeCount).map(({ key, label, kind, score }) => ({ key, label, kind, score })),
    ...(quote && {
      quote: {
        text: quote.text,
        score: quote.score,
        ...(quote.attribution !== undefined && { attribution: quote.attribution }),
        ...(quote.source === 'editor' && { isEditors: true }),
      },
    }),
  }
}

function firstWords(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, '')} …`
}
