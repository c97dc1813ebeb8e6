import { KlartekstError } from '../klartekst-error.js'
import type { Article } from '../model/article.js'
import type { BadRecord } from './archive-record.js'
import { readRecords } from './read-records.js'

/** How an archive is read. */
export interface ReadArchiveOptions {
  /** Told of each record that is no article, in its turn; without it the first one is thrown. */
  readonly onError?: (record: BadRecord) => void
  /** Told how many bytes were read, as they lie on disk. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * The articles of an archive, in order, one at a time.
 *
 * A path is a file of JSONL (an article a line), a WordPress export (WXR), CSV with a head line, a JSON array, a folder of
 * Markdown, HTML or text files, or `-` for standard input; files may be packed with gzip. Fields of a record that an
 * article does not have go into `meta`.
 * @throws KlartekstError BAD_RECORD (or what the record's code says) at the first bad record, if there is no `onError`;
 *   BAD_ENCODING where gzip is damaged. Node's own errors where a file cannot be read.
 * @remarks Streaming: memory does not grow with the archive.
 */
export async function* readArchive(
  paths: readonly string[],
  options: ReadArchiveOptions = {},
): AsyncGenerator<Article> {
  if (!Array.isArray(paths) || paths.some((path) => typeof path !== 'string')) {
    throw new TypeError(`readArchive: wanted a list of paths; got ${typeof paths}`)
  }
  for await (const record of readRecords(paths, options)) {
    if ('article' in record) yield record.article
    else if (options.onError) options.onError(record.bad)
    else throw asError(record.bad)
  }
}

function asError({ code, cause, file, place, id }: BadRecord): KlartekstError {
  return new KlartekstError(
    code,
    `${file}, record ${place}: ${cause}`,
    'Give `onError` to go on after such records.',
    id,
  )
}
