import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { KlartekstError } from '../klartekst-error.js'

/** Where bytes come from, and who is told how many were read (as they lie in the file, before unpacking). */
export interface ChunkSource {
  readonly stdin?: NodeJS.ReadableStream
  readonly onBytes?: (bytes: number) => void
}

/**
 * The bytes of a file, or of standard input for `-`, as UTF-8 without a byte order mark: gzip is unpacked whatever the
 * file is called, UTF-16 is turned into UTF-8.
 * @throws KlartekstError BAD_ENCODING where gzip is cut short or damaged; Node's own errors where a file cannot be read.
 */
export async function* readChunks(file: string, source: ChunkSource = {}): AsyncGenerator<Buffer> {
  const unpacked = unpack(file, count(file === '-' ? (source.stdin ?? process.stdin) : createReadStream(file), source))
  const first = await join(unpacked, 3)
  if (first.length === 0) return
  const utf16 =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : undefined
  if (!utf16) {
    const hasMark = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf
    yield hasMark ? first.subarray(3) : first
    yield* unpacked
    return
  }
  const decoder = new TextDecoder(utf16)
  yield Buffer.from(decoder.decode(first, { stream: true }))
  for await (const chunk of unpacked) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

async function* count(stream: NodeJS.ReadableStream, { onBytes }: ChunkSource): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Buffer)
    onBytes?.(bytes.length)
    yield bytes
  }
}

async function* unpack(file: string, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await join(chunks, 2)
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    if (first.length > 0) yield first
    yield* chunks
    return
  }
  async function* packed() {
    yield first
    yield* chunks
  }
  const gunzip = createGunzip()
  pipeline(Readable.from(packed(), { objectMode: false }), gunzip, () => {}) // errors come out of the iteration below
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    throw new KlartekstError(
      'BAD_ENCODING',
      `${file} is cut short or damaged: ${message}.`,
      'Get a whole copy of the file.',
    )
  }
}

/** The first chunks together, until they hold `length` bytes or the end has come. */
async function join(chunks: AsyncGenerator<Buffer>, length: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  while (size < length) {
    const { value, done } = await chunks.next()
    if (done) break
    parts.push(value)
    size += value.length
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts)
}
