import { readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { KlartekstError } from '../klartekst-error.js'

/** How often to look again: a process that was killed just now may still be there. */
const patience = 10

/**
 * Takes a file for this process, so that no other run writes to it; gives a function that lets it go. A lock that a
 * killed process left behind is taken over.
 * @throws KlartekstError ENGINE when a living process has it.
 */
export function ownFile(path: string): () => void {
  const lock = `${path}.lock`
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => unlinkIfThere(lock)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = ownerOf(lock)
      if (owner === undefined) continue // it was let go just now
      if (!isAlive(owner)) {
        unlinkIfThere(lock)
        continue
      }
      if (attempt < patience) {
        sleep(100)
        continue
      }
      const hint = `Wait for it to end; if nothing runs there, delete ${lock}.`
      throw new KlartekstError('ENGINE', `Another run (process ${owner}) is writing ${path}.`, hint)
    }
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function ownerOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Deletes a file if it exists. */
export function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
