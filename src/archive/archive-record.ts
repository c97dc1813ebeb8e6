import type { KlartekstErrorCode } from '../klartekst-error.js'
import type { Article } from '../model/article.js'

/** A record of an archive that cannot be used: why, where it stands, and the record itself, so that nothing is lost. */
export interface BadRecord {
  readonly code: KlartekstErrorCode
  /** For people: what is wrong, and what was expected. */
  readonly cause: string
  readonly file: string
  /** From 1: a line of a file of lines, else the number of the record in its file. */
  readonly place: number
  readonly id?: string
  /** As it stood, or its beginning where it is too large; in base64 where it is no text. */
  readonly record: string
}

/** What stands at a place of an archive: an article, or a record that is none. */
export type ArchiveRecord =
  | { readonly article: Article; readonly file: string; readonly place: number }
  | { readonly bad: BadRecord }

/** One record of a file as its reader found it. */
export type FoundRecord =
  | { readonly article: Article; readonly place: number }
  | { readonly bad: Omit<BadRecord, 'file'> }

// by hand: an article of a million words is 6 MB; beyond this a record is a mistake, or an attack
export const maxRecordBytes: number = 64 * 1024 * 1024

/** How much of a record that is too large goes into the list of errors. */
const keptCharacters = 1000

/** A record over `maxRecordBytes`. */
export function tooLarge(place: number, beginning: string): FoundRecord {
  const cause = `The record is larger than ${maxRecordBytes / 1024 / 1024} MB; only its beginning is given here.`
  return { bad: { code: 'INPUT_TOO_LARGE', cause, place, record: beginning.slice(0, keptCharacters) } }
}
