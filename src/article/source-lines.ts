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
    this.text = text.includes('\r') ? text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : text
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
