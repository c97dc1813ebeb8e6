import { createHash } from 'node:crypto'
import { type KeptIndex, readKeptIndex, writeKeptIndex } from '../archive/kept-index.js'
import { explain, related } from '../index.js'
import type { RelatedArticle } from '../model/related.js'
import { BatchRun } from './batch-run.js'
import { countArchive } from './count-archive.js'
import { indexArchive } from './index-archive.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'

/** The related articles of every article of an archive: a line of JSON each, in order. */
export async function runRelated(options: BatchOptions, terminal: Terminal): Promise<ExitCode> {
  const run = await BatchRun.open('related', options, terminal)
  if (options.isDryRun) return await countArchive(options, run, terminal)
  if (run.wasComplete) return run.finish()
  try {
    const kept = options.index === undefined ? undefined : readKeptIndex(options.index)
    const archive = await indexArchive(options, run, terminal, { kept })
    if (typeof archive === 'number') return archive
    run.progress.stage('relating')
    const { index, fingerprints } = archive
    const sources = new Map<string, { fingerprint: string; list: string }>()
    for (const [id, fingerprint] of fingerprints) {
      const related = listOf(index, id, options)
      const line = `${JSON.stringify({ id, related })}\n`
      const list = fingerprintList(related)
      sources.set(id, { fingerprint, list })
      if (!options.changedOnly || kept?.sources.get(id)?.list !== list) await run.write(line)
      if (terminal.interruption?.aborted) return run.step({ records: 0, bad: [] }) ?? 130
    }
    if (options.index !== undefined) {
      const { bytes, sources: text } = writeKeptIndex({ index, sources })
      run.writeFile('index', bytes)
      run.writeFile('sources', text)
    }
    return run.finish()
  } catch (error) {
    run.leave()
    throw error
  }
}

/** A list has changed when it names other articles or names them in another order; scores move with every night. */
function fingerprintList(list: readonly RelatedArticle[]): string {
  const ids = JSON.stringify(list.map(({ id }) => id))
  return createHash('sha256').update(ids).digest('base64url').slice(0, 22)
}

function listOf(
  index: KeptIndex['index'],
  id: string,
  { listLength, explain: wantsReasons }: BatchOptions,
): RelatedArticle[] {
  const list = related(index, id, { limit: listLength })
  return wantsReasons ? list.map((article) => ({ ...article, explanation: explain(article) })) : list
}
