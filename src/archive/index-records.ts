import type { Article } from '../model/article.js'
import { failed, lengthOf } from './analyze-records.js'
import type { ArchiveRecord, BadRecord } from './archive-record.js'
import { fingerprintArticle } from './fingerprint.js'
import { gather } from './gather.js'
import { type Crew, mapOnCores } from './map-on-cores.js'
import type { Failure } from './work.js'

/** What an index knows of an article's source. */
export interface Source {
  readonly id: string
  /** Of the article's fields; see `fingerprintArticle`. */
  readonly fingerprint: string
}

/** An index over some articles of an archive, and what else those records gave. */
export interface Shard {
  /** Every article of the batch, in order. */
  readonly sources: readonly Source[]
  /** An index over those that are new or changed; none when there are no such. */
  readonly index?: Uint8Array
  readonly bad: readonly BadRecord[]
  readonly records: number
}

// by hand: few enough shards that they merge quickly, small enough that little is lost at a stop
const batchSize = { records: 256, characters: 2_000_000 }

type Found = Extract<ArchiveRecord, { article: unknown }>

/**
 * The records of an archive as shards of an index, in order, whatever the number of threads.
 * @param seen - ids that are taken; grows. Of two articles with one id the first counts.
 * @param isUnchanged - articles that need not be read again.
 */
export async function* indexRecords(
  records: AsyncIterable<ArchiveRecord>,
  crew: Crew,
  seen: Set<string>,
  isUnchanged: (source: Source) => boolean,
): AsyncGenerator<Shard> {
  const checked = gather(requireIds(records, seen), crew.batchSize ?? batchSize, lengthOf)
  yield* mapOnCores(checked, crew, (batch) => indexBatch(batch, crew, isUnchanged))
}

/** Records without an id of their own are bad records here. */
async function* requireIds(records: AsyncIterable<ArchiveRecord>, seen: Set<string>): AsyncGenerator<ArchiveRecord> {
  for await (const record of records) {
    if ('bad' in record) {
      yield record
      continue
    }
    const { id } = record.article
    if (id === undefined || id === '') {
      yield { bad: failed(record, { code: 'MISSING_ID', cause: 'An article needs an "id" to be related to others.' }) }
    } else if (seen.has(id)) {
      yield {
        bad: failed(record, { code: 'DUPLICATE_ID', cause: `An earlier article has the id ${JSON.stringify(id)}.` }),
      }
    } else {
      seen.add(id)
      yield record
    }
  }
}

async function indexBatch(
  batch: readonly ArchiveRecord[],
  crew: Crew,
  isUnchanged: (source: Source) => boolean,
): Promise<Shard> {
  const found = batch.filter((record): record is Found => 'article' in record)
  const sources = new Map(found.map((record) => [record, sourceOf(record.article)]))
  const changed = found.filter((record) => !isUnchanged(sources.get(record)!))
  const failures = new Map<ArchiveRecord, Failure>()
  const indexes: Uint8Array[] = []
  const index = async (some: readonly Found[]): Promise<void> => {
    const done = await crew.run({ kind: 'index', articles: some.map(({ article }) => article) })
    if (done.kind !== 'index') return
    indexes.push(done.index)
    for (const [place, failure] of done.results.entries()) if (failure) failures.set(some[place]!, failure)
  }
  if (changed.length > 0) await index(changed)
  return {
    sources: found.filter((record) => !failures.has(record)).map((record) => sources.get(record)!),
    ...(indexes[0] && { index: indexes[0] }),
    bad: batch.flatMap((record) => {
      if ('bad' in record) return [record.bad]
      const failure = failures.get(record)
      return failure ? [failed(record, failure)] : []
    }),
    records: batch.length,
  }
}

function sourceOf(article: Article): Source {
  return { id: article.id!, fingerprint: fingerprintArticle(article) }
}
