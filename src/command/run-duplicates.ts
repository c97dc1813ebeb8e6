import { explain, findDuplicates } from '../index.js'
import { BatchRun } from './batch-run.js'
import { countArchive } from './count-archive.js'
import { indexArchive } from './index-archive.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'

/** The groups of articles with the same text, or translations of each other: a line of JSON each. */
export async function runDuplicates(options: BatchOptions, terminal: Terminal): Promise<ExitCode> {
  const run = await BatchRun.open('duplicates', options, terminal)
  if (options.isDryRun) return await countArchive(options, run, terminal)
  if (run.wasComplete) return run.finish()
  try {
    const archive = await indexArchive(options, run, terminal)
    if (typeof archive === 'number') return archive
    run.progress.stage('comparing')
    for (const group of findDuplicates(archive.index)) {
      await run.write(`${JSON.stringify(options.explain ? { ...group, explanation: explain(group) } : group)}\n`)
    }
    return run.finish()
  } catch (error) {
    run.leave()
    throw error
  }
}
