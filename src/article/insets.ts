import { plainText } from './plain-text.js'
import type { Attributes, AttributeValue } from './pull-quote-markup.js'

/** Something in a body that is neither text nor HTML: a shortcode, a template tag, a component. */
export interface Inset {
  readonly start: number
  readonly end: number
  /** `literal`: an escaped one, which is text. */
  readonly role: 'open' | 'close' | 'single' | 'literal'
  /** Lower case. */
  readonly name: string
  readonly attributes: Attributes
  readonly syntax: 'bracket' | 'liquid' | 'hugo' | 'component' | 'fence' | 'place' | 'html'
  /** Openings: where the closing one starts and ends. */
  readonly closing?: { readonly start: number; readonly end: number }
}

export const noAttributes: Attributes = new Map<string, AttributeValue>()

/** Stands for a character of an inset in a masked body. */
export const filler = '\u0001'

/** The body with its insets blanked out, so that parsers do not trip over them; all offsets stay true. */
export function maskInsets(body: string, insets: readonly Inset[]): string {
  if (insets.length === 0) return body
  const parts: string[] = []
  let at = 0
  for (const { start, end } of insets) {
    parts.push(body.slice(at, start), filler.repeat(end - start))
    at = end
  }
  parts.push(body.slice(at))
  return parts.join('')
}

/** An inset that has been read but not yet matched with its closing. */
export type RawInset = Omit<Inset, 'role' | 'closing'> & { readonly role: Inset['role'] }

/**
 * Matches openings with closings of the same name, innermost first; an opening without a closing is `single`, a
 * closing without an opening too. `keep` says which single ones are insets at all; the rest is text.
 */
export function pairInsets(found: readonly RawInset[], keep: (inset: RawInset) => boolean): Inset[] {
  const open = new Map<string, number[]>()
  const closings = new Map<number, number>()
  const paired = new Set<number>()
  for (const [index, inset] of found.entries()) {
    const key = `${inset.syntax} ${inset.name}`
    if (inset.role === 'open') {
      const waiting = open.get(key)
      if (waiting) waiting.push(index)
      else open.set(key, [index])
    } else if (inset.role === 'close') {
      const opener = open.get(key)?.pop()
      if (opener === undefined) continue
      closings.set(opener, index)
      paired.add(index)
    }
  }
  const result: Inset[] = []
  for (const [index, inset] of found.entries()) {
    const closing = found[closings.get(index) ?? -1]
    if (closing) result.push({ ...inset, closing: { start: closing.start, end: closing.end } })
    else if (inset.role === 'literal' || paired.has(index)) result.push(inset)
    else if (keep(inset)) result.push({ ...inset, role: 'single' })
  }
  return result
}

/** Reads `name="value" name='value' name=value "value" value` from `start`; stops before what is none of these. */
export class AttributeReader {
  readonly #body: string
  /** Units that may still be looked at: hostile bodies must not make it start over for ever. */
  #budget: number

  constructor(body: string) {
    this.#body = body
    this.#budget = body.length * 6 + 1000
  }

  /**
   * @param isEnd - whether the inset ends at an index, and how many units that takes; 0: it does not
   * @returns attributes and the index behind the end, or undefined where it never ends
   */
  read(start: number, isEnd: (index: number) => number): { attributes: Attributes; end: number } | undefined {
    const body = this.#body
    const attributes = new Map<string, AttributeValue>()
    let position = 0
    let index = start
    while (index < body.length) {
      if (this.#budget-- <= 0) return undefined
      const ending = isEnd(index)
      if (ending > 0) return { attributes, end: index + ending }
      const code = body.charCodeAt(index)
      if (code <= 0x20 || code === 0xa0 || code === 0x2c || code === 0x2f) {
        index++
        continue
      }
      if (code === 0x5b || code === 0x3c) return undefined
      const name = this.#bareWord(index, isEnd, true)
      const after = index + name.length
      if (name && body[after] === '=') {
        const value = this.#value(after + 1, isEnd)
        if (!value) return undefined
        if (attributes.size < 100) attributes.set(name.toLowerCase(), value.value)
        index = value.end
      } else {
        const value = this.#value(index, isEnd)
        if (!value) return undefined
        if (attributes.size < 100) attributes.set(String(position++), value.value)
        index = Math.max(value.end, index + 1)
      }
    }
    return undefined
  }

  #value(start: number, isEnd: (index: number) => number): { value: AttributeValue; end: number } | undefined {
    const body = this.#body
    const closing = closers.get(body[start] ?? '')
    if (closing) {
      const end = this.#closing(closing, start + 1)
      if (end >= 0) return { value: this.#made(start + 1, end), end: end + 1 }
      return undefined
    }
    if (body[start] === '{') return this.#expression(start)
    const word = this.#bareWord(start, isEnd, false)
    return { value: this.#made(start, start + word.length), end: start + word.length }
  }

  /** A component's `{…}`: a string in it is the value, anything else is an empty one. */
  #expression(start: number): { value: AttributeValue; end: number } | undefined {
    const body = this.#body
    let depth = 0
    for (let index = start; index < body.length; index++) {
      if (this.#budget-- <= 0) return undefined
      const character = body[index] ?? ''
      if (character === '"' || character === "'" || character === '`') {
        const end = this.#closing(character, index + 1)
        if (end < 0) return undefined
        if (depth === 1 && !body.slice(start + 1, index).trim() && /^\s*\}/.test(body.slice(end + 1, end + 9))) {
          return { value: this.#made(index + 1, end), end: body.indexOf('}', end) + 1 }
        }
        index = end
      } else if (character === '{') depth++
      else if (character === '}' && --depth === 0) {
        return { value: { text: '', start: start + 1, end: index }, end: index + 1 }
      }
    }
    return undefined
  }

  #closing(closing: string, start: number): number {
    const body = this.#body
    for (let index = start; index < body.length; index++) {
      if (this.#budget-- <= 0) return -1
      const character = body[index] ?? ''
      if (character === '\\') index++
      else if (closing.includes(character)) return index
    }
    return -1
  }

  #bareWord(start: number, isEnd: (index: number) => number, isName: boolean): string {
    const body = this.#body
    let index = start
    for (; index < body.length; index++) {
      if (this.#budget-- <= 0) break
      const code = body.charCodeAt(index)
      if (code <= 0x20 || code === 0xa0 || code === 0x5b || code === 0x3c || isEnd(index) > 0) break
      if (isName && (code === 0x3d || code === 0x22 || code === 0x27)) break
    }
    return body.slice(start, index)
  }

  #made(start: number, end: number): AttributeValue {
    const raw = this.#body.slice(start, end)
    return { text: plainText(raw.includes('\\') ? raw.replace(/\\(["'\\])/g, '$1') : raw), start, end }
  }
}

const closers = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”“'],
  ['”', '”'],
  ['„', '“”'],
])
