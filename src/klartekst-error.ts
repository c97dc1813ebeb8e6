/** What went wrong, where a caller must tell cases apart. */
export type KlartekstErrorCode =
  | 'INDEX_VERSION'
  | 'INDEX_CORRUPT'
  | 'DUPLICATE_ID'
  | 'UNKNOWN_ID'
  | 'MISSING_ID'
  | 'INPUT_TOO_LARGE'
  | 'BAD_ENCODING'
  | 'BAD_RECORD'
  | 'ENGINE'

/** An error that a caller may act on: `code` for programs, `message` and `hint` (the next step) for people. */
export class KlartekstError extends Error {
  override readonly name: string = 'KlartekstError'
  readonly code: KlartekstErrorCode
  readonly hint: string
  /** The article it is about, where there is one. */
  declare readonly id?: string

  constructor(code: KlartekstErrorCode, message: string, hint: string, id?: string) {
    super(`${message} ${hint}`)
    this.code = code
    this.hint = hint
    if (id !== undefined) this.id = id
  }
}
