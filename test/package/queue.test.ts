import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArticles } from './write-articles.js'

// Debian's redis-server; .ci/run installs it.
const hasRedis = spawnSync('redis-server', ['--version']).status === 0
const command = fileURLToPath(new URL('../../dist/command.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klartekst-queue-'))
const archive = join(folder, 'archive.jsonl')
const minutes = 60_000
const children = new Set<ChildProcess>()
let port = 0
let redis: ChildProcess

const begin = (program: string, args: readonly string[]): ChildProcess => {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' })
  children.add(child)
  child.on('exit', () => children.delete(child))
  return child
}
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', resolve))

/** A server that keeps nothing: what it holds is gone when it is stopped. */
async function startRedis(): Promise<void> {
  redis = begin('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'])
  while (!(await answers())) await wait(50)
}

const answers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.on('connect', () => socket.end(() => resolve(true)))
    socket.on('error', () => resolve(false))
  })

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address!.port : 0))
    })
  })

const url = (): string => `redis://127.0.0.1:${port}`
const worker = (): ChildProcess => begin('node', [command, 'work', '--queue', url(), '--jobs', '1'])
const alone = (name: string): Buffer => {
  expect(spawnSync('node', [command, name, archive, '-o', `${name}.alone`, '--quiet'], { cwd: folder }).status).toBe(0)
  return readFileSync(join(folder, `${name}.alone`))
}
const queued = (name: string): ChildProcess =>
  begin('node', [command, name, archive, '-o', `${name}.queued`, '--quiet', '--queue', url()])
const result = (name: string): Buffer => readFileSync(join(folder, `${name}.queued`))

beforeAll(async () => {
  // Three shards: more than a worker takes at a time.
  await writeArticles(createWriteStream(archive), 2200, 40)
  port = await freePort()
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!hasRedis && !process.env.CI)('work by a queue', () => {
  it(
    'gives the bytes of one machine, though a worker is killed at work and the server is restarted without its data',
    async () => {
      const expected = alone('tag')
      await startRedis()
      const run = ended(queued('tag'))
      const victim = worker()
      await wait(2500)
      victim.kill('SIGKILL')
      worker()
      await wait(1500)
      redis.kill('SIGKILL')
      await ended(redis)
      await startRedis()
      worker()
      expect(await run).toBe(0)
      expect(result('tag').equals(expected)).toBe(true)
    },
    4 * minutes,
  )

  it(
    'gives the bytes of one machine to two runs that want the same at once',
    async () => {
      const expected = alone('related')
      const first = ended(queued('related'))
      const second = ended(begin('node', [command, 'related', archive, '-o', 'second', '--quiet', '--queue', url()]))
      expect(await Promise.all([first, second])).toEqual([0, 0])
      expect(result('related').equals(expected)).toBe(true)
      expect(readFileSync(join(folder, 'second')).equals(expected)).toBe(true)
    },
    4 * minutes,
  )

  it(
    'a worker ends by itself when it is asked to',
    async () => {
      const child = worker()
      const exit = ended(child)
      await wait(2000)
      child.kill('SIGTERM')
      expect(await exit).toBe(0)
    },
    minutes,
  )

  it(
    'says when nobody answers',
    async () => {
      const nobody = await freePort()
      const args = ['tag', archive, '--queue', `redis://:secret@127.0.0.1:${nobody}`, '--quiet']
      const { status, stderr } = spawnSync('node', [command, ...args], { encoding: 'utf8', cwd: folder })
      expect(status).toBe(4)
      expect(stderr).toContain(`No Redis answers at redis://127.0.0.1:${nobody}`)
      expect(stderr).not.toContain('secret')
    },
    minutes,
  )
})
