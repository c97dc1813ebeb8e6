import { AttributeReader, type Inset, noAttributes, pairInsets, type RawInset } from './insets.js'
import { isPullQuoteTag } from './pull-quote-markup.js'

/** Tags whose first word is the file they draw in. */
const includes = /^(?:include|include_relative|include_cached|include-cached|render|partial|component|import)$/

/**
 * What site generators leave in Markdown: Liquid and Nunjucks (`{% … %}`, `{{ … }}`, `{# … #}`), Hugo shortcodes
 * (`{{< … >}}`, `{{% … %}}`), components of MDX (`<PullQuote …>`, `{/* … *\/}`) and fenced divisions (`::: name`).
 * In the order of the body, none overlapping. Linear.
 */
export function findTemplateTags(body: string): Inset[] {
  const hasBraces = body.includes('{')
  const hasComponents = /<\/?[A-Z]/.test(body)
  const hasFences = body.includes(':::')
  if (!hasBraces && !hasComponents && !hasFences) return []
  const scanner = new TagScanner(body)
  const interesting = /[{<]|^[ \t]{0,3}:{3,}/gm
  for (let match = interesting.exec(body); match; match = interesting.exec(body)) {
    const start = match.index
    const inset =
      match[0] === '{' ? scanner.braces(start) : match[0] === '<' ? scanner.component(start) : scanner.fence(start)
    if (inset) interesting.lastIndex = Math.max(inset.end, start + 1)
  }
  return markPlaces(
    body,
    pairInsets(
      scanner.found.sort((a, b) => a.start - b.start),
      (inset) =>
        inset.syntax === 'component'
          ? inset.role === 'single' || inset.attributes.size > 0
          : inset.syntax !== 'fence' || isPullQuoteTag(inset.name),
    ),
  )
}

/**
 * HTML tags that must not begin an HTML block, because Markdown follows on the next line: those with kramdown's
 * `markdown="1"`, and line breaks on a line of their own.
 */
export function findMarkdownTags(body: string): Inset[] {
  const found: Inset[] = []
  for (const match of body.matchAll(/<\w+(?:\s[^<>]*)?\smarkdown=[^<>]*>|^[ \t]*<br\s*\/?>[ \t]*$/gim)) {
    const end = match.index + match[0].length
    found.push({ start: match.index, end, role: 'single', name: 'html', attributes: noAttributes, syntax: 'html' })
  }
  return found
}

class TagScanner {
  readonly found: RawInset[] = []
  readonly #body: string
  readonly #reader: AttributeReader
  readonly #fences: string[] = []
  /** For each ending: where the next one is; -1 where there is none. */
  readonly #next = new Map<string, number>()

  constructor(body: string) {
    this.#body = body
    this.#reader = new AttributeReader(body)
  }

  braces(start: number): RawInset | undefined {
    const second = this.#body[start + 1]
    if (second === '%') return this.#liquid(start)
    if (second === '#') return this.#plain(start, '#}', 'comment')
    if (second === '/' && this.#body[start + 2] === '*') return this.#plain(start, '*/}', 'comment')
    if (second !== '{') return undefined
    const third = this.#body[start + 2]
    if (third === '<') return this.#hugo(start, '>}}')
    if (third === '%') return this.#hugo(start, '%}}')
    return this.#plain(start, '}}', 'expression')
  }

  component(start: number): RawInset | undefined {
    const body = this.#body
    const match = nameOf(/<(\/?)([A-Z][\w.]*)/y, body, start)
    if (!match) return undefined
    const after = start + match[0].length
    const name = (match[2] ?? '').toLowerCase()
    if (match[1]) {
      const end = this.#ending('>', after)
      return end < 0 || body.slice(after, end).trim()
        ? undefined
        : this.#add(start, end + 1, 'close', name, 'component')
    }
    if (!/[\s/>]/.test(body[after] ?? '')) return undefined
    const isEnd = (index: number): number => (body[index] === '>' ? 1 : body.startsWith('/>', index) ? 2 : 0)
    const read = this.#reader.read(after, isEnd)
    if (!read) return undefined
    // Astro: the words stand as HTML in the attribute.
    const html = read.attributes.get('set:html')
    if (html && html.end > html.start && html.text) {
      this.#add(html.end, read.end, 'single', 'expression', 'component')
      return this.#add(start, html.start, 'single', 'expression', 'component')
    }
    const role = body[read.end - 2] === '/' ? 'single' : 'open'
    return this.#add(start, read.end, role, name, 'component', read.attributes)
  }

  fence(start: number): RawInset | undefined {
    const body = this.#body
    const line = body.indexOf('\n', start)
    const end = line < 0 ? body.length : line
    const text = body.slice(start, Math.min(end, start + 1000)).trim()
    const words = text.replace(/^:+\s*/, '').replace(/:+$/, '')
    const from = body.indexOf(':', start)
    if (!words) {
      const name = this.#fences.pop()
      return name === undefined ? undefined : this.#add(from, from + text.length, 'close', name, 'fence')
    }
    const name = (/[.\s{]*([\p{L}\p{N}_-]+)/u.exec(words)?.[1] ?? 'division').toLowerCase()
    this.#fences.push(name)
    const at = from + text.indexOf(words)
    const read = /=/.test(words)
      ? this.#reader.read(at, (index) => (index >= end || body[index] === '}' ? 1 : 0))
      : undefined
    return this.#add(from, from + text.length, 'open', name, 'fence', read?.attributes)
  }

  #liquid(start: number): RawInset | undefined {
    const body = this.#body
    const close = this.#ending('%}', start)
    if (close < 0 || close - start > 10_000) return undefined
    const match = nameOf(/\{%[-~]?\s*([\p{L}\p{N}_./-]+)/uy, body, start)
    if (!match) return this.#add(start, close + 2, 'single', 'expression', 'liquid')
    const isEnd = (index: number): number => (body.startsWith('%}', index) ? 2 : body.startsWith('-%}', index) ? 3 : 0)
    let name = (match[1] ?? '').toLowerCase()
    let after = start + match[0].length
    let role: RawInset['role'] = 'open'
    if (includes.test(name)) {
      role = 'single'
      const file = nameOf(/\s*['"]?([\p{L}\p{N}_./-]+)['"]?\s*,?/uy, body, after)
      if (file) {
        name = (file[1] ?? '').toLowerCase()
        after += file[0].length
      }
    } else if (/^end\p{L}/u.test(name)) {
      role = 'close'
      name = name.slice(3)
    }
    const read = this.#reader.read(after, isEnd)
    return this.#add(start, read?.end ?? close + 2, role, name, 'liquid', read?.attributes)
  }

  #hugo(start: number, ending: string): RawInset | undefined {
    const body = this.#body
    const close = this.#ending(ending, start)
    if (close < 0 || close - start > 10_000) return undefined
    const match = nameOf(/\{\{[<%]\s*(\/?)\s*([\p{L}\p{N}_./-]+)/uy, body, start)
    if (!match) return this.#add(start, close + 3, 'single', 'expression', 'hugo')
    const name = (match[2] ?? '').toLowerCase().replace(/\/$/, '')
    if (match[1]) return this.#add(start, close + 3, 'close', name, 'hugo')
    const isEnd = (index: number): number =>
      body.startsWith(ending, index) ? 3 : body[index] === '/' && body.startsWith(ending, index + 1) ? 4 : 0
    const read = this.#reader.read(start + match[0].length, isEnd)
    const end = read?.end ?? close + 3
    return this.#add(start, end, body[end - 4] === '/' ? 'single' : 'open', name, 'hugo', read?.attributes)
  }

  #plain(start: number, ending: string, name: string): RawInset | undefined {
    const close = this.#ending(ending, start)
    if (close < 0 || close - start > 2000) return undefined
    return this.#add(start, close + ending.length, 'single', name, 'liquid')
  }

  #ending(ending: string, from: number): number {
    const known = this.#next.get(ending)
    if (known !== undefined && (known < 0 || known >= from)) return known
    const found = this.#body.indexOf(ending, from)
    this.#next.set(ending, found)
    return found
  }

  #add(
    start: number,
    end: number,
    role: RawInset['role'],
    name: string,
    syntax: RawInset['syntax'],
    attributes = noAttributes,
  ): RawInset {
    const inset: RawInset = { start, end, role, name, attributes, syntax }
    this.found.push(inset)
    return inset
  }
}

/** Octopress: `{% pullquote %} … {" the words "} … {% endpullquote %}` sets the words apart where they stand. */
function markPlaces(body: string, insets: readonly Inset[]): Inset[] {
  const result: Inset[] = []
  let placesEnd = -1
  for (const inset of insets) {
    const isQuote = inset.syntax === 'liquid' && isPullQuoteTag(inset.name)
    if (isQuote && inset.closing && inset.start >= placesEnd) {
      const places = placesIn(body, inset.end, inset.closing.start)
      if (places.length > 0) {
        placesEnd = inset.closing.end
        result.push({ ...inset, role: 'single', attributes: noAttributes }, ...places)
        continue
      }
    }
    if (inset.start < placesEnd) {
      if (isQuote) result.push({ ...inset, role: 'single', attributes: noAttributes })
      continue
    }
    result.push(inset)
  }
  return result
}

function placesIn(body: string, start: number, end: number): Inset[] {
  const places: Inset[] = []
  for (let at = body.indexOf('{"', start); at >= 0 && at < end; ) {
    const close = body.indexOf('"}', at + 2)
    if (close < 0 || close >= end) break
    const shared = { name: 'place', attributes: noAttributes, syntax: 'place' as const }
    places.push({ ...shared, start: at, end: at + 2, role: 'open', closing: { start: close, end: close + 2 } })
    places.push({ ...shared, start: close, end: close + 2, role: 'close' })
    at = body.indexOf('{"', close + 2)
  }
  return places
}

function nameOf(pattern: RegExp, body: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(body)
}
