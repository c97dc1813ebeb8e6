import { indexRecords, type Source } from '../archive/index-records.js'
import { joinShards } from '../archive/join-shards.js'
import type { KeptIndex } from '../archive/kept-index.js'
import type { Summary } from '../archive/report/summarize.js'
import { type KeptShard, readShards, writeShard } from '../archive/shard-file.js'
import type { RelatedIndex } from '../index.js'
import type { BatchRun } from './batch-run.js'
import { chooseCrew } from './choose-crew.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'
import { selectRecords } from './select-records.js'

/** An archive as an index, and what each of its articles was made of, in the order of the archive. */
export interface IndexedArchive {
  readonly index: RelatedIndex
  readonly fingerprints: ReadonlyMap<string, string>
  /** In the order of the archive; none unless they were asked for. */
  readonly summaries: readonly Summary[]
}

/** Reads the archives into an index on all cores, or says with which code the run stopped. */
export async function indexArchive(
  options: BatchOptions,
  run: BatchRun,
  terminal: Terminal,
  { kept, summarize = false }: { readonly kept?: KeptIndex | undefined; readonly summarize?: boolean } = {},
): Promise<IndexedArchive | ExitCode> {
  const shards: KeptShard[] = [...readShards(run.readWork())]
  const seen = new Set(shards.flatMap(({ sources }) => sources.map(({ id }) => id)))
  const isUnchanged = ({ id, fingerprint }: Source): boolean => kept?.sources.get(id)?.fingerprint === fingerprint
  const crew = await chooseCrew(options)
  try {
    const records = selectRecords(options, run, terminal)
    for await (const shard of indexRecords(records, crew, { seen, isUnchanged, summarize })) {
      run.writeFile('work', writeShard(shard))
      const { sources, index, summaries } = shard
      shards.push({ sources, ...(index && { index }), ...(summaries && { summaries }) })
      const code = run.step(shard)
      if (code !== undefined) return code
    }
  } finally {
    await crew.close()
  }
  run.restartOutput()
  run.checkpoint()
  run.progress.stage('joining')
  const sources = shards.flatMap((shard) => shard.sources)
  return {
    index: joinShards(shards, kept),
    fingerprints: new Map(sources.map(({ id, fingerprint }) => [id, fingerprint] as const)),
    summaries: shards.flatMap((shard) => shard.summaries ?? []),
  }
}
