import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { loadIndex, type RelatedIndex, saveIndex } from '../index.js'

/** What the index of the night before says of an article. */
export interface KeptSource {
  readonly fingerprint: string
  /** Of the list that was last written for it. */
  readonly list: string
}

/** An index kept from one night to the next. */
export interface KeptIndex {
  readonly index: RelatedIndex
  readonly sources: ReadonlyMap<string, KeptSource>
}

/**
 * The index of an earlier run: the bytes of `saveIndex` in the file, and beside it `….sources`, which says of what each
 * article was made. Undefined where there is no such file; without its sources everything is read again.
 * @throws KlartekstError INDEX_CORRUPT, INDEX_VERSION.
 */
export function readKeptIndex(path: string): KeptIndex | undefined {
  if (!existsSync(path)) return undefined
  const bytes = readFileSync(path)
  const index = loadIndex(bytes)
  const sources = new Map<string, KeptSource>()
  if (existsSync(sourcesOf(path))) {
    const [head, ...lines] = readFileSync(sourcesOf(path), 'utf8').split('\n')
    // A run killed between the two files leaves the sources of another index.
    if (head === checksum(bytes)) {
      for (const line of lines) {
        if (line === '') continue
        const [id, fingerprint, list] = JSON.parse(line) as [string, string, string]
        sources.set(id, { fingerprint, list })
      }
    }
  }
  return { index, sources }
}

/** What is kept of an index for the next night: the bytes of its file, and the text of the one beside it. */
export function writeKeptIndex({ index, sources }: KeptIndex): {
  readonly bytes: Uint8Array
  readonly sources: string
} {
  const bytes = saveIndex(index)
  const lines = [...sources].map(([id, { fingerprint, list }]) => JSON.stringify([id, fingerprint, list]))
  return { bytes, sources: `${[checksum(bytes), ...lines].join('\n')}\n` }
}

/** The file beside an index that says of what each article was made. */
export function sourcesOf(path: string): string {
  return `${path}.sources`
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
