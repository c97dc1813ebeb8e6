import { Tokenizer } from 'htmlparser2'
import type { OpenOptions } from './open-element.js'
import type { AttributeValue } from './pull-quote-markup.js'
import type { ReadingBuilder } from './reading-builder.js'

/** What a reader may want to see on the way, beside what goes into the builder. */
export interface HtmlListener {
  /** An element opens, before the builder hears of it; `true`: it has been dealt with. */
  open?(tag: string, attributes: ReadonlyMap<string, AttributeValue>, start: number, end: number): boolean
  /** An element closes, before the builder hears of it. */
  close?(tag: string, start: number, end: number): void
  /** Text; absent: the builder takes it as it is. */
  text?(start: number, end: number): void
  /** A character written as an entity; `true`: it has been dealt with. */
  entity?(character: string, start: number, end: number): boolean
  /** The content of a comment; `start` and `end` are those of the whole comment. */
  comment?(content: string, contentStart: number, start: number, end: number): void
}

/** Attributes whose values say what an element is. */
const naming = ['class', 'id', 'role', 'itemprop', 'rel', 'data-type', 'data-component', 'data-testid', 'epub:type']

/** Names of an element from its attributes, lower case; `hidden` where it is not shown. */
export function namesOf(attributes: ReadonlyMap<string, AttributeValue>): string {
  if (attributes.size === 0) return ''
  let names = ''
  for (const name of naming) {
    const value = attributes.get(name)?.text
    if (value) names += names ? ` ${value}` : value
  }
  const isHidden =
    attributes.has('hidden') ||
    attributes.get('aria-hidden')?.text === 'true' ||
    /display\s*:\s*none/.test(attributes.get('style')?.text ?? '')
  if (isHidden) names += names ? ' hidden' : 'hidden'
  return names.replace(/\s+/g, ' ').toLowerCase()
}

/**
 * Feeds stretches of HTML to a builder, with offsets into the whole body. Elements stay open from one stretch to the
 * next; a tag cut off at the end of a stretch is dropped. Linear: the nesting is the builder's, which has a limit.
 */
export class HtmlSource {
  readonly #builder: ReadingBuilder
  readonly #listener: HtmlListener
  readonly #source: string
  #shift = 0
  #tag = ''
  #tagStart = 0
  #attributes = new Map<string, AttributeValue>()
  #attributeName = ''
  #valueText = ''
  #valueStart = -1
  #valueEnd = -1
  #tokenizer: Tokenizer | undefined

  /** @param source - the body, or a copy of the same length with parts blanked out; text offsets point into both. */
  constructor(builder: ReadingBuilder, source: string, listener: HtmlListener = {}) {
    this.#builder = builder
    this.#source = source
    this.#listener = listener
  }

  /** Reads `source.slice(start, end)`. */
  feed(start: number, end: number): void {
    this.#shift = start
    const whole = start === 0 && end === this.#source.length
    // A new tokenizer for each stretch: a script left open in one must not swallow the next.
    this.#tokenizer = this.#makeTokenizer()
    this.#tokenizer.write(whole ? this.#source : this.#source.slice(start, end))
    this.#tokenizer.end()
  }

  #makeTokenizer(): Tokenizer {
    const source = this.#source
    return new Tokenizer(
      { decodeEntities: true },
      {
        onopentagname: (start, end) => {
          this.#tag = source.slice(start + this.#shift, end + this.#shift).toLowerCase()
          this.#tagStart = start + this.#shift - 1
          if (this.#attributes.size > 0) this.#attributes = new Map()
        },
        onattribname: (start, end) => {
          this.#attributeName = source.slice(start + this.#shift, end + this.#shift).toLowerCase()
          this.#valueText = ''
          this.#valueStart = -1
        },
        onattribdata: (start, end) => {
          const [from, to] = [start + this.#shift, end + this.#shift]
          this.#valueText += source.slice(from, to)
          if (this.#valueStart < 0) this.#valueStart = from
          this.#valueEnd = to
        },
        onattribentity: (codepoint) => {
          this.#valueText += String.fromCodePoint(codepoint)
        },
        onattribend: (_quote, end) => {
          const at = end + this.#shift
          if (this.#valueStart < 0) this.#valueStart = this.#valueEnd = at
          if (!this.#attributes.has(this.#attributeName) && this.#attributes.size < 100) {
            const value = { text: this.#valueText, start: this.#valueStart, end: this.#valueEnd }
            this.#attributes.set(this.#attributeName, value)
          }
        },
        onopentagend: (end) => this.#open(end + this.#shift + 1, false),
        onselfclosingtag: (end) => this.#open(end + this.#shift + 1, true),
        onclosetag: (start, end) => {
          const tag = source.slice(start + this.#shift, end + this.#shift).toLowerCase()
          const [from, to] = [start + this.#shift - 2, end + this.#shift + 1]
          this.#listener.close?.(tag, from, to)
          if (tag === 'br') this.#builder.lineBreak(from, to)
          else this.#builder.closeElement(tag, to)
        },
        ontext: (start, end) => {
          const [from, to] = [start + this.#shift, end + this.#shift]
          if (this.#listener.text) this.#listener.text(from, to)
          else this.#builder.text(from, to)
        },
        ontextentity: (codepoint, end) => {
          const to = end + this.#shift
          // The tokenizer tells only where the entity ended.
          const [from, character] = [source.lastIndexOf('&', to - 1), String.fromCodePoint(codepoint)]
          if (!this.#listener.entity?.(character, from, to)) this.#builder.replaced(character, from, to)
        },
        oncomment: (start, end, endOffset) => {
          const [from, to] = [start + this.#shift, end + this.#shift]
          this.#listener.comment?.(
            source.slice(from, Math.max(from, to - endOffset)),
            from,
            Math.max(0, from - 4),
            to + 1,
          )
        },
        oncdata: (start, end, endOffset) => this.#builder.text(start + this.#shift, end + this.#shift - endOffset),
        ondeclaration: () => {},
        onprocessinginstruction: () => {},
        onend: () => {},
      },
    )
  }

  #open(end: number, isSelfClosing: boolean): void {
    const attributes = this.#attributes
    const tag = this.#tag
    if (this.#listener.open?.(tag, attributes, this.#tagStart, end)) return
    const options: OpenOptions = attributes.size > 0 ? { names: namesOf(attributes), attributes } : {}
    if (tag === 'br') this.#builder.lineBreak(this.#tagStart, end)
    else this.#builder.openElement(tag, this.#tagStart, options)
    // `<div/>` is an opening in HTML, but what a component or an SVG means by it is an end.
    if (isSelfClosing && (tag.includes('-') || /^(?:script|style|iframe|svg|path|i|a|span)$/.test(tag))) {
      this.#builder.closeElement(tag, end)
    }
  }
}
