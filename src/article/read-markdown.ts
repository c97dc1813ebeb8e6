import MarkdownIt, { type MarkdownIt as Engine, type Env, type Token } from 'markdown-it'
import { applyInset } from './apply-inset.js'
import { readFrontMatter } from './front-matter.js'
import { GutenbergBlocks } from './gutenberg.js'
import { HtmlSource } from './html-source.js'
import { type Inset, maskInsets } from './insets.js'
import { readInline } from './markdown-inline.js'
import type { OpenOptions } from './open-element.js'
import { isPullQuoteName } from './pull-quote-markup.js'
import type { Reading } from './reading.js'
import { ReadingBuilder } from './reading-builder.js'
import { findShortcodes } from './shortcodes.js'
import { SourceLines } from './source-lines.js'
import { findMarkdownTags, findTemplateTags } from './template-tags.js'

let engine: Engine | undefined

/** Only its block rules are used: inline Markdown is read by `readInline`, which keeps offsets. Made at first use. */
function blockParser(): Engine {
  engine ??= new MarkdownIt({ html: true })
  return engine
}

/**
 * Markdown as blocks: CommonMark with tables, front matter, embedded HTML, and what site generators leave in it
 * (Liquid, Hugo, MDX, kramdown attributes, `:::` divisions). Linear.
 */
export function readMarkdown(body: string): Reading {
  const { meta, end } = readFrontMatter(body)
  const reader = new MarkdownReader(body, end)
  return { ...reader.read(), meta }
}

class MarkdownReader {
  readonly #body: string
  readonly #insets: readonly Inset[]
  readonly #lines: SourceLines
  readonly #builder: ReadingBuilder
  readonly #html: HtmlSource
  /** Reads tags that are hidden from the parser. */
  readonly #hidden: HtmlSource
  readonly #references = new Map<string, boolean>()
  readonly #isMdx: boolean
  #nextInset = 0
  /** Where the parser last said that it is; cells of a table do not say. */
  #line = 0

