import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeArticles } from './write-articles.js'

// KILLS=100 ARTICLES=20000 npx vitest run --config test/vitest.config.ts test/package/batch.test.ts is the long run.
const kills = Number(process.env.KILLS ?? 4)
const articles = Number(process.env.ARTICLES ?? 400)
const minutes = 60_000

const command = fileURLToPath(new URL('../../dist/command.js', import.meta.url))
const archives = mkdtempSync(join(tmpdir(), 'klartekst-archive-'))
const archive = join(archives, 'archive.jsonl')
let folder = ''
const file = (name: string): string => join(folder, name)

beforeAll(async () => await writeArticles(createWriteStream(archive), articles))
afterAll(() => rmSync(archives, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klartekst-batch-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: readonly string[]) =>
  spawnSync('node', [command, ...args], { encoding: 'utf8', maxBuffer: 1 << 30, cwd: folder })

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.on('exit', resolve))

/** Numbers that look random and are the same in every run. */
function* fractions(): Generator<number, never> {
  for (let state = 12_345; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647
}

describe('the commands on archives', () => {
  it(
    'write the same bytes with any number of threads',
    () => {
      for (const jobs of ['1', '2', '3']) {
        expect(run(['tag', archive, '--jobs', jobs, '--limit', '150', '-o', `tag${jobs}`, '--quiet'])).toMatchObject({
          status: 0,
          stderr: '',
        })
        expect(
          run(['related', archive, '--jobs', jobs, '--limit', '300', '-o', `related${jobs}`, '--quiet']).status,
        ).toBe(0)
      }
      for (const name of ['tag', 'related']) {
        const bytes = readFileSync(file(`${name}1`))
        expect(bytes.length).toBeGreaterThan(10_000)
        for (const jobs of ['2', '3']) expect(readFileSync(file(`${name}${jobs}`)).equals(bytes)).toBe(true)
      }
    },
    3 * minutes,
  )

  it.each(['tag', 'related'])(
    `%s: ${kills} kills at odd moments, and what is gone on with is as if nothing had happened`,
    async (name) => {
      const args = [name, archive, '-o', 'out', '--quiet', '--resume']
      const started = Date.now()
      expect(run(args).status).toBe(0)
      const whole = Date.now() - started
      const undisturbed = readFileSync(file('out'))
      const moments = fractions()
      for (let kill = 0; kill < kills; kill++) {
        rmSync(file('out'))
        // Several kills in one run now and then: what is gone on with can be killed too.
        for (let times = 0; times <= kill % 3; times++) {
          const child = spawn('node', [command, ...args], { cwd: folder, stdio: 'ignore' })
          const exit = ended(child)
          await Promise.race([wait(moments.next().value * whole), exit])
          child.kill('SIGKILL')
          await exit
          if (existsSync(file('out'))) expect(readFileSync(file('out')).equals(undisturbed)).toBe(true)
        }
        expect(run(args)).toMatchObject({ status: 0, stderr: '' })
        expect(readFileSync(file('out')).equals(undisturbed)).toBe(true)
        expect(readdirSync(folder)).toEqual(['out'])
      }
    },
    kills * 2 * minutes,
  )

  it(
    'stop at the first interruption where they can be gone on with, and at the second at once',
    async () => {
      const child = spawn('node', [command, 'tag', archive, '-o', 'out', '--quiet'], { cwd: folder })
      const exit = ended(child)
      while (!existsSync(file('out.part'))) await wait(20)
      await wait(1500)
      child.kill('SIGINT')
      expect(await exit).toBe(130)
      expect(readdirSync(folder).sort()).toEqual(['out.checkpoint', 'out.part'])
      const waiting = spawn('node', [command, 'tag', '-', '-o', 'other', '--quiet'], { cwd: folder })
      const stopped = ended(waiting)
      while (!existsSync(file('other.part'))) await wait(20)
      waiting.kill('SIGINT')
      await wait(100)
      waiting.kill('SIGINT')
      expect(await stopped).toBe(130)
    },
    minutes,
  )

  it(
    'end quietly when nobody reads on',
    () => {
      const out = execFileSync(
        'bash',
        ['-c', `node ${command} tag ${archive} --quiet | head -n 1; echo "\${PIPESTATUS[0]}"`],
        { encoding: 'utf8' },
      )
      expect(out.trimEnd().split('\n').at(-1)).toBe('0')
    },
    minutes,
  )

  it(
    'let one of two on one output work, and say to the other who has it',
    async () => {
      const args = [command, 'tag', archive, '-o', 'out', '--quiet']
      const first = spawn('node', args, { cwd: folder, stdio: 'ignore' })
      const exit = ended(first)
      while (!existsSync(file('out.lock'))) await wait(20)
      const second = run(args.slice(1))
      expect(second).toMatchObject({
        status: 4,
        stderr: expect.stringContaining(`Another run (process ${first.pid}) is writing out.`),
      })
      expect(await exit).toBe(0)
      expect(readFileSync(file('out'), 'utf8').trimEnd().split('\n')).toHaveLength(articles)
    },
    2 * minutes,
  )

  it(
    'say when the disk is full or cannot be written, and go on when there is room',
    () => {
      const disk = file('disk')
      mkdirSync(disk)
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]).status !== 0) return // only root may
      try {
        const args = ['tag', archive, '--limit', '150', '-o', 'disk/out', '--quiet', '--resume']
        expect(run(args)).toMatchObject({ status: 4, stderr: expect.stringContaining('ENOSPC') })
        execFileSync('mount', ['-o', 'remount,size=64m', disk])
        expect(run(args)).toMatchObject({ status: 0, stderr: '' })
        expect(readFileSync(join(disk, 'out'), 'utf8').trimEnd().split('\n')).toHaveLength(150)
        execFileSync('mount', ['-o', 'remount,ro', disk])
        expect(run(['tag', archive, '--limit', '1', '-o', 'disk/out2', '--quiet'])).toMatchObject({
          status: 4,
          stderr: expect.stringContaining('EROFS'),
        })
      } finally {
        execFileSync('umount', [disk])
      }
    },
    2 * minutes,
  )

  it(
    'say that an archive was cut short, and keep what came before it',
    () => {
      execFileSync('bash', ['-c', `gzip -c ${archive} | head -c 20000 > cut.jsonl.gz`], { cwd: folder })
      expect(run(['tag', 'cut.jsonl.gz', '-o', 'out', '--quiet'])).toMatchObject({
        status: 4,
        stderr: expect.stringContaining('cut.jsonl.gz is cut short or damaged'),
      })
      expect(existsSync(file('out'))).toBe(false)
    },
    minutes,
  )

  it(
    'bear an archive of nothing',
    () => {
      writeFileSync(file('empty.jsonl'), '')
      for (const name of ['tag', 'related', 'duplicates']) {
        expect(run([name, 'empty.jsonl', '-o', name, '--quiet'])).toMatchObject({ status: 0, stderr: '' })
        expect(readFileSync(file(name), 'utf8')).toBe('')
      }
    },
    minutes,
  )
})
