/** A stretch of `document.text`: half open, in UTF-16 code units, so that `text.slice(start, end)` is what it names. */
export interface Span {
  readonly start: number
  readonly end: number
}