  constructor(body: string, start: number) {
    this.#body = body
    this.#insets = mergeInsets(
      mergeInsets(findTemplateTags(body), findShortcodes(body, true)),
      findMarkdownTags(body),
    ).filter((inset) => inset.start >= start)
    const masked = maskInsets(body, this.#insets)
    this.#lines = new SourceLines(masked, start)
    this.#builder = new ReadingBuilder(body)
    const gutenberg = new GutenbergBlocks(this.#builder)
    this.#html = new HtmlSource(this.#builder, masked, {
      text: (from, to) => this.#text(from, to),
      comment: (content, contentStart, from, to) => {
        gutenberg.comment(content, contentStart, from, to)
        this.#builder.markup = 'html'
      },
    })
    this.#hidden = new HtmlSource(this.#builder, body)
    this.#isMdx = /^(?:import\s.{0,300}from\s+['"]|export\s+(?:const|default)\s)/m.test(body)
  }

  read(): Omit<Reading, 'meta'> {
    const parser = blockParser()
    const tokens: Token[] = []
    const environment: Env = {}
    parser.block.parse(this.#lines.text, parser, environment, tokens)
    for (const label of Object.keys(environment.references ?? {})) this.#references.set(label, true)
    for (const [index, token] of tokens.entries()) this.#token(token, tokens, index)
    this.#skipInsets(this.#body.length)
    this.#builder.finish()
    const { blocks, markedQuotes, removed } = this.#builder
    return { blocks, markedQuotes, removed }
  }

  #token(token: Token, tokens: readonly Token[], index: number): void {
    const builder = this.#builder
    const [firstLine, lastLine] = token.map ?? [this.#line, this.#line + 1]
    this.#line = firstLine
    const start = this.#lines.startOf(firstLine)
    if (token.hidden) {
      if (token.nesting === -1) builder.endBlock()
      return
    }
    if (token.nesting === 1) {
      builder.openElement(token.tag, start, this.#attributesOf(tokens[index + 1]))
      return
    }
    if (token.nesting === -1) {
      builder.closeElement(token.tag, start)
      return
    }
    switch (token.type) {
      case 'inline':
        this.#inline(token, tokens[index - 1])
        return
      case 'html_block':
        this.#skipInsets(start)
        this.#html.feed(start, this.#lines.endOf(lastLine - 1))
        return
      case 'fence':
      case 'code_block': {
        this.#skipInsets(start)
        builder.endBlock()
        const [from, to] = [firstLine + (token.type === 'fence' ? 1 : 0), lastLine - (token.type === 'fence' ? 2 : 1)]
        const [codeStart, codeEnd] = [
          this.#lines.startOf(from),
          Math.max(this.#lines.startOf(from), this.#lines.endOf(to)),
        ]
        builder.rawBlock('code', { text: this.#body.slice(codeStart, codeEnd), start: codeStart, end: codeEnd })
        return
      }
      case 'hr':
        builder.endBlock()
        return
    }
  }

  /** kramdown's `{: .name}` on a paragraph's last line. */
  #attributesOf(inline: Token | undefined): OpenOptions {
    if (inline?.type !== 'inline' || !inline.content.includes('{')) return {}
    const match = attributeList.exec(inline.content.slice(-500))
    const names = match ? classesOf(match[1] ?? match[2] ?? '') : ''
    return names ? { names, markup: 'markdown' } : {}
  }

  #inline(token: Token, opening: Token | undefined): void {
    const builder = this.#builder
    let content = token.content
    const firstLine = this.#line
    const isHeading = opening?.type === 'heading_open'
    this.#skipInsets(this.#lines.startOf(firstLine))
    const attributes = content.includes('{') ? attributeList.exec(content.slice(-500)) : null
    if (attributes) {
      content = content.slice(0, content.length - attributes[0].length)
      if (!content.trim()) {
        if (
          classesOf(attributes[1] ?? attributes[2] ?? '')
            .split(' ')
            .some(isPullQuoteName)
        )
          builder.markLastBlock('markdown')
        return
      }
    }
    if (
      this.#isMdx &&
      /^(?:import\s.*from\s+['"]|import\s+['"]|export\s+(?:const|default|let|function)\s)/.test(content)
    )
      return
    if (/^\*\[[^\]\n]{1,100}\]:/.test(content) || /^\[{1,2}_?toc_?\]{1,2}$/i.test(content)) return
    if (footnote.test(content)) {
      builder.remove('boilerplate', this.#lines.startOf(firstLine), this.#lines.startOf(firstLine) + content.length)
      return
    }
    if (attributes && /^\s*toc\s*$/.test(attributes[1] ?? '')) return
    if (/^\$\$[\s\S]*\$\$$/.test(content) || isBrokenTable(content)) return
    // `## Heading {#its-id}`
    if (isHeading) content = content.replace(/\s*\{:?\s*[#.][^{}\n]{0,200}\}$/, '')
    const isCaption = !isHeading && isImageWithCaption(content)
    if (isCaption) builder.openElement('figcaption', this.#lines.startOf(firstLine))
    const skip = marker.exec(content)?.[0].length ?? 0
    const places = this.#lines.locate(content, firstLine, isHeading ? opening.markup : '')
    const isReference = (label: string): boolean =>
      this.#references.size > 0 && this.#references.has(blockParser().utils.normalizeReference(label))
    let definition = 0
    for (const item of readInline(skip > 0 ? content.slice(skip) : content, isReference)) {
      const [from, to] = [item.start + skip, item.end + skip]
      const source = places.at(from)
      for (const mark of item.closes) builder.closeElement(mark, source)
      switch (item.kind) {
        case 'text': {
          const at = Math.max(from, definition)
          if (to > at) this.#text(places.at(at), places.end(to))
          break
        }
        case 'code':
          this.#code(from, to, content, places.at)
          break
        case 'character':
          builder.replaced(item.text ?? '', source, places.end(to))
          break
        case 'html':
          this.#tag(source, places.end(to), to - from)
          break
        case 'hard-break':
          builder.lineBreak(source, places.at(to))
          break
        case 'soft-break':
          if (/^:\s/.test(content.slice(to, to + 2))) {
            // A term and its definition.
            builder.endBlock()
            definition = to + 1
          } // A quotation's last line that starts with a dash says who said it.
          else if (/^\s*(?:[–—―]|--)\s?\p{L}/u.test(content.slice(to, to + 8))) builder.lineBreak(source, places.at(to))
          else builder.space(source, places.at(to))
          break
      }
      for (const mark of item.opens) builder.openElement(mark, source)
    }
    if (isCaption) builder.closeElement('figcaption', places.end(content.length))
  }

  /** A tag or comment inside a paragraph; one that runs over a quote's `>` is dropped. */
  #tag(start: number, end: number, length: number): void {
    if (end - start === length) this.#html.feed(start, end)
  }

  /** Code in a sentence is part of it, letter by letter. */
  #code(start: number, end: number, content: string, at: (offset: number) => number): void {
    let from = start
    for (const [index, line] of content.slice(start, end).split('\n').entries()) {
      if (index > 0) this.#builder.space(at(from - 1), at(from))
      if (line) this.#builder.text(at(from), at(from + line.length - 1) + 1)
      from += line.length + 1
    }
  }

  /** Text with the insets that stand in it. */
  #text(start: number, end: number): void {
    let at = start
    for (let inset = this.#insets[this.#nextInset]; inset && inset.start < end; inset = this.#insets[this.#nextInset]) {
      this.#nextInset++
      // Insets in addresses, code and tags have gone with those.
      if (inset.end <= at) continue
      if (inset.start > at) this.#builder.text(at, inset.start)
      if (inset.syntax === 'html') this.#hidden.feed(inset.start, inset.end)
      else applyInset(this.#builder, inset)
      at = Math.min(end, Math.max(at, inset.end))
    }
    if (end > at) this.#builder.text(at, end)
  }

  /** Insets before `end` that no text has led to: closings still close. */
  #skipInsets(end: number): void {
    for (let inset = this.#insets[this.#nextInset]; inset && inset.end <= end; inset = this.#insets[this.#nextInset]) {
      this.#nextInset++
      if (inset.role === 'close') applyInset(this.#builder, inset)
    }
  }
}

/** `{: .name}` on a paragraph's last line, `{ .name }` behind its last word. */
const attributeList = /(?:(?:^|\n)\{:([^\n{}]*)|\s\{:?\s*([.#][^\n{}]*))\}\s*$/

/** Notes at the foot of a page are no part of its running text. */
const footnote = /^\[\^[^\]\s]{1,100}\]:\s/

/** What may stand before the words of a paragraph: a task's box, a callout's kind, a definition's colon. */
const marker = /^\[[ xX]\]\s+|^\[![A-Za-z]{1,20}\][+-]?\s*|^:\s+/

/** A table whose rows do not fit its head is a paragraph to the parser. */
function isBrokenTable(content: string): boolean {
  if (!content.startsWith('|')) return false
  if (/^[|\s:-]*$/.test(content)) return true
  return content.includes('\n') && content.split('\n').every((line) => /^\|.*\|\s*$/.test(line))
}

/** A paragraph of an image and one emphasised line under it. */
function isImageWithCaption(content: string): boolean {
  return content.startsWith('![') && /^!\[[^\]\n]*\]\([^\n]*\)[ \t\\]*\n(?:\*[^*\n]+\*|_[^_\n]+_)$/.test(content)
}

function classesOf(list: string): string {
  return [...list.matchAll(/[.]([\p{L}\p{N}_-]+)/gu)].map((match) => (match[1] ?? '').toLowerCase()).join(' ')
}

/** Two lists, each in order, as one in order; of two that overlap the first stays. */
function mergeInsets(first: readonly Inset[], second: readonly Inset[]): readonly Inset[] {
  if (second.length === 0) return first
  const all = [...first, ...second].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return all.filter((inset) => {
    if (inset.start < end) return false
    end = inset.end
    return true
  })
}
