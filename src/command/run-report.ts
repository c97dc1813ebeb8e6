import { basename } from 'node:path'
import { renderReport } from '../archive/report/render-report.js'
import { surveyArchive } from '../archive/report/survey.js'
import { findDuplicates, relatedAll } from '../index.js'
import { BatchRun } from './batch-run.js'
import { countArchive } from './count-archive.js'
import { indexArchive } from './index-archive.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'

/** An archive in pictures: one page of HTML that stands alone. */
export async function runReport(options: BatchOptions, terminal: Terminal): Promise<ExitCode> {
  const run = await BatchRun.open('report', options, terminal)
  if (options.isDryRun) return await countArchive(options, run, terminal)
  if (run.wasComplete) return run.finish()
  try {
    const archive = await indexArchive(options, run, terminal, { summarize: true })
    if (typeof archive === 'number') return archive
    run.progress.stage('relating')
    const lists = new Map<string, string[]>()
    for (const { id, related } of relatedAll(archive.index, { limit: options.listLength })) {
      lists.set(
        id,
        related.map((article) => article.id),
      )
    }
    run.progress.stage('drawing')
    const survey = surveyArchive(archive.summaries, lists, findDuplicates(archive.index))
    const name = options.archives.map((path) => (path === '-' ? 'stdin' : basename(path))).join(', ')
    await run.write(renderReport(survey, name, options.language ?? survey.languages[0]?.language ?? 'en'))
    return run.finish()
  } catch (error) {
    run.leave()
    throw error
  }
}
