import { setTimeout as wait } from 'node:timers/promises'
import { KlartekstError } from '../klartekst-error.js'
import type { Crew } from './map-on-cores.js'
import { nameOf, openQueue, pack, queueName, unpackDone } from './queue.js'

// by hand: a worker is asked often enough that it hardly waits, and the server hardly notices
const pollMilliseconds = 200
/** A worker that throws is at fault; articles never are. */
const maxAttempts = 3
/** Shards under way: as many as a handful of machines can hold. By hand. */
const shardsUnderWay = 16

/**
 * Workers on other machines as a crew: tasks go to a queue of BullMQ on Redis, answers come back by it. A task that the
 * server has lost (it was restarted without its data) is added again; one that is done twice gives the same bytes.
 */
export async function openQueueCrew(url: string): Promise<Crew> {
  const { bullmq, connection } = await openQueue(url)
  const queue = new bullmq.Queue<string, string>(queueName, { connection })
  queue.on('error', () => {}) // the connection goes on trying
  let isOpen = true
  return {
    size: shardsUnderWay / 2,
    batchSize: { records: 1000, characters: 16_000_000 },
    async run(task) {
      const packed = pack(task)
      const jobId = nameOf(packed)
      for (let attempts = 0; isOpen; await wait(pollMilliseconds)) {
        const state = await queue.getJobState(jobId)
        if (state === 'unknown') {
          await queue.add(task.kind, packed, { jobId, removeOnComplete: false, removeOnFail: false })
        } else if (state === 'completed') {
          const job = await queue.getJob(jobId)
          if (!job) continue
          const done = unpackDone(job.returnvalue)
          await job.remove()
          return done
        } else if (state === 'failed') {
          const job = await queue.getJob(jobId)
          if (++attempts >= maxAttempts) {
            throw new KlartekstError(
              'ENGINE',
              `A worker failed: ${job?.failedReason}.`,
              'See what that worker has to say.',
            )
          }
          await job?.remove()
        }
      }
      throw new KlartekstError('ENGINE', 'The queue was closed.', 'Run again with --resume.')
    },
    async close() {
      isOpen = false
      await queue.close()
      connection.disconnect()
    },
  }
}
