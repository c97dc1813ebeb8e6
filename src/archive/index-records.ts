import type { Article } from '../model/article.js'
import { failed, lengthOf, stopped } from './analyze-records.js'
import type { ArchiveRecord, BadRecord } from './archive-record.js'
import { fingerprintArticle } from './fingerprint.js'
import { gather } from './gather.js'
import { type Crew, mapOnCores } from './map-on-cores.js'
import type { Summary } from './report/summarize.js'
import type { Done, Failure } from './work.js'

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
  /** Beside `sources`, if asked for. */
  readonly summaries?: readonly Summary[]
}

/** How an archive is indexed. */
export interface IndexOptions {
  /** Ids that are taken; grows. Of two articles with one id the first counts. */
  readonly seen: Set<string>
  /** Articles that need not be read again. */
  readonly isUnchanged?: (source: Source) => boolean
  /** Whether a report is to be made of them; then every article is read. */
  readonly summarize?: boolean
}

// by hand: few enough shards that they merge quickly, small enough that little is lost at a stop
const batchSize = { records: 256, characters: 2_000_000 }

type Found = Extract<ArchiveRecord, { article: unknown }>

/** The records of an archive as shards of an index, in order, whatever the number of threads. */
export async function* indexRecords(
  records: AsyncIterable<ArchiveRecord>,
  crew: Crew,
  options: IndexOptions,
): AsyncGenerator<Shard> {
  const checked = gather(requireIds(records, options.seen), crew.batchSize ?? batchSize, lengthOf)
  yield* mapOnCores(checked, crew, (batch) => indexBatch(batch, crew, options))
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
  { isUnchanged = () => false, summarize = false }: IndexOptions,
): Promise<Shard> {
  const found = batch.filter((record): record is Found => 'article' in record)
  const sources = new Map<ArchiveRecord, Source>(found.map((record) => [record, sourceOf(record.article)]))
  const changed = found.filter((record) => summarize || !isUnchanged(sources.get(record)!))
  const failures = new Map<ArchiveRecord, Failure>()
  const done = changed.length === 0 ? undefined : await indexChanged(changed, crew, summarize, failures)
  const failureOf = (record: Found): BadRecord[] => {
    const failure = failures.get(record)
    return failure ? [failed(record, failure)] : []
  }
  return {
    sources: found.filter((record) => !failures.has(record)).map((record) => sources.get(record)!),
    ...(done && { index: done.index, ...(done.summaries && { summaries: done.summaries }) }),
    bad: batch.flatMap((record) => ('bad' in record ? [record.bad] : failureOf(record))),
    records: batch.length,
  }
}

/** A thread that dies (out of memory, say) takes one article with it, not the batch. */
async function indexChanged(
  records: readonly Found[],
  crew: Crew,
  summarize: boolean,
  failures: Map<ArchiveRecord, Failure>,
): Promise<Extract<Done, { kind: 'index' }> | undefined> {
  const index = async (some: readonly Found[]): Promise<Extract<Done, { kind: 'index' }> | undefined> => {
    const done = await crew.run({ kind: 'index', articles: some.map(({ article }) => article), summarize })
    return done.kind === 'index' ? done : undefined
  }
  let readable = records
  let done: Awaited<ReturnType<typeof index>>
  try {
    done = await index(readable)
  } catch {
    for (const record of records) {
      await index([record]).catch((error: unknown) => failures.set(record, stopped(error)))
    }
    readable = records.filter((record) => !failures.has(record))
    done = await index(readable)
  }
  for (const [place, failure] of done?.results.entries() ?? []) if (failure) failures.set(readable[place]!, failure)
  return done
}

function sourceOf(article: Article): Source {
  return { id: article.id!, fingerprint: fingerprintArticle(article) }
}
