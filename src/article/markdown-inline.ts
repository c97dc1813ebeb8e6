import { plainText } from './plain-text.js'

/** A stretch of a paragraph's Markdown, and what it is. In order; what lies between two items is markup. */
export interface InlineItem {
  readonly kind: 'text' | 'drop' | 'character' | 'html' | 'code' | 'hard-break' | 'soft-break'
  readonly start: number
  readonly end: number
  /** Kind `character`: what it stands for. */
  readonly text?: string
  /** Marks that end before the item, and marks that begin after it. */
  readonly closes: readonly InlineMark[]
  readonly opens: readonly InlineMark[]
}

export type InlineMark = 'em' | 'strong' | 'a' | 'span'

type Item = { -readonly [Key in keyof InlineItem]: InlineItem[Key] } & { closes: InlineMark[]; opens: InlineMark[] }

/** A run of `*`, `_`, `~~` or `==` that may open or close something (CommonMark 0.31, "Emphasis"). */
interface Delimiter {
  readonly item: Item
  readonly character: string
  readonly length: number
  left: number
  readonly canOpen: boolean
  readonly canClose: boolean
  previous: Delimiter | undefined
  next: Delimiter | undefined
}

interface Bracket {
  readonly item: Item
  readonly index: number
  /** An image or a note (`^[…]`): nothing of it stands in the text. */
  readonly isImage: boolean
  readonly delimiter: Delimiter | undefined
}

