import type { ArticleAnalysis } from '../model/analysis.js'
import type { Document } from '../model/document.js'
import type { PullQuote } from '../model/pull-quote.js'
import type { Theme } from '../model/theme.js'
import type { CommandOptions } from './options.js'
import { type Ink, painter } from './paint.js'

const BAR_WIDTH = 20

/** The analysis of an article as a page to read in a terminal: what was found, then the text with it marked. */
export function renderPage(read: Document, found: ArticleAnalysis, options: CommandOptions): string {
  const document = withoutControls(read)
  const analysis = withoutControls(found)
  const paint = painter(options.colour)
  const lines: string[] = ['']
  const heading = (text: string): void => void lines.push('', paint('heading', text))
  lines.push(paint('bold', document.title ?? document.id ?? 'Untitled'))
  if (document.byline) lines.push(paint('dim', document.byline))
  const { statistics, language } = analysis
  lines.push(
    paint(
      'dim',
      `${language.language} ${percent(language.confidence)} · ${statistics.words} words · ${statistics.sentences} sentences · ${statistics.readingMinutes} min · LIX ${statistics.lix}`,
    ),
  )
  const foreign = analysis.languageSpans.filter((span) => span.language !== language.language)
  if (foreign.length > 0) {
    heading('Passages in other languages')
    for (const span of foreign) {
      lines.push(
        ...wrap(`${span.language}  ${document.text.slice(span.start, span.end)}`, options.width, '  ', '      '),
      )
    }
  }
  if (analysis.pullQuotes.length > 0) {
    heading('Pull quotes')
    for (const quote of analysis.pullQuotes) lines.push(...renderQuote(quote, options.width, paint))
  }
  if (analysis.themes.length > 0) {
    heading('Themes')
    const width = Math.max(...analysis.themes.map(({ label }) => label.length))
    for (const theme of analysis.themes) lines.push(renderTheme(theme, width, paint))
  }
  if (document.teasers.length > 0) {
    heading('Left out: links to other articles')
    for (const teaser of document.teasers) lines.push(...wrap(teaser.title, options.width, '  ', '    '))
  }
  heading('The text')
  lines.push(...renderText(document, analysis, options, paint))
  return `${lines.join('\n')}\n`
}

/** A value whose strings cannot steer the terminal: control characters become spaces, so that offsets still hold. */
function withoutControls<Value>(value: Value): Value {
  const clean = (_key: string, part: unknown): unknown =>
    typeof part === 'string' ? part.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ') : part
  return JSON.parse(JSON.stringify(value), clean) as Value
}

function renderQuote(quote: PullQuote, width: number, paint: (ink: Ink, text: string) => string): string[] {
  const origin =
    quote.source === 'editor' ? `the editor's, ${quote.match} in the text` : `suggested ${quote.score.toFixed(2)}`
  const said = quote.attribution ? `, ${quote.attribution}` : ''
  return [...wrap(`“${quote.text}”`, width, '  ', '   '), paint('dim', `     ${origin}${said}`)]
}

function renderTheme(theme: Theme, width: number, paint: (ink: Ink, text: string) => string): string {
  const filled = Math.round(theme.score * BAR_WIDTH)
  const bar = '█'.repeat(filled) + paint('dim', '░'.repeat(BAR_WIDTH - filled))
  const kind = theme.kind === 'topic' ? '' : `  ${theme.kind}`
  return `  ${theme.label.padEnd(width)}  ${bar} ${theme.score.toFixed(2)}${paint('dim', kind)}`
}

/** The text of the article, its pull quotes and themes marked. */
function renderText(
  document: Document,
  analysis: ArticleAnalysis,
  { width, colour }: CommandOptions,
  paint: (ink: Ink, text: string) => string,
): string[] {
  const lines: string[] = []
  const quotes = analysis.pullQuotes.flatMap(({ span }) => (span ? [span] : []))
  const themes = analysis.themes.flatMap(({ spans }) => spans)
  for (const { kind, span } of document.blocks) {
    if (!span) continue
    const text = document.text.slice(span.start, span.end)
    const indent = kind === 'list-item' ? '  · ' : kind === 'blockquote' ? '  | ' : '  '
    const marked = colour ? markUp(text, span.start, quotes, themes, paint) : text
    const ink = kind === 'title' || kind === 'heading' ? 'bold' : undefined
    lines.push('', ...wrap(ink ? paint(ink, text) : marked, width, indent, ' '.repeat(indent.length)))
  }
  return lines
}

type Range = { readonly start: number; readonly end: number }

/** The words of a block, each wrapped in the ink of what it belongs to, so that lines may break between any two. */
function markUp(
  text: string,
  offset: number,
  quotes: readonly Range[],
  themes: readonly Range[],
  paint: (ink: Ink, text: string) => string,
): string {
  const within = (ranges: readonly Range[], place: number): boolean =>
    ranges.some(({ start, end }) => start <= place && place < end)
  return text.replace(/\S+/g, (word, place: number) => {
    const at = offset + place
    const middle = at + (word.length >> 1)
    const themed = within(themes, middle) ? paint('theme', paint('underline', word)) : word
    return within(quotes, middle) ? paint('quote', themed) : themed
  })
}

/** Lines of at most `width` columns; ANSI codes take no room. */
function wrap(text: string, width: number, first: string, rest: string): string[] {
  const lines: string[] = []
  let line = ''
  let indent = first
  for (const word of text.split(/\s+/)) {
    if (line && indent.length + columns(line) + 1 + columns(word) > width) {
      lines.push(indent + line)
      indent = rest
      line = word
    } else {
      line = line ? `${line} ${word}` : word
    }
  }
  if (line) lines.push(indent + line)
  return lines
}

function columns(text: string): number {
  return text.replaceAll(/\u001b\[[\d;]*m/g, '').length
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
