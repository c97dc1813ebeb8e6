import type { ArchiveRecord } from '../archive/archive-record.js'
import { readRecords } from '../archive/read-records.js'
import type { BatchRun } from './batch-run.js'
import type { BatchOptions, Terminal } from './options.js'

/** The records of the archives that are still to be worked on. */
export async function* selectRecords(
  { archives, limit = Number.POSITIVE_INFINITY }: BatchOptions,
  run: BatchRun,
  { stdin }: Terminal,
): AsyncGenerator<ArchiveRecord> {
  const { done } = run
  if (done >= limit) return
  let number = 0
  for await (const record of readRecords(archives, { stdin, onBytes: run.countBytes })) {
    if (++number > done) yield record
    if (number >= limit) return
  }
}
