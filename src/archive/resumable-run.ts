import { existsSync, readFileSync } from 'node:fs'
import { KlartekstError } from '../klartekst-error.js'
import { ownFile, unlinkIfThere } from './own-file.js'
import { putInPlace, replaceFile, WholeFile } from './whole-file.js'

/** A file of a run: whole at the end, or only for the run itself. */
export interface RunFile {
  readonly path: string
  readonly isWorking?: boolean
}

/** What a run writes, and how it is told from another. */
export interface RunOptions<Name extends string> {
  /** The file the run is for: it has the checkpoint beside it. */
  readonly path: string
  /** Every file it writes. Those that are only for itself are gone at the end. */
  readonly files: Readonly<Partial<Record<Name, RunFile>>>
  /** Go on where an earlier run was stopped. */
  readonly resume: boolean
  /** Equal for runs that would write the same bytes. */
  readonly fingerprint: string
}

interface Checkpoint<State> {
  readonly fingerprint: string
  readonly bytes: Readonly<Record<string, number>>
  readonly state: State
  readonly isComplete: boolean
}

/**
 * The files of a run that can be killed at any moment and gone on with: what is on the disk is always the parts up to a
 * checkpoint, and perhaps more, which the next run cuts off.
 */
export class ResumableRun<Name extends string, State> {
  /** What the last checkpoint said, where an earlier run is gone on with. */
  readonly state: State | undefined
  /** The earlier run had done everything but put its files in place. */
  readonly wasComplete: boolean
  readonly #options: RunOptions<Name>
  readonly #files: ReadonlyMap<Name, WholeFile>
  readonly #owned: (() => void)[] = []

  /** @throws KlartekstError ENGINE where another run has the file, or an earlier one was of something else. */
  constructor(options: RunOptions<Name>) {
    this.#options = options
    try {
      for (const { path, isWorking } of this.#targets) if (!isWorking) this.#owned.push(ownFile(path))
      const checkpoint = options.resume ? this.#readCheckpoint() : undefined
      if (!checkpoint) unlinkIfThere(this.#checkpointPath)
      this.state = checkpoint?.state
      this.wasComplete = checkpoint?.isComplete === true
      const files = Object.entries(options.files) as [Name, RunFile][]
      this.#files = new Map(
        this.wasComplete ? [] : files.map(([name, { path }]) => [name, new WholeFile(path, checkpoint?.bytes[name])]),
      )
    } catch (error) {
      this.#letGo()
      throw error
    }
  }

  write(name: Name, data: string | Uint8Array): void {
    this.#files.get(name)!.write(data)
  }

  /** Forgets what was written to a file, of this run and of the one before. */
  restart(name: Name): void {
    this.#files.get(name)!.restart()
  }

  /** What a working file holds up to now. */
  read(name: Name): Buffer {
    this.#files.get(name)!.sync()
    return readFileSync(`${this.#files.get(name)!.path}.part`)
  }

  /** From here a later run can go on. */
  checkpoint(state: State): void {
    this.#save(state, false)
  }

  /** Puts every file in its place; a run killed in the middle of that has `state` when it is gone on with. */
  finish(state: State): void {
    if (!this.wasComplete) this.#save(state, true)
    this.#close()
    for (const { path, isWorking } of this.#targets) {
      if (isWorking) unlinkIfThere(`${path}.part`)
      else if (existsSync(`${path}.part`)) putInPlace(path)
    }
    unlinkIfThere(this.#checkpointPath)
    this.#letGo()
  }

  /** Leaves everything as the last checkpoint has it. */
  leave(): void {
    this.#close()
    this.#letGo()
  }

  get #targets(): readonly RunFile[] {
    return Object.values<RunFile | undefined>(this.#options.files).filter((file) => file !== undefined)
  }

  #letGo(): void {
    for (const letGo of this.#owned) letGo()
  }

  #close(): void {
    for (const file of this.#files.values()) file.close()
  }

  get #checkpointPath(): string {
    return `${this.#options.path}.checkpoint`
  }

  #save(state: State, isComplete: boolean): void {
    const bytes = Object.fromEntries([...this.#files].map(([name, file]) => [name, file.sync()]))
    const { fingerprint } = this.#options
    const checkpoint: Checkpoint<State> = { fingerprint, bytes, state, isComplete }
    replaceFile(this.#checkpointPath, JSON.stringify(checkpoint))
  }

  #readCheckpoint(): Checkpoint<State> | undefined {
    if (!existsSync(this.#checkpointPath)) return undefined
    const checkpoint = JSON.parse(readFileSync(this.#checkpointPath, 'utf8')) as Checkpoint<State>
    if (checkpoint.fingerprint === this.#options.fingerprint) return checkpoint
    throw new KlartekstError(
      'ENGINE',
      `The run of ${this.#options.path} that was stopped read other files, or had other options.`,
      'Run without --resume to begin again.',
    )
  }
}
