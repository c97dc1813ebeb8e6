import type { Shard } from './index-records.js'

/** What a working file keeps of a shard. */
export type KeptShard = Pick<Shard, 'sources' | 'index' | 'summaries'>

/** A shard as bytes that stand one after the other in a working file: a line of JSON, then the index. */
export function writeShard({ sources, summaries, index }: KeptShard): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ sources, summaries, bytes: index?.length ?? 0 })}\n`)
  return index ? Buffer.concat([head, index]) : head
}

/** The shards of a working file, in order. */
export function* readShards(file: Buffer): Generator<KeptShard> {
  for (let start = 0; start < file.length; ) {
    const end = file.indexOf(10, start)
    const { bytes, ...head } = JSON.parse(file.toString('utf8', start, end)) as KeptShard & { bytes: number }
    start = end + 1 + bytes
    yield { ...head, ...(bytes > 0 && { index: file.subarray(end + 1, start) }) }
  }
}
