import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { type FoundRecord, maxRecordBytes } from './archive-record.js'
import { toArticle } from './to-article.js'

/**
 * CSV with a head line that names the columns as an article's fields; other columns go into `meta`. Comma, semicolon and
 * tab are told apart by the head line; lists (`tags`, `pins`, `excludes`) are parted by `|`, or else by `;` or `,`.
 */
export async function* readCsv(chunks: AsyncGenerator<Buffer>): AsyncGenerator<FoundRecord> {
  const { value: first, done } = await chunks.next()
  if (done) return
  async function* all() {
    yield first as Buffer
    yield* chunks
  }
  const parser = parse({
    delimiter: delimiterOf(first),
    info: true,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordBytes,
  })
  const rows = Readable.from(all(), { objectMode: false })
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  let columns: string[] | undefined
  let place = 1
  try {
    for await (const { record, raw } of rows as AsyncIterable<{ record: string[]; raw: string }>) {
      if (columns) yield readRow(columns, record, raw, place)
      else columns = record.map((name) => name.trim())
      place++
    }
  } catch (error) {
    if (!isCsvError(error)) throw error
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'INPUT_TOO_LARGE' : 'BAD_RECORD'
    yield { bad: { code, cause: `The file cannot be read as CSV from here on: ${error.message}.`, place, record: '' } }
  }
}

const listColumns: readonly string[] = ['tags', 'pins', 'excludes']

function readRow(columns: readonly string[], row: readonly string[], raw: string, place: number): FoundRecord {
  const bad = (cause: string): FoundRecord => ({
    bad: { code: 'BAD_RECORD', cause, place, record: raw.replace(/\r?\n$/, '') },
  })
  if (row.length !== columns.length) return bad(`The row has ${row.length} columns, the head line ${columns.length}.`)
  const fields = columns.flatMap((name, index) => {
    const value = row[index] ?? ''
    return value === '' && name !== 'body' ? [] : [[name, listColumns.includes(name) ? listOf(value) : value] as const]
  })
  const read = toArticle(Object.fromEntries(fields))
  return 'article' in read ? { article: read.article, place } : bad(read.cause)
}

function listOf(value: string): string[] {
  const separator = value.includes('|') ? '|' : value.includes(';') ? ';' : ','
  return value
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function delimiterOf(chunk: Buffer): string {
  const head = chunk.toString('utf8').split('\n', 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((mark) => [mark, head.split(mark).length] as const)
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}
