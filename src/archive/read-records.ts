import { stat } from 'node:fs/promises'
import type { ArchiveRecord, FoundRecord } from './archive-record.js'
import { type ChunkSource, readChunks } from './read-chunks.js'
import { readCsv } from './read-csv.js'
import { readFolder } from './read-folder.js'
import { readJsonFile, readJsonLines } from './read-json-lines.js'
import { readWordpressExport } from './read-wordpress-export.js'

// by hand: an array of JSON has to be held whole; JSONL has no such bound
const maxJsonBytes = 256 * 1024 * 1024

/** Every record of the archives named, in order: the articles, and the records that are none with their cause. */
export async function* readRecords(paths: readonly string[], source: ChunkSource = {}): AsyncGenerator<ArchiveRecord> {
  for (const path of paths) {
    if (path !== '-' && (await stat(path)).isDirectory()) {
      yield* readFolder(path, source.onBytes)
      continue
    }
    for await (const found of await readFile(path, source)) {
      if ('bad' in found) yield { bad: { file: path, ...found.bad } }
      else yield { ...found, file: path }
    }
  }
}

/** What a file holds, by its name or else by how it begins. */
async function readFile(path: string, source: ChunkSource): Promise<AsyncGenerator<FoundRecord>> {
  const chunks = readChunks(path, source)
  const { value: first, done } = await chunks.next()
  const bytes = done ? Buffer.alloc(0) : first
  async function* all(): AsyncGenerator<Buffer> {
    if (bytes.length > 0) yield bytes
    yield* chunks
  }
  const name = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase()
  const beginning = bytes.toString('latin1', 0, 1000).trimStart()
  if (name === 'csv' || name === 'tsv') return readCsv(all())
  if (name === 'jsonl' || name === 'ndjson') return readJsonLines(all())
  if (name === 'xml' || name === 'wxr' || beginning.startsWith('<')) return readWordpressExport(all())
  if (name === 'json' && (beginning.startsWith('[') || /^\{\s*\n/.test(beginning)))
    return readJsonFile(all(), maxJsonBytes)
  if (beginning.startsWith('[')) return readJsonFile(all(), maxJsonBytes)
  if (beginning === '' || beginning.startsWith('{')) return readJsonLines(all())
  return readCsv(all())
}
