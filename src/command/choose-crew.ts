import { type Crew, openCrew } from '../archive/map-on-cores.js'
import { openQueueCrew } from '../archive/queue-crew.js'
import type { BatchOptions } from './options.js'

/** Who does the work: threads here, or the workers of a queue. */
export async function chooseCrew({ queue, jobs }: BatchOptions): Promise<Crew> {
  return queue === undefined ? await openCrew(jobs) : await openQueueCrew(queue)
}
