import { type FoundRecord, tooLarge } from './archive-record.js'
import { readLines } from './read-lines.js'
import { toArticle } from './to-article.js'

/** JSONL: an article a line; empty lines are passed over. */
export async function* readJsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<FoundRecord> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const { bytes, number: place, isTooLong } of readLines(chunks)) {
    if (isTooLong) {
      yield tooLarge(place, bytes.toString('utf8', 0, 4000))
      continue
    }
    let record: string
    try {
      record = decoder.decode(bytes)
    } catch {
      const cause = 'The line is not UTF-8; its bytes are given in base64.'
      yield { bad: { code: 'BAD_ENCODING', cause, place, record: bytes.toString('base64') } }
      continue
    }
    if (record.trim() === '') continue
    yield readJson(record, place)
  }
}

/** A JSON array of articles, or a single one, in one file. */
export async function* readJsonFile(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<FoundRecord> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > maxBytes) {
      yield tooLarge(1, parts[0]?.toString('utf8', 0, 4000) ?? '')
      return
    }
    parts.push(chunk)
  }
  const text = Buffer.concat(parts).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    yield {
      bad: {
        code: 'BAD_RECORD',
        cause: `The file is not JSON: ${messageOf(error)}.`,
        place: 1,
        record: text.slice(0, 1000),
      },
    }
    return
  }
  for (const [index, record] of (Array.isArray(value) ? value : [value]).entries())
    yield checked(record, index + 1, undefined)
}

function readJson(text: string, place: number): FoundRecord {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { bad: { code: 'BAD_RECORD', cause: `The line is not JSON: ${messageOf(error)}.`, place, record: text } }
  }
  return checked(value, place, text)
}

function checked(value: unknown, place: number, text: string | undefined): FoundRecord {
  const read = toArticle(value)
  return 'article' in read
    ? { article: read.article, place }
    : { bad: { code: 'BAD_RECORD', cause: read.cause, place, record: text ?? JSON.stringify(value) } }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
