import type { AnalyzeOptions } from '../analysis/analyze.js'
import type { ArchiveRecord, BadRecord } from './archive-record.js'
import { gather } from './gather.js'
import { type Crew, mapOnCores } from './map-on-cores.js'
import type { Done, Failure, Task } from './work.js'

/** What became of a record: its analysis as JSON, or why there is none. */
export type AnalyzedRecord = { readonly json: string } | { readonly bad: BadRecord }

// by hand: large enough that handing over costs nothing, small enough that little is in memory and lost at a stop
const batchSize = { records: 16, characters: 200_000 }

/** Every record analysed, in order, whatever the number of threads. */
export async function* analyzeRecords(
  records: AsyncIterable<ArchiveRecord>,
  crew: Crew,
  options?: AnalyzeOptions,
): AsyncGenerator<AnalyzedRecord> {
  const batches = gather(records, crew.batchSize ?? batchSize, lengthOf)
  for await (const results of mapOnCores(batches, crew, (batch) => analyzeBatch(batch, crew, options))) yield* results
}

/** How much text a record holds. */
export function lengthOf(record: ArchiveRecord): number {
  return 'article' in record ? record.article.body.length : record.bad.record.length
}

async function analyzeBatch(
  batch: readonly ArchiveRecord[],
  crew: Crew,
  options?: AnalyzeOptions,
): Promise<AnalyzedRecord[]> {
  const articles = batch.flatMap((record) => ('article' in record ? [record.article] : []))
  const task = (some: typeof articles): Task => ({ kind: 'analyze', articles: some, ...(options && { options }) })
  const results = articles.length === 0 ? [] : await runWhole(crew, articles, task)
  let next = 0
  return batch.map((record) => {
    if ('bad' in record) return record
    const result = results[next++]!
    return typeof result === 'string' ? { json: result } : { bad: failed(record, result) }
  })
}

/** A record that could be read and not worked on. */
export function failed(
  { article, file, place }: Extract<ArchiveRecord, { article: unknown }>,
  { code, cause }: Failure,
): BadRecord {
  return {
    code,
    cause,
    file,
    place,
    ...(article.id !== undefined && { id: article.id }),
    record: JSON.stringify(article),
  }
}

/** Why a thread gave no answer. */
export function stopped(error: unknown): Failure {
  const cause = `The analysis stopped: ${error instanceof Error ? error.message : String(error)}`
  return { code: 'BAD_RECORD', cause }
}

/** A thread that dies (out of memory, say) takes one article with it, not the batch. */
async function runWhole<Article>(
  crew: Crew,
  articles: readonly Article[],
  task: (articles: Article[]) => Task,
): Promise<readonly (string | Failure)[]> {
  const results = async (some: Article[]): Promise<readonly (string | Failure)[]> => {
    const done: Done = await crew.run(task(some))
    return done.kind === 'analyze' ? done.results : []
  }
  try {
    return await results([...articles])
  } catch {
    const single: (string | Failure)[] = []
    for (const article of articles) {
      try {
        single.push(...(await results([article])))
      } catch (error) {
        single.push(stopped(error))
      }
    }
    return single
  }
}
