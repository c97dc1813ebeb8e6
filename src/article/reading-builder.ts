import type { MarkedQuote, Removed } from '../model/document.js'
import type { Span } from '../model/span.js'
import { elements } from './elements.js'
import { joinQuote, splitAttribution } from './join-quote.js'
import {
  type InnerKind,
  isHeadingTag,
  makeElement,
  type OpenElement,
  type OpenOptions,
  type Pull,
  root,
} from './open-element.js'
import { extentOf, PieceBuilder, sourceOf, textOf } from './pieces.js'
import {
  type AttributeValue,
  attributionInAttributes,
  isAttributionElement,
  isPullQuoteElement,
  quoteInAttributes,
  tidyAttribution,
} from './pull-quote-markup.js'
import type { BlockMark, ElementHint, ReadBlock } from './reading.js'

interface OpenBlock {
  readonly builder: PieceBuilder
  readonly kind: InnerKind
  readonly level: number
  readonly path: readonly ElementHint[]
  readonly pull: Pull | undefined
  readonly marks: BlockMark[]
  readonly quotes: { readonly start: number; end: number; readonly markup: MarkedQuote['markup'] }[]
}

/** Deeper elements are read as if they were not there, so that hostile nesting stays linear. By hand. */
const maxDepth = 1000
/** Ancestors of a block that are named in its path. By hand. */
const maxPath = 40
/** A longer "pull quote" is an ordinary part of the text in a box. By hand. */
const maxPullQuote = 1200
/** Data tables have short cells, layout tables hold prose; units a cell. By hand. */
const proseCell = 90
const removedLength = 500

/**
 * Turns what a reader meets in a body (elements opening and closing, text, entities, line breaks) into blocks, marked
 * quotes and a list of what was removed. Forgives what browsers forgive: unclosed paragraphs, items and cells, stray
 * closings, wrong nesting. Linear in the number of calls and the text.
 */
export class ReadingBuilder {
  readonly body: string
  readonly blocks: ReadBlock[] = []
  readonly markedQuotes: MarkedQuote[] = []
  readonly removed: Removed[] = []
  /** How pull quotes are written where nothing else says it. */
  markup: MarkedQuote['markup'] = 'html'
  readonly #stack: OpenElement[] = []
  readonly #open = new Map<string, number>()
  readonly #active = { strong: [0, 0], emphasis: [0, 0], link: [0, 0] } as Record<BlockMark['kind'], [number, number]>
  readonly #lastClosing = new Map<string, number>()
  #tooDeep = 0
  #block: OpenBlock | undefined

  constructor(body: string) {
    this.body = body
  }

