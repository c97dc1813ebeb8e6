import { analyzeRecords } from '../archive/analyze-records.js'
import { BatchRun } from './batch-run.js'
import { chooseCrew } from './choose-crew.js'
import { countArchive } from './count-archive.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'
import { selectRecords } from './select-records.js'

/** Analyses every article of an archive: a line of JSON each, in order. */
export async function runTag(options: BatchOptions, terminal: Terminal): Promise<ExitCode> {
  const run = await BatchRun.open('tag', options, terminal)
  if (options.isDryRun) return await countArchive(options, run, terminal)
  if (run.wasComplete) return run.finish()
  const crew = await chooseCrew(options)
  try {
    for await (const result of analyzeRecords(selectRecords(options, run, terminal), crew)) {
      if ('json' in result) await run.write(`${result.json}\n`)
      const code = run.step({ records: 1, bad: 'bad' in result ? [result.bad] : [] })
      if (code !== undefined) return code
    }
    return run.finish()
  } catch (error) {
    run.leave()
    throw error
  } finally {
    await crew.close()
  }
}
