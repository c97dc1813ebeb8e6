import { availableParallelism } from 'node:os'
import type { BatchSize } from './gather.js'
import type { Done, Task } from './work.js'

/** Runs tasks, each in a thread of its own or in this one. */
export interface Crew {
  /** How many tasks are worth having under way at a time. */
  readonly size: number
  /** How much a task should hold, where the way to whoever does it is long. */
  readonly batchSize?: BatchSize
  run(task: Task): Promise<Done>
  close(): Promise<void>
}

/** As many threads as asked for (default: one a core); for one, this thread. */
export async function openCrew(jobs: number = availableParallelism()): Promise<Crew> {
  if (jobs > 1) return await openThreads(jobs)
  const { work } = await import('./work.js')
  return { size: 1, run: async (task) => work(task), close: async () => {} }
}

/** As many threads as asked for (default: one a core); this one stays free. */
export async function openThreads(jobs: number = availableParallelism()): Promise<Crew> {
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: new URL('./archive-worker.js', import.meta.url).href,
    execArgv: [], // what this process was started with (--eval, say) is not for them
    minThreads: jobs,
    maxThreads: jobs,
    // by hand: a few hundred megabytes for all threads together, and room for an article of 20 MB in each
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 4 },
  })
  return { size: jobs, run: (task) => pool.run(task) as Promise<Done>, close: () => pool.destroy() }
}

/**
 * What becomes of each batch, in the order of the batches. At most two batches a thread are under way: a slow reader or
 * writer holds everything up, and memory stays where it is.
 */
export async function* mapOnCores<Batch, Result>(
  batches: AsyncIterable<Batch>,
  crew: Crew,
  act: (batch: Batch) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  try {
    for await (const batch of batches) {
      const result = act(batch)
      result.catch(() => {}) // it is told when its turn comes
      underWay.push(result)
      if (underWay.length >= crew.size * 2) yield await underWay.shift()!
    }
    while (underWay.length > 0) yield await underWay.shift()!
  } finally {
    await Promise.allSettled(underWay)
  }
}
