import { openThreads } from './map-on-cores.js'
import { openQueue, pack, queueName, unpackTask } from './queue.js'

/** How a worker serves. */
export interface ServeOptions {
  /** Threads; default one a core. */
  readonly jobs?: number
  /** The worker ends when it is aborted, after what it has in hand. */
  readonly interruption: AbortSignal
  readonly onTask: (done: { readonly kind: string; readonly articles: number; readonly milliseconds: number }) => void
}

/** Works on the tasks of a queue until it is interrupted. As many as one likes may serve one queue, on as many machines. */
export async function serveQueue(url: string, { jobs, interruption, onTask }: ServeOptions): Promise<void> {
  const { bullmq, connection } = await openQueue(url)
  const crew = await openThreads(jobs)
  const worker = new bullmq.Worker<string, string>(
    queueName,
    async ({ data }) => {
      const started = Date.now()
      const task = unpackTask(data)
      const done = pack(await crew.run(task))
      onTask({ kind: task.kind, articles: task.articles.length, milliseconds: Date.now() - started })
      return done
    },
    {
      connection,
      concurrency: crew.size,
      // by hand: a worker that was killed is missed after half a minute, and its task given to another, however often
      lockDuration: 30_000,
      stalledInterval: 5000,
      maxStalledCount: 1000,
    },
  )
  worker.on('error', () => {}) // the connection goes on trying
  await new Promise<void>((resolve) => {
    if (interruption.aborted) resolve()
    else interruption.addEventListener('abort', () => resolve(), { once: true })
  })
  await worker.close()
  await crew.close()
  connection.disconnect()
}
