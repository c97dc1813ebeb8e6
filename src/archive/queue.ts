import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { KlartekstError } from '../klartekst-error.js'
import { data, version } from '../packed/model-info.js'
import type { Done, Task } from './work.js'

/** Only workers that would give the same bytes take each other's tasks. */
export const queueName: string = `klartekst-${version}-${data}`

/** A task or an answer as a queue carries it: its JSON, packed. The bytes of an index are base64 within. */
export function pack(value: Task | Done): string {
  const json = JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array
      ? { base64: Buffer.from(part.buffer, part.byteOffset, part.length).toString('base64') }
      : part,
  )
  return gzipSync(json, { level: 1 }).toString('base64')
}

/** What `pack` packed. */
export function unpackTask(text: string): Task {
  return JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()) as Task
}

/** What `pack` packed. */
export function unpackDone(text: string): Done {
  const done = JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString())
  return done.kind === 'index' ? { ...done, index: new Uint8Array(Buffer.from(done.index.base64, 'base64')) } : done
}

/** The name of a packed task: who adds it twice has it done once. */
export function nameOf(packed: string): string {
  return createHash('sha256').update(packed).digest('hex')
}

type BullMq = typeof import('bullmq')
type Connection = InstanceType<typeof import('ioredis')['Redis']>

// by hand: a server on the same network answers in milliseconds
const patience = 10_000

/**
 * BullMQ, and a connection to its Redis that outlives the server's restarts.
 * @throws KlartekstError ENGINE where the packages are not installed, or nobody answers.
 */
export async function openQueue(url: string): Promise<{ bullmq: BullMq; connection: Connection }> {
  let bullmq: BullMq
  let redis: typeof import('ioredis')
  try {
    ;[bullmq, redis] = await Promise.all([import('bullmq'), import('ioredis')])
  } catch {
    throw new KlartekstError('ENGINE', 'A queue needs the packages bullmq and ioredis.', 'npm install bullmq ioredis')
  }
  const connection = new redis.Redis(url, { maxRetriesPerRequest: null, connectTimeout: patience })
  let fault = 'no answer'
  connection.on('error', ({ message }: Error) => (fault = message || fault)) // it goes on trying by itself
  const timer = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late').unref())
  if ((await Promise.race([connection.ping(), timer])) === 'late') {
    connection.disconnect()
    throw new KlartekstError(
      'ENGINE',
      `No Redis answers at ${withoutPassword(url)}: ${fault}.`,
      'Is the server started?',
    )
  }
  return { bullmq, connection }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//')
}
