import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { KlartekstError } from '../klartekst-error.js'

/** Bytes held back before they are written. */
const bufferSize = 1 << 18

/**
 * A file that appears whole or not at all: written beside its place as `….part`, then renamed. `bytes` says how much of
 * the part is to be kept, of a run that was stopped.
 */
export class WholeFile {
  readonly path: string
  readonly #file: number
  #written: number
  #waiting: Buffer[] = []
  #waitingSize = 0

  constructor(path: string, bytes = 0) {
    this.path = path
    this.#file = openSync(`${path}.part`, existsSync(`${path}.part`) ? 'r+' : 'w+')
    if (fstatSync(this.#file).size < bytes) {
      closeSync(this.#file)
      throw new KlartekstError(
        'ENGINE',
        `${path}.part is shorter than its run had left it.`,
        'Run without --resume to begin again.',
      )
    }
    ftruncateSync(this.#file, bytes)
    this.#written = bytes
  }

  write(data: string | Uint8Array): void {
    const bytes =
      typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    this.#waiting.push(bytes)
    this.#waitingSize += bytes.length
    if (this.#waitingSize >= bufferSize) this.#flush()
  }

  /** Forgets all that was written. */
  restart(): void {
    this.#waiting = []
    this.#waitingSize = 0
    ftruncateSync(this.#file, 0)
    this.#written = 0
  }

  /** Everything written is on the disk when this returns how much it is. */
  sync(): number {
    this.#flush()
    fsyncSync(this.#file)
    return this.#written
  }

  close(): void {
    closeSync(this.#file)
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingSize = 0
    for (let start = 0; start < bytes.length; ) {
      start += writeSync(this.#file, bytes, start, bytes.length - start, this.#written + start)
    }
    this.#written += bytes.length
  }
}

/** Puts the part in its place, so that it stays there over a power cut. */
export function putInPlace(path: string): void {
  renameSync(`${path}.part`, path)
  syncFolder(path)
}

/** A small file in one step: it holds the old bytes or the new ones. */
export function replaceFile(path: string, data: string | Uint8Array): void {
  const file = new WholeFile(path)
  try {
    file.write(data)
    file.sync()
  } finally {
    file.close()
  }
  putInPlace(path)
}

function syncFolder(path: string): void {
  try {
    const folder = openSync(dirname(path), 'r')
    fsyncSync(folder)
    closeSync(folder)
  } catch {
    // Windows does not open folders.
  }
}
