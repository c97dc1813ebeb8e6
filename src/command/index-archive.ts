import type { Shard } from '../archive/index-records.js'
import { indexRecords } from '../archive/index-records.js'
import { joinShards } from '../archive/join-shards.js'
import type { KeptIndex } from '../archive/kept-index.js'
import { readShards, writeShard } from '../archive/shard-file.js'
import type { RelatedIndex } from '../index.js'
import type { BatchRun } from './batch-run.js'
import { chooseCrew } from './choose-crew.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'
import { selectRecords } from './select-records.js'

/** An archive as an index, and what each of its articles was made of, in the order of the archive. */
export interface IndexedArchive {
  readonly index: RelatedIndex
  readonly fingerprints: ReadonlyMap<string, string>
}

/** Reads the archives into an index on all cores, or says with which code the run stopped. */
export async function indexArchive(
  options: BatchOptions,
  run: BatchRun,
  terminal: Terminal,
  kept?: KeptIndex,
): Promise<IndexedArchive | ExitCode> {
  const shards: Pick<Shard, 'sources' | 'index'>[] = [...readShards(run.readWork())]
  const seen = new Set(shards.flatMap(({ sources }) => sources.map(({ id }) => id)))
  const crew = await chooseCrew(options)
  try {
    const records = selectRecords(options, run, terminal)
    const isUnchanged = ({ id, fingerprint }: { id: string; fingerprint: string }): boolean =>
      kept?.sources.get(id)?.fingerprint === fingerprint
    for await (const shard of indexRecords(records, crew, seen, isUnchanged)) {
      run.writeFile('work', writeShard(shard))
      shards.push({ sources: shard.sources, ...(shard.index && { index: shard.index }) })
      const code = run.step(shard)
      if (code !== undefined) return code
    }
  } finally {
    await crew.close()
  }
  run.restartOutput()
  run.checkpoint()
  run.progress.stage('joining')
  return {
    index: joinShards(shards, kept),
    fingerprints: new Map(
      shards.flatMap(({ sources }) => sources.map(({ id, fingerprint }) => [id, fingerprint] as const)),
    ),
  }
}
