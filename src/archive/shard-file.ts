import type { Shard, Source } from './index-records.js'

/** A shard as bytes that stand one after the other in a working file: a line of JSON, then the index. */
export function writeShard({ sources, index }: Shard): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ sources, bytes: index?.length ?? 0 })}\n`)
  return index ? Buffer.concat([head, index]) : head
}

/** The shards of a working file, in order. */
export function* readShards(file: Buffer): Generator<Pick<Shard, 'sources' | 'index'>> {
  for (let start = 0; start < file.length; ) {
    const end = file.indexOf(10, start)
    const { sources, bytes } = JSON.parse(file.toString('utf8', start, end)) as { sources: Source[]; bytes: number }
    start = end + 1 + bytes
    yield { sources, ...(bytes > 0 && { index: new Uint8Array(file.subarray(end + 1, start)) }) }
  }
}