const special = /[\\`*_[\]!<&\n~=^{]/g
/** kramdown's `{: .name rel="x"}` behind a link or a word. */
const attributeList =
  /\{:?\s*(?:[.#][\w-]+|:?[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))(?:\s+(?:[.#][\w-]+|:?[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)))*\s*\}/y
const punctuation = /[\p{P}\p{S}]/u
/** CommonMark 0.31, "Raw HTML". */
const tag = /^<\/?[a-z][a-z\d-]*(?:\s+[a-z_:@][\w.:@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>$/i
/** An address or a title of a link that is longer is none. By hand. */
const maxLink = 4000

/**
 * Reads the inline Markdown of one paragraph: emphasis, links, images, code, HTML, entities, escapes, line breaks.
 * Linear in the text on any input.
 * @param isReference - whether a link reference of that label is defined
 */
export function readInline(text: string, isReference: (label: string) => boolean): readonly InlineItem[] {
  return new InlineReader(text, isReference).read()
}

class InlineReader {
  readonly #text: string
  readonly #isReference: (label: string) => boolean
  readonly #items: Item[] = []
  readonly #brackets: Bracket[] = []
  /** Brackets below this height stand around a link and cannot be links themselves. */
  #inactive = 0
  #lastDelimiter: Delimiter | undefined
  readonly #stars: Item[] = []
  #ticks: Map<number, number[]> | undefined
  #budget: number

  constructor(text: string, isReference: (label: string) => boolean) {
    this.#text = text
    this.#isReference = isReference
    this.#budget = text.length * 8 + 1000
  }

  read(): readonly Item[] {
    const text = this.#text
    let at = 0
    while (at < text.length) {
      special.lastIndex = at
      const match = special.exec(text)
      const found = match ? match.index : text.length
      if (found > at) this.#add('text', at, found)
      at = found < text.length ? this.#special(found) : found
    }
    this.#processEmphasis(undefined)
    this.#dropStars()
    return this.#items
  }

  #add(kind: Item['kind'], start: number, end: number, replacement?: string): Item {
    const item: Item = {
      kind,
      start,
      end,
      closes: [],
      opens: [],
      ...(replacement !== undefined && { text: replacement }),
    }
    this.#items.push(item)
    return item
  }

  #special(at: number): number {
    const text = this.#text
    switch (text[at]) {
      case '\\':
        return this.#escape(at)
      case '`':
        return this.#code(at)
      case '\n':
        return this.#lineBreak(at)
      case '[':
        return this.#openBracket(at, false)
      case ']':
        return this.#closeBracket(at)
      case '^':
        if (text[at + 1] === '[') return this.#openBracket(at, true)
        break
      case '{': {
        attributeList.lastIndex = at
        const list = attributeList.exec(text)
        if (!list) break
        this.#add('drop', at, at + list[0].length)
        return at + list[0].length
      }
      case '!':
        if (text[at + 1] === '[' && text[at + 2] !== '^') return this.#openBracket(at, true)
        break
      case '<':
        return this.#angle(at)
      case '&':
        return this.#entity(at)
      default:
        return this.#delimiter(at)
    }
    this.#add('text', at, at + 1)
    return at + 1
  }

  #escape(at: number): number {
    const next = this.#text[at + 1] ?? ''
    if (next === '\n') {
      this.#add('hard-break', at, at + 2)
      return at + 2
    }
    if (/[!-/:-@[-`{-~]/.test(next)) {
      this.#add('drop', at, at + 1)
      this.#add('text', at + 1, at + 2)
      return at + 2
    }
    this.#add('text', at, at + 1)
    return at + 1
  }

  #code(at: number): number {
    const text = this.#text
    let end = at
    while (text[end] === '`') end++
    const runs = this.#tickRuns().get(end - at)
    while (runs && runs.length > 0 && runs[runs.length - 1]! < end) runs.pop()
    const close = runs?.pop()
    if (close === undefined) {
      this.#add('text', at, end)
      return end
    }
    this.#add('drop', at, end)
    this.#add('code', end, close)
    this.#add('drop', close, close + end - at)
    return close + end - at
  }

  /** Where runs of backticks start, by length, last first. */
  #tickRuns(): Map<number, number[]> {
    if (this.#ticks) return this.#ticks
    this.#ticks = new Map()
    for (const match of this.#text.matchAll(/`+/g)) {
      const runs = this.#ticks.get(match[0].length)
      if (runs) runs.push(match.index)
      else this.#ticks.set(match[0].length, [match.index])
    }
    for (const runs of this.#ticks.values()) runs.reverse()
    return this.#ticks
  }

  #lineBreak(at: number): number {
    const isHard = this.#text[at - 1] === ' ' && this.#text[at - 2] === ' '
    this.#add(isHard ? 'hard-break' : 'soft-break', at, at + 1)
    return at + 1
  }

  #openBracket(at: number, isImage: boolean): number {
    const end = at + (isImage ? 2 : 1)
    const wiki = this.#text[end] === '[' ? /!?\[\[(?:[^\][|\n]{1,200}\|)?([^\][|\n]{1,200})\]\]/y : undefined
    if (wiki) {
      wiki.lastIndex = at
      const match = wiki.exec(this.#text)
      const [whole = '', words = ''] = match ?? []
      if (match && !isImage) {
        this.#add('drop', at, at + whole.length - words.length - 2).opens.push('a')
        this.#add('text', at + whole.length - words.length - 2, at + whole.length - 2)
        this.#add('drop', at + whole.length - 2, at + whole.length).closes.push('a')
      } else if (match) this.#add('drop', at, at + whole.length)
      if (match) return at + whole.length
    }
    const footnote = !isImage && this.#text[end] === '^' ? /\[\^[^\]\s]{1,100}\]/y : undefined
    if (footnote) {
      footnote.lastIndex = at
      const match = footnote.exec(this.#text)
      if (match) {
        this.#add('drop', at, at + match[0].length)
        return at + match[0].length
      }
    }
    const item = this.#add('text', at, end)
    this.#brackets.push({ item, index: this.#items.length - 1, isImage, delimiter: this.#lastDelimiter })
    return end
  }

  #closeBracket(at: number): number {
    const bracket = this.#brackets.pop()
    const isActive = bracket && (bracket.isImage || this.#brackets.length >= this.#inactive)
    this.#inactive = Math.min(this.#inactive, this.#brackets.length)
    const end = bracket && isActive ? this.#linkEnd(bracket, at) : -1
    if (!bracket || end < 0) {
      this.#add('text', at, at + 1)
      return at + 1
    }
    this.#processEmphasis(bracket.delimiter)
    if (bracket.isImage) {
      this.#items.length = bracket.index
      this.#add('drop', bracket.item.start, end)
      return end
    }
    bracket.item.kind = 'drop'
    bracket.item.opens.push('a')
    this.#add('drop', at, end).closes.push('a')
    this.#inactive = this.#brackets.length
    return end
  }

  /** Where a link that closes at `at` ends; -1 where it is none. */
  #linkEnd(bracket: Bracket, at: number): number {
    const text = this.#text
    if (text[bracket.item.start] === '^') return at + 1
    if (text[at + 1] === '{') {
      attributeList.lastIndex = at + 1
      const list = attributeList.exec(text)
      if (list) return at + 1 + list[0].length
    }
    if (text[at + 1] === '(') {
      const end = this.#destinationEnd(at + 2)
      if (end >= 0) return end
    }
    const label = (start: number, end: number): string => text.slice(start, Math.min(end, start + 1000))
    if (text[at + 1] === '[') {
      const close = this.#find(']', at + 2, 1000)
      if (close >= 0) {
        const own = close === at + 2 ? label(bracket.item.end, at) : label(at + 2, close)
        if (this.#isReference(own)) return close + 1
      }
      return -1
    }
    return at - bracket.item.end <= 1000 && this.#isReference(label(bracket.item.end, at)) ? at + 1 : -1
  }

  /** `address "title")`, leniently: balanced parentheses, quoted titles. */
  #destinationEnd(start: number): number {
    const text = this.#text
    let depth = 0
    for (let index = start; index < text.length && index - start < maxLink; index++) {
      if (this.#budget-- <= 0) return -1
      const character = text[index]
      if (character === '\\') index++
      else if (character === '<' && index === start) {
        const close = this.#find('>', index, maxLink)
        if (close < 0) return -1
        index = close
      } else if ((character === '"' || character === "'") && /\s/.test(text[index - 1] ?? '')) {
        const close = this.#find(character, index + 1, maxLink)
        if (close < 0) return -1
        index = close
      } else if (character === '(') depth++
      else if (character === ')' && depth-- === 0) return index + 1
      else if (character === '\n' && text[index + 1] === '\n') return -1
    }
    return -1
  }

  #find(character: string, start: number, limit: number): number {
    const text = this.#text
    for (let index = start; index < text.length && index - start < limit; index++) {
      if (this.#budget-- <= 0) return -1
      if (text[index] === '\\') index++
      else if (text[index] === character) return index
    }
    return -1
  }

  #angle(at: number): number {
    const text = this.#text
    const address = /<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>/iy
    address.lastIndex = at
    const match = /[:@]/.test(text.slice(at, at + 120)) ? address.exec(text) : null
    if (match) {
      const end = at + match[0].length
      this.#add('drop', at, at + 1).opens.push('a')
      this.#add('text', at + 1, end - 1)
      this.#add('drop', end - 1, end).closes.push('a')
      return end
    }
    const end = this.#tagEnd(at)
    if (end < 0) {
      this.#add('text', at, at + 1)
      return at + 1
    }
    this.#add('html', at, end)
    return end
  }

  #tagEnd(at: number): number {
    const text = this.#text
    if (text.startsWith('<!--', at)) {
      const close = this.#budget > 0 ? text.indexOf('-->', at + 4) : -1
      if (close < 0) {
        this.#budget -= text.length - at
        return -1
      }
      return close + 3
    }
    if (!/[a-z/?!]/i.test(text[at + 1] ?? '')) return -1
    if (text[at + 1] === '/' && !/[a-z]/i.test(text[at + 2] ?? '')) return -1
    let quote = ''
    for (let index = at + 1; index < text.length; index++) {
      if (this.#budget-- <= 0) return -1
      const character = text[index] ?? ''
      if (quote) {
        if (character === quote) quote = ''
      } else if ((character === '"' || character === "'") && text[index - 1] === '=') quote = character
      else if (character === '<') return -1
      else if (character === '>') {
        const isLong = index - at > maxLink
        return isLong || text[at + 1] === '?' || text[at + 1] === '!' || tag.test(text.slice(at, index + 1))
          ? index + 1
          : -1
      }
    }
    return -1
  }

  #entity(at: number): number {
    const entity = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/iy
    entity.lastIndex = at
    const match = entity.exec(this.#text)
    const decoded = match ? plainText(match[0]) : ''
    if (!match || decoded === match[0]) {
      this.#add('text', at, at + 1)
      return at + 1
    }
    this.#add('character', at, at + match[0].length, decoded)
    return at + match[0].length
  }

  #delimiter(at: number): number {
    const text = this.#text
    const character = text[at] ?? ''
    let end = at
    while (text[end] === character) end++
    const item = this.#add('text', at, end)
    const length = end - at
    if ((character === '~' || character === '=') && length !== 2) return end
    const before = at === 0 ? '\n' : characterBefore(text, at)
    const after = end >= text.length ? '\n' : String.fromCodePoint(text.codePointAt(end) ?? 10)
    // A sum, not emphasis.
    if (character === '*' && /\d/.test(before) && /\d/.test(after)) return end
    const [spaceBefore, spaceAfter] = [/[\s\u0001]/.test(before), /[\s\u0001]/.test(after)]
    const [signBefore, signAfter] = [punctuation.test(before), punctuation.test(after)]
    const isLeft = !spaceAfter && (!signAfter || spaceBefore || signBefore)
    const isRight = !spaceBefore && (!signBefore || spaceAfter || signAfter)
    const canOpen = isLeft && (character !== '_' || !isRight || signBefore)
    const canClose = isRight && (character !== '_' || !isLeft || signAfter)
    if (!canOpen && !canClose) return end
    if (character === '*' && length > 1) this.#stars.push(item)
    const previous = this.#lastDelimiter
    const delimiter: Delimiter = { item, character, length, left: length, canOpen, canClose, previous, next: undefined }
    if (previous) previous.next = delimiter
    this.#lastDelimiter = delimiter
    return end
  }

  /** `**0,05 %**i`: what was meant to be bold but is not by the rules leaves no stars behind. */
  #dropStars(): void {
    for (const item of this.#stars) {
      if (item.end - item.start < 2) continue
      item.kind = 'drop'
    }
  }

  /** CommonMark 0.31, "Process emphasis", above `bottom`. */
  #processEmphasis(bottom: Delimiter | undefined): void {
    // For each kind of closer: no opener stands at or before that place.
    const lowest = new Map<string, number>()
    let closer = this.#lastDelimiter
    if (closer === bottom) return
    while (closer?.previous && closer.previous !== bottom) closer = closer.previous
    while (closer) {
      if (!closer.canClose) {
        closer = closer.next
        continue
      }
      const key = `${closer.character}${closer.canOpen}${closer.length % 3}`
      const stop = lowest.get(key) ?? bottom?.item.start ?? -1
      let opener = closer.previous
      while (opener && opener.item.start > stop && !matches(opener, closer)) opener = opener.previous
      if (opener && opener.item.start > stop) {
        this.#join(opener, closer)
        if (opener.left === 0) this.#remove(opener)
        if (closer.left === 0) {
          const next: Delimiter | undefined = closer.next
          this.#remove(closer)
          closer = next
        }
        continue
      }
      lowest.set(key, closer.previous?.item.start ?? -1)
      const next: Delimiter | undefined = closer.next
      if (!closer.canOpen) this.#remove(closer)
      closer = next
    }
    this.#lastDelimiter = bottom
    if (bottom) bottom.next = undefined
  }

  #join(opener: Delimiter, closer: Delimiter): void {
    const used = opener.left >= 2 && closer.left >= 2 ? 2 : 1
    const isEmphasis = opener.character === '*' || opener.character === '_'
    const mark: InlineMark = !isEmphasis ? 'span' : used === 2 ? 'strong' : 'em'
    opener.item.opens.unshift(mark)
    closer.item.closes.push(mark)
    for (const delimiter of [opener, closer]) {
      delimiter.left -= used
      delimiter.item.end -= used
    }
    // Those between can match nothing any more.
    opener.next = closer
    closer.previous = opener
  }

  #remove(delimiter: Delimiter): void {
    if (delimiter.previous) delimiter.previous.next = delimiter.next
    if (delimiter.next) delimiter.next.previous = delimiter.previous
    else if (this.#lastDelimiter === delimiter) this.#lastDelimiter = delimiter.previous
  }
}

function matches(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.character !== closer.character || !opener.canOpen) return false
  const mayClash = (closer.canOpen || opener.canClose) && closer.length % 3 !== 0
  return !(mayClash && (opener.length + closer.length) % 3 === 0)
}

function characterBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code < 0xe000 && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at)
}
