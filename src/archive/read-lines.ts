import { maxRecordBytes } from './archive-record.js'

/** A line of a file, without its end. Of a line that is too long only the beginning is kept. */
export interface Line {
  readonly bytes: Buffer
  /** From 1. */
  readonly number: number
  readonly isTooLong: boolean
}

/** The lines of a stream of bytes; memory is bounded by the longest line allowed. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pending: Buffer[] = []
  let size = 0
  let number = 1
  const take = (last: Buffer): Line => {
    const bytes = pending.length === 0 ? last : Buffer.concat([...pending, last])
    const line = { bytes, number: number++, isTooLong: size + last.length > maxRecordBytes }
    pending = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield take(chunk.subarray(start, end))
      start = end + 1
    }
    const rest = chunk.subarray(start)
    size += rest.length
    if (rest.length > 0 && size <= maxRecordBytes + chunk.length) pending.push(rest)
  }
  if (size > 0) yield take(Buffer.alloc(0))
}
