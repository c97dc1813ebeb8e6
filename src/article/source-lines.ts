import { filler } from './insets.js'

/** Where the characters of a paragraph's content stand in the body. */
export interface Places {
  /** Offset in the body of a character of the content. */
  readonly at: (offset: number) => number
  /** Offset in the body behind the character before `offset`. */
  readonly end: (offset: number) => number
}

/** The lines of a body as a Markdown parser sees them, and the way back from a paragraph's content to the body. */
export class SourceLines {
  /** The body from `start` on, every line break `\n`, of the same length. */
  readonly text: string
  readonly #start: number
  readonly #starts: number[] = [0]

  constructor(body: string, start: number) {
    const text = start > 0 ? body.slice(start) : body
    const lines = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text
    this.text = hideDates(lines)
    this.#start = start
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Where a line starts in the body. */
  startOf(line: number): number {
    return this.#start + (this.#starts[line] ?? this.text.length)
  }

  /** Where a line ends in the body, its break not counted. */
  endOf(line: number): number {
    const next = this.#starts[line + 1]
    return this.#start + (next === undefined ? this.text.length : Math.max(0, next - 1))
  }

  /**
   * Where `content` stands: the parser strips indentation and quote marks off each line, so a line of the content is
   * the tail of its line in the body; in a heading it stands behind the number signs.
   * @param firstLine - the line of the content's first character, or one before it
   * @param markup - of a heading: its number signs
   */
  locate(content: string, firstLine: number, markup: string): Places {
    const offsets: number[] = []
    const bases: number[] = []
    let offset = 0
    let line = firstLine
    for (const words of content.split('\n')) {
      const from = (this.#starts[line] ?? this.text.length) + (markup.startsWith('#') ? markup.length : 0)
      const source = this.text.slice(from, this.endOf(line) - this.#start)
      const core = words.trim()
      const tail = source.trimEnd()
      const inSource = tail.endsWith(core) && !markup.startsWith('#') ? tail.length - core.length : source.indexOf(core)
      const shift = words.length - words.trimStart().length
      offsets.push(offset)
      bases.push(this.#start + from + Math.max(0, inSource) - shift)
      offset += words.length + 1
      line++
    }
    let current = 0
    const at = (wanted: number): number => {
      while (current > 0 && (offsets[current] ?? 0) > wanted) current--
      while (current + 1 < offsets.length && (offsets[current + 1] ?? 0) <= wanted) current++
      return Math.max(0, (bases[current] ?? 0) + wanted - (offsets[current] ?? 0))
    }
    return { at, end: (wanted) => (wanted > 0 ? at(wanted - 1) + 1 : at(0)) }
  }
}

/**
 * "1986. A great year." and "12. maj skrev hun" begin with a number, not with a list of one item. A number stands for
 * a list when its neighbour does; else when it is small and a capital follows. Hidden from the parser, not from the text.
 */
function hideDates(text: string): string {
  const found = [...text.matchAll(/^ {0,3}(\d{1,9})[.)] +(?=(\S))/gm)]
  if (found.length === 0) return text
  const numbers = found.map((match) => Number(match[1]))
  const parts: string[] = []
  let at = 0
  for (const [index, match] of found.entries()) {
    const number = numbers[index] ?? 0
    const isList = [numbers[index - 1], numbers[index + 1]].some(
      (other) => other !== undefined && Math.abs(other - number) <= 1,
    )
    if (isList || (number < 100 && !/\p{Ll}/u.test(match[2] ?? ''))) continue
    const dot = match.index + match[0].search(/[.)]/)
    parts.push(text.slice(at, dot), filler)
    at = dot + 1
  }
  return at === 0 ? text : parts.join('') + text.slice(at)
}
