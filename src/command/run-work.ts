import { serveQueue } from '../archive/serve-queue.js'
import type { ExitCode, Terminal } from './options.js'
import { UsageError } from './usage-error.js'

/** Works on what others put on a queue, until it is interrupted. */
export async function runWork(
  queue: string | undefined,
  jobs: number | undefined,
  { stderr, interruption = new AbortController().signal }: Terminal,
): Promise<ExitCode> {
  if (queue === undefined) throw new UsageError('work needs --queue redis://HOST:PORT')
  await serveQueue(queue, {
    ...(jobs !== undefined && { jobs }),
    interruption,
    onTask: ({ kind, articles, milliseconds }) =>
      void stderr.write(`${kind}: ${articles} articles in ${milliseconds} ms\n`),
  })
  return 0
}
