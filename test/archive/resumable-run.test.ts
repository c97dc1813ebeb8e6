import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ResumableRun } from '../../src/archive/resumable-run.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klartekst-run-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (resume: boolean, fingerprint = 'same') =>
  new ResumableRun<'output' | 'errors' | 'work', number>({
    path: join(folder, 'out'),
    files: {
      errors: { path: join(folder, 'errors') },
      work: { path: join(folder, 'out.work'), isWorking: true },
      output: { path: join(folder, 'out') },
    },
    resume,
    fingerprint,
  })

describe('ResumableRun', () => {
  it('gives the bytes of an undisturbed run, wherever it was stopped and how often', () => {
    const steps = fc.array(fc.record({ text: fc.string({ maxLength: 20 }), saves: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(steps, fc.array(fc.nat(20), { maxLength: 4 }), (work, stops) => {
        const from = (run: ResumableRun<'output' | 'errors' | 'work', number>, end: number): void => {
          for (let place = run.state ?? 0; place < Math.min(end, work.length); place++) {
            run.write(place % 3 === 2 ? 'errors' : 'output', work[place]!.text)
            run.write('work', 'w')
            if (work[place]!.saves) run.checkpoint(place + 1)
          }
        }
        let run = open(false)
        for (const stop of stops) {
          from(run, stop)
          run.leave() // what a kill leaves, but for the lock
          expect(existsSync(join(folder, 'out'))).toBe(false)
          run = open(true)
        }
        from(run, work.length)
        run.finish(work.length)
        const texts = (errors: boolean) =>
          work.filter((_, place) => (place % 3 === 2) === errors).map(({ text }) => text)
        expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(Buffer.from(texts(false).join('')).toString())
        expect(readFileSync(join(folder, 'errors'), 'utf8')).toBe(Buffer.from(texts(true).join('')).toString())
        expect(readdirSync(folder).sort()).toEqual(['errors', 'out'])
        rmSync(join(folder, 'out'))
        rmSync(join(folder, 'errors'))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves the file of an earlier run alone until the new one is whole', () => {
    writeFileSync(join(folder, 'out'), 'old')
    const run = open(false)
    run.write('output', 'new')
    run.checkpoint(1)
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old')
    run.finish(1)
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('new')
  })

  it('lets one run at a time write a file, and takes over from one that is dead', () => {
    const run = open(false)
    expect(() => open(true)).toThrow(/Another run \(process \d+\) is writing/)
    run.leave()
    writeFileSync(join(folder, 'out.lock'), '999999999')
    open(false).leave()
    expect(existsSync(join(folder, 'out.lock'))).toBe(false)
  })

  it('does not go on with a run of other options', () => {
    const run = open(false)
    run.checkpoint(1)
    run.leave()
    expect(() => open(true, 'other')).toThrow(/read other files, or had other options/)
    expect(open(true).state).toBe(1)
  })

  it('does not go on from a part that has lost bytes', () => {
    const run = open(false)
    run.write('output', 'twelve bytes')
    run.checkpoint(1)
    run.leave()
    writeFileSync(join(folder, 'out.part'), 'ten')
    expect(() => open(true)).toThrow(/shorter than its run had left it/)
  })
})
