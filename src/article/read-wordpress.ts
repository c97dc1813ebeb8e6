import { applyInset } from './apply-inset.js'
import { GutenbergBlocks } from './gutenberg.js'
import { HtmlSource } from './html-source.js'
import { type Inset, maskInsets } from './insets.js'
import { isPullQuoteTag } from './pull-quote-markup.js'
import { readText } from './read-text.js'
import type { Reading } from './reading.js'
import { ReadingBuilder } from './reading-builder.js'
import { findShortcodes } from './shortcodes.js'

/**
 * A WordPress body as blocks: the classic editor's (paragraphs by empty lines, shortcodes) and the block editor's of
 * all versions, also mixed. Linear.
 */
export function readWordPress(body: string): Reading {
  const shortcodes = findShortcodes(body)
  const reading = readEditorText(body, shortcodes)
  if (!isPlainText(body)) return reading
  const { blocks, ...rest } = (isPastedPage(body) && withTextBlocks(body, shortcodes, reading)) || reading
  // Where there are no elements there is no path of them.
  return { ...rest, blocks: blocks.map(({ path: _path, ...block }) => block) }
}

/** No tag and no entity in it: a text that has shortcodes and nothing else of WordPress. */
export function isPlainText(body: string): boolean {
  return !/<[a-z!/]|&(?:[a-z][a-z\d]*|#\w+);/i.test(body)
}

/** One paragraph a line, as pages are copied; poems, addresses and wrapped lines are shorter. By hand. */
function isPastedPage(body: string): boolean {
  return isPlainText(body) && /[^\n]{200}/.test(body)
}

/**
 * A plain text between shortcodes is read as a plain text, which knows headings and wrapped lines; the quotes and
 * captions of the shortcodes come in at their places. Undefined where a shortcode stands inside a line.
 */
function withTextBlocks(body: string, shortcodes: readonly Inset[], reading: Reading): Reading | undefined {
  const parts: string[] = []
  let at = 0
  for (const { start, end, closing, name, role } of shortcodes) {
    if (start < at) continue
    if (role !== 'single' && !isPullQuoteTag(name) && name !== 'caption') return undefined
    const stop = closing?.end ?? end
    const lineStart = body.lastIndexOf('\n', start - 1) + 1
    const lineEnd = body.indexOf('\n', stop)
    if (
      body.slice(Math.max(lineStart, at), start).trim() ||
      body.slice(stop, lineEnd < 0 ? body.length : lineEnd).trim()
    ) {
      return undefined
    }
    parts.push(body.slice(at, start), ' '.repeat(stop - start))
    at = stop
  }
  const text = readText(parts.join('') + body.slice(at))
  const asides = reading.blocks.filter(({ kind }) => kind === 'pull-quote' || kind === 'caption' || kind === 'code')
  const blocks = [...text.blocks, ...asides].sort((a, b) => a.source.start - b.source.start)
  return { ...reading, blocks }
}

function readEditorText(body: string, shortcodes: readonly Inset[]): Reading {
  const masked = maskInsets(body, shortcodes)
  const builder = new ReadingBuilder(body)
  const gutenberg = new GutenbergBlocks(builder)
  const lines = new ClassicLines(builder, shortcodes, body)
  const source = new HtmlSource(builder, masked, {
    text: (start, end) => lines.text(start, end),
    comment: (content, contentStart, start, end) => gutenberg.comment(content, contentStart, start, end),
  })
  source.feed(0, body.length)
  builder.finish()
  const { blocks, markedQuotes, removed } = builder
  return { blocks, markedQuotes, removed, meta: {} }
}

/** Text of the classic editor: empty lines end paragraphs, line breaks are breaks, addresses alone are embeds. */
class ClassicLines {
  readonly #builder: ReadingBuilder
  readonly #shortcodes: readonly Inset[]
  readonly #body: string
  readonly #breaks: 'space' | 'line' | 'block'
  #next = 0

  constructor(builder: ReadingBuilder, shortcodes: readonly Inset[], body: string) {
    this.#builder = builder
    this.#shortcodes = shortcodes
    this.#body = body
    const hasBlocks = body.includes('<!-- wp:')
    this.#breaks = hasBlocks ? 'space' : isPastedPage(body) ? 'block' : 'line'
  }

  text(start: number, end: number): void {
    let at = start
    for (let inset = this.#shortcodes[this.#next]; inset && inset.start < end; inset = this.#shortcodes[this.#next]) {
      this.#next++
      if (inset.end <= at) continue
      this.#plain(at, Math.max(at, inset.start))
      applyInset(this.#builder, inset)
      at = Math.min(end, inset.end)
    }
    this.#plain(at, end)
  }

  #plain(start: number, end: number): void {
    const builder = this.#builder
    const body = this.#body
    if (builder.isSkipping || builder.isInCode) {
      builder.text(start, end)
      return
    }
    let at = start
    while (at < end) {
      let line = body.indexOf('\n', at)
      if (line < 0 || line >= end) line = end
      if (line > at && !this.#isAddress(at, line)) builder.text(at, line)
      if (line === end) break
      let next = line + 1
      let isEmptyLine = false
      for (; next < end && /\s/.test(body[next] ?? ''); next++) isEmptyLine ||= body[next] === '\n'
      if (isEmptyLine || this.#breaks === 'block') builder.endBlock()
      else if (this.#breaks === 'line') builder.lineBreak(line, next)
      else builder.space(line, next)
      at = next
    }
  }

  /** A web address on a line of its own becomes an embed when the page is shown. */
  #isAddress(start: number, end: number): boolean {
    const body = this.#body
    if (
      this.#builder.isInBlock ||
      end - start > 2000 ||
      !/h/i.test(body[start + (/\s/.test(body[start] ?? '') ? 1 : 0)] ?? '')
    ) {
      return false
    }
    if (!/^\s*https?:\/\/\S+\s*$/i.test(body.slice(start, end))) return false
    const next = body[end] ?? '\n'
    return (
      next === '\n' || next === '\r' || (next === '<' && /^<(?:\/(?:p|div|figure)|!--)/.test(body.slice(end, end + 9)))
    )
  }
}