  get #top(): OpenElement {
    return this.#stack.at(-1) ?? root
  }

  /** Nothing that is read now would be prose. */
  get isSkipping(): boolean {
    return this.#top.skips
  }

  /** The text read now is preformatted. */
  get isInCode(): boolean {
    return this.#top.kind === 'code'
  }

  /** Whether a pull quote is being read. */
  get isInPullQuote(): boolean {
    return this.#top.pull !== undefined
  }

  /** Whether an element of that tag is open. */
  isOpen(tag: string): boolean {
    return (this.#open.get(tag) ?? 0) > 0
  }

  /** The last visible character of the block that is open; empty where none is. */
  get lastCharacter(): string {
    return this.#block && !this.#block.builder.atLineBreak ? this.#block.builder.last : ''
  }

  /** Whether a block has begun and has words. */
  get isInBlock(): boolean {
    return this.#block !== undefined
  }

  /** An element opens. */
  openElement(tag: string, start: number, options: OpenOptions = {}): void {
    const known = elements()
    const { names = '', attributes } = options
    if (tag === 'br') {
      this.lineBreak(start, start)
      return
    }
    if (tag === 'hr') {
      this.endBlock()
      return
    }
    if (known.void.has(tag)) return
    // `List<Object>` in a text is no element: what is never closed must not swallow the rest.
    if (known.skip.has(tag) && !this.#hasClosing(tag, start)) return
    const isBlock = options.isBlock ?? known.block.has(tag)
    if (isBlock) this.#closeImplied(tag)
    const parent = this.#top
    if (this.#stack.length >= maxDepth) {
      this.#tooDeep++
      return
    }
    const skips = parent.skips || (options.skips ?? (known.skip.has(tag) || isEmbed(tag, names)))
    const mayBePull = !skips && !parent.pull
    const isPull = mayBePull && (options.isPullQuote || isPullQuoteElement(tag, names))
    const isInPlace = mayBePull && (options.isInPlaceQuote || (isPull && !isBlock))
    const isAttribution = !skips && this.#startsAttribution(tag, names, parent)
    if (isBlock || isAttribution) this.endBlock()
    const words = attributes && isPull ? quoteInAttributes(attributes, !options.isPullQuote) : undefined
    const attribution = attributes && isPull ? attributionInAttributes(attributes) : undefined
    const markup = options.markup ?? this.markup
    // `<span class="pullquote" data-pullquote="…">` around a paragraph: the attribute is the quote, the text is text.
    if (isInPlace && words) this.pullQuote(words, attribution, markup)
    const isLayout = /\b(?:presentation|layout)\b/.test(names)
    const made = makeElement(tag, start, parent, options, {
      index: this.#stack.length,
      isBlock: isBlock || isAttribution,
      skips,
      isAttribution,
      isInPlaceQuote: isInPlace && !words,
      ...(isPull &&
        !isInPlace && { pull: { markup, blocks: [], ...(words && { words }), ...(attribution && { attribution }) } }),
      ...(tag === 'table' && !skips && { table: { firstBlock: this.blocks.length, cells: 0, rows: 0, isLayout } }),
    })
    if (parent.table && tag === 'tr') parent.table.rows++
    if (parent.table && (tag === 'td' || tag === 'th')) parent.table.cells++
    this.#stack.push(made)
    this.#open.set(tag, (this.#open.get(tag) ?? 0) + 1)
    if (made.mark && !skips) this.#startMark(made.mark)
    if (made.isInPlaceQuote && this.#block) this.#startQuote(markup)
  }

  /** An element closes; one that is not open ends the block at most. */
  closeElement(tag: string, end: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--
      return
    }
    if (!this.isOpen(tag)) {
      if (elements().block.has(tag)) this.endBlock()
      return
    }
    let index = this.#stack.length - 1
    while (index > 0 && this.#stack[index]?.tag !== tag) index--
    this.#popTo(index, end)
  }

  /** `body.slice(start, end)` is text. */
  text(start: number, end: number): void {
    const top = this.#top
    if (top.skips) return
    if (!this.#block && !this.#hasWords(start, end)) return
    this.#ensureBlock().builder.addSource(start, end)
  }

  /** `body.slice(start, end)` stands for `text`. */
  replaced(text: string, start: number, end: number): void {
    if (this.#top.skips) return
    if (!this.#block && !text.trim()) return
    this.#ensureBlock().builder.addReplaced(text, start, end)
  }

  /** White space that stands for nothing else. */
  space(start: number, end: number): void {
    this.#block?.builder.addSpace(start, end)
  }

  /** A line break the author meant; two in a row end the paragraph. */
  lineBreak(start: number, end: number): void {
    const block = this.#block
    if (!block || this.#top.skips) return
    if (block.builder.atLineBreak && block.kind !== 'heading') {
      this.endBlock()
      return
    }
    block.builder.addLineBreak(start, end)
  }

  /** Ends the block that is open, if any. */
  endBlock(): void {
    const block = this.#block
    if (!block) return
    this.#block = undefined
    const end = block.builder.length
    for (const kind of ['strong', 'emphasis', 'link'] as const) {
      const active = this.#active[kind]
      if (active[0] > 0 && end > active[1]) block.marks.push({ kind, start: active[1], end })
      active[1] = 0
    }
    const markers = block.quotes.map(
      (quote): BlockMark => ({ kind: 'strong', start: quote.start, end: quote.end < 0 ? end : quote.end }),
    )
    const done = block.builder.finish([...block.marks, ...markers])
    if (done.pieces.length === 0) return
    const marks = done.marks.slice(0, block.marks.length).sort((a, b) => a.start - b.start || a.end - b.end)
    const { kind, level, path, pull } = block
    const source = extentOf(done.pieces)
    if (kind === 'attribution') {
      this.#attribute(textOf(done.pieces), source, pull)
      return
    }
    const made: ReadBlock = {
      kind,
      ...((kind === 'heading' || kind === 'list-item') && { level }),
      pieces: done.pieces,
      marks,
      source,
      path,
    }
    if (pull) pull.blocks.push(made)
    else this.#pushBlock(made, done.marks.slice(block.marks.length), block.quotes)
  }

  /** A pull quote whose words stand in an attribute or in a block's data. */
  pullQuote(words: AttributeValue, attribution: string | undefined, markup: MarkedQuote['markup']): void {
    if (this.isSkipping) return
    const builder = new PieceBuilder(words.text)
    builder.addSource(0, words.text.length)
    const text = textOf(builder.finish([]).pieces)
    if (!text) return
    const source = { start: words.start, end: words.end }
    this.blocks.push({
      kind: 'pull-quote',
      pieces: [{ text, ...source }],
      marks: [],
      source,
      path: this.#pathOf(this.#top),
    })
    this.markedQuotes.push({ text, ...(attribution && { attribution }), markup, source })
  }

  /** A block that is no prose, as it stands. */
  rawBlock(kind: 'code' | 'caption', words: AttributeValue): void {
    if (this.isSkipping || !words.text.trim()) return
    const source = { start: words.start, end: words.end }
    const text = words.text.normalize('NFC')
    this.blocks.push({ kind, pieces: [{ text, ...source }], marks: [], source, path: this.#pathOf(this.#top) })
  }

  /** Says that a stretch of the body is no part of the text. */
  remove(kind: Removed['kind'], start: number, end: number): void {
    if (end > start) {
      this.removed.push({
        kind,
        text: this.body.slice(start, Math.min(end, start + removedLength)),
        source: { start, end },
      })
    }
  }

  /** The block read last becomes a pull quote (`{: .pullquote}` after it). */
  markLastBlock(markup: MarkedQuote['markup']): void {
    this.endBlock()
    const last = this.blocks.at(-1)
    if (!last || last.kind === 'pull-quote' || last.kind === 'heading') return
    this.blocks[this.blocks.length - 1] = { ...last, kind: 'pull-quote' }
    this.markedQuotes.push({ text: textOf(last.pieces), markup, source: last.source })
  }

  /** Closes all that is open. */
  finish(): void {
    this.#popTo(0, this.body.length)
    this.endBlock()
  }

  #hasClosing(tag: string, start: number): boolean {
    if (tag === 'head') return true
    if (tag === 'option') return this.isSkipping
    let last = this.#lastClosing.get(tag)
    if (last === undefined) {
      last = -1
      for (const match of this.body.matchAll(new RegExp(`</${tag}`, 'gi'))) last = match.index
      this.#lastClosing.set(tag, last)
    }
    return last > start
  }

  #hasWords(start: number, end: number): boolean {
    for (let index = start; index < end; index++) {
      const code = this.body.charCodeAt(index)
      if (code > 0x20 && code !== 0xa0 && code !== 0xad && code !== 0xfeff && code !== 0x200b) return true
    }
    return false
  }

  #ensureBlock(): OpenBlock {
    if (this.#block) return this.#block
    const top = this.#top
    const block: OpenBlock = {
      builder: new PieceBuilder(this.body),
      kind: top.kind,
      level: top.level,
      path: this.#pathOf(top),
      pull: top.pull,
      marks: [],
      quotes: [],
    }
    this.#block = block
    for (let element: OpenElement | undefined = top; element && !element.isBlock; element = element.parent) {
      if (element.isInPlaceQuote) {
        block.quotes.push({ start: 0, end: -1, markup: this.markup })
        break
      }
    }
    return block
  }

  #pathOf(element: OpenElement): readonly ElementHint[] {
    const missing: OpenElement[] = []
    let known: OpenElement | undefined = element
    for (; known && !known.path; known = known.parent) missing.push(known)
    let path = known?.path ?? []
    for (const child of missing.reverse()) {
      path = path.length >= maxPath ? [...path.slice(0, maxPath - 1), child.hint] : [...path, child.hint]
      child.path = path
    }
    return path
  }

  #closeImplied(tag: string): void {
    const top = this.#top
    if (top.tag === 'head' && !elements().inHead.has(tag)) this.#popTo(this.#stack.length - 1, top.start)
    if (top.paragraphAt >= 0) this.#popTo(top.paragraphAt, -1)
    const now = this.#top
    if (isHeadingTag(tag) && now.headingAt >= 0) this.#popTo(now.headingAt, -1)
    else if ((tag === 'li' || tag === 'dt' || tag === 'dd') && now.itemAt >= 0) this.#popTo(now.itemAt, -1)
    else if ((tag === 'td' || tag === 'th') && now.cellAt >= 0) this.#popTo(now.cellAt, -1)
    else if (tag === 'tr' && now.rowAt >= 0) this.#popTo(now.rowAt, -1)
    else if (tag === 'option' && now.tag === 'option') this.#popTo(this.#stack.length - 1, -1)
  }

  /** Closes elements from the top down to the one at `index`, that one included. */
  #popTo(index: number, end: number): void {
    while (this.#stack.length > index) {
      const element = this.#stack.pop()!
      this.#open.set(element.tag, (this.#open.get(element.tag) ?? 1) - 1)
      if (element.mark && !element.skips) this.#endMark(element.mark)
      if (element.isInPlaceQuote) this.#endQuote()
      if (element.isBlock || element.ownsPull) this.endBlock()
      if (element.ownsPull && element.pull) this.#endPull(element.pull, this.#top)
      if (element.ownsTable && element.table) this.#endTable(element)
      if (end >= 0 && (element.tag === 'script' || element.tag === 'style')) this.remove('script', element.start, end)
    }
  }

  #startMark(kind: BlockMark['kind']): void {
    const active = this.#active[kind]
    if (active[0]++ === 0) active[1] = this.#block?.builder.position ?? 0
  }

  #endMark(kind: BlockMark['kind']): void {
    const active = this.#active[kind]
    if (active[0] > 0 && --active[0] === 0 && this.#block) {
      const end = this.#block.builder.length
      if (end > active[1]) this.#block.marks.push({ kind, start: active[1], end })
    }
  }

  #startQuote(markup: MarkedQuote['markup']): void {
    this.#block?.quotes.push({ start: this.#block.builder.position, end: -1, markup })
  }

  #endQuote(): void {
    const quote = this.#block?.quotes.at(-1)
    if (quote && quote.end < 0) quote.end = this.#block?.builder.length ?? -1
  }

  /** A `<cite>` in the middle of a sentence is a title, not a speaker. */
  #startsAttribution(tag: string, names: string, parent: OpenElement): boolean {
    if (!parent.pull && parent.kind !== 'blockquote') return false
    if (parent.kind === 'attribution' || !isAttributionElement(tag, names)) return false
    if (tag !== 'cite' || parent.pull) return true
    const builder = this.#block?.builder
    return !builder || builder.length === 0 || builder.atLineBreak || /[.!?…”"»“’'–—-]/.test(builder.last)
  }

  #attribute(words: string, source: Span, pull: Pull | undefined): void {
    const attribution = tidyAttribution(words)
    if (!attribution) return
    if (pull) pull.attribution = pull.attribution ? `${pull.attribution}, ${attribution}` : attribution
    else this.removed.push({ kind: 'byline', text: attribution.slice(0, removedLength), source })
  }

  #pushBlock(read: ReadBlock, quotes: readonly BlockMark[], details: OpenBlock['quotes']): void {
    let block = read
    if (block.kind === 'blockquote') {
      const { blocks, attribution } = splitAttribution([block], true)
      if (attribution) this.#attribute(attribution, block.source, undefined)
      if (!blocks[0]) return
      block = blocks[0]
    }
    const text = quotes.length > 0 ? textOf(block.pieces) : ''
    let isWholly = false
    for (const [index, quote] of quotes.entries()) {
      const words = text.slice(quote.start, quote.end).trim()
      if (!words) continue
      isWholly ||= words.length === text.length
      this.markedQuotes.push({
        text: words.replace(/\s+/g, ' '),
        markup: details[index]?.markup ?? this.markup,
        source: sourceOf(block.pieces, quote.start, quote.end),
      })
    }
    this.blocks.push(isWholly ? { ...block, kind: 'pull-quote' } : block)
  }

  #endPull(pull: Pull, parent: OpenElement): void {
    const { blocks, words, markup } = pull
    if (blocks.length === 0) {
      if (words) this.pullQuote(words, pull.attribution, markup)
      return
    }
    const length = blocks.reduce((sum, block) => sum + textOf(block.pieces).length, 0)
    if (length > maxPullQuote) {
      for (const block of blocks) this.blocks.push(block)
      return
    }
    const { blocks: kept, attribution = pull.attribution } = splitAttribution(blocks)
    const joined = joinQuote(kept)
    const path = parent === root ? [] : this.#pathOf(parent)
    this.blocks.push({ kind: 'pull-quote', ...joined, path })
    this.markedQuotes.push({
      text: textOf(joined.pieces).replace(/\s+/g, ' '),
      ...(attribution && { attribution: pull.attribution ?? attribution }),
      markup,
      source: joined.source,
    })
  }

  /** Cells of a data table are no prose; a table that lays out a page holds the article itself. */
  #endTable(element: OpenElement): void {
    const { table } = element
    if (!table || table.isLayout || element.parent?.table || table.rows === 0) return
    const inside = this.blocks.slice(table.firstBlock)
    const isProse = (block: ReadBlock): boolean => block.kind === 'paragraph' || block.kind === 'list-item'
    const prose = inside.filter(isProse)
    const units = prose.reduce((sum, block) => sum + textOf(block.pieces).length, 0)
    const isSingleColumn = table.cells <= table.rows
    const isLayout =
      isSingleColumn || inside.some((block) => block.kind === 'heading') || units > proseCell * table.cells
    if (isLayout) return
    this.blocks.length = table.firstBlock
    for (const block of inside) {
      // Kept whole, cell by cell: no prose, but what an article is about often stands in its tables.
      if (isProse(block)) this.removed.push({ kind: 'table', text: textOf(block.pieces), source: block.source })
      else this.blocks.push(block)
    }
  }
}

/** A post of a social network, shown as a block quote until a script replaces it. */
function isEmbed(tag: string, names: string): boolean {
  return (
    tag === 'blockquote' &&
    /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|reddit-embed-bq|bluesky-embed)\b/.test(names)
  )
}
