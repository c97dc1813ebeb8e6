import type { BatchRun } from './batch-run.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'
import { selectRecords } from './select-records.js'

/** Reads the archives and says what is in them and what would be written, and writes nothing. */
export async function countArchive(options: BatchOptions, run: BatchRun, terminal: Terminal): Promise<ExitCode> {
  let articles = 0
  let drafts = 0
  let withoutId = 0
  let characters = 0
  for await (const record of selectRecords(options, run, terminal)) {
    if ('article' in record) {
      articles++
      characters += record.article.body.length
      if (record.article.status !== undefined && record.article.status !== 'published') drafts++
      if (record.article.id === undefined) withoutId++
    }
    const code = run.step({ records: 1, bad: 'bad' in record ? [record.bad] : [] })
    if (code !== undefined) return code
  }
  const where = options.output ?? 'standard output'
  terminal.stdout.write(
    `${articles} articles (${drafts} not published, ${withoutId} without an id), ${characters} characters; would write to ${where}\n`,
  )
  return run.finish()
}
