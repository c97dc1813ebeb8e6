import { once } from 'node:events'
import type { BadRecord } from '../archive/archive-record.js'
import { fingerprintRun, sizeOf } from '../archive/fingerprint.js'
import { sourcesOf } from '../archive/kept-index.js'
import { ResumableRun } from '../archive/resumable-run.js'
import { putInPlace, WholeFile } from '../archive/whole-file.js'
import type { BatchOptions, ExitCode, Terminal } from './options.js'
import { openProgress, type Progress } from './progress.js'

/** What a run writes: its output, bad records, the index for the next run with what it was made of, and what it needs itself. */
type FileName = 'output' | 'errors' | 'index' | 'sources' | 'work'

type Files = ResumableRun<FileName, RunState>

/** What a piece of work on an archive gave. */
export interface Step {
  readonly records: number
  readonly bad: readonly BadRecord[]
}

/** How far a run has come: what a checkpoint keeps. */
export interface RunState {
  readonly records: number
  readonly errors: number
}

// by hand: little work is lost, and syncing costs nothing
const checkpointMilliseconds = 1000
// by hand: a share of fewer records means nothing
const leastForShare = 100

/**
 * A command's run over archives: where its output goes, what it counts, when it stops. Output to a file appears whole or
 * not at all and can be gone on with; output to a pipe is written as it comes.
 */
export class BatchRun {
  readonly progress: Progress
  readonly #options: BatchOptions
  readonly #terminal: Terminal
  readonly #files: Files | undefined
  #state: RunState = { records: 0, errors: 0 }
  #bytes = 0
  #saved = Date.now()
  /** For bad records of a run whose output goes to a pipe. */
  readonly #quarantine: WholeFile | undefined

  static async open(command: string, options: BatchOptions, terminal: Terminal): Promise<BatchRun> {
    const { archives, output, errors, resume, limit, listLength, explain, changedOnly, index, language } = options
    const total = await sizeOf(archives) // also says at once when one is not there
    const progress = openProgress(options.progress, terminal, total)
    if (output === undefined || options.isDryRun) return new BatchRun(options, terminal, progress, undefined)
    const files = new ResumableRun<FileName, RunState>({
      path: output,
      files: {
        ...(errors !== undefined && { errors: { path: errors } }),
        ...(index !== undefined && { index: { path: index }, sources: { path: sourcesOf(index) } }),
        ...(command !== 'tag' && { work: { path: `${output}.work`, isWorking: true } }),
        output: { path: output },
      },
      resume,
      fingerprint: await fingerprintRun(archives, {
        command,
        limit,
        listLength,
        explain,
        changedOnly,
        errors,
        index,
        language,
      }),
    })
    return new BatchRun(options, terminal, progress, files)
  }

  private constructor(options: BatchOptions, terminal: Terminal, progress: Progress, files: Files | undefined) {
    this.#options = options
    this.#terminal = terminal
    this.progress = progress
    this.#files = files
    this.#state = files?.state ?? this.#state
    const { errors, isDryRun } = options
    this.#quarantine = files || errors === undefined || isDryRun ? undefined : new WholeFile(errors)
  }

  /** Records that an earlier run has done with. */
  get done(): number {
    return this.#state.records
  }

  /** An earlier run has written everything; only `finish` is left. */
  get wasComplete(): boolean {
    return this.#files?.wasComplete === true
  }

  readonly countBytes = (bytes: number): void => {
    this.#bytes += bytes
  }

  async write(text: string): Promise<void> {
    if (this.#files) this.#files.write('output', text)
    else if (!this.#options.isDryRun && !this.#terminal.stdout.write(text)) await once(this.#terminal.stdout, 'drain')
  }

  /** For a file beside the output; nothing where output goes to a pipe. */
  writeFile(name: Exclude<FileName, 'output' | 'errors'>, data: string | Uint8Array): void {
    this.#files?.write(name, data)
  }

  /** Output begins anew: what an earlier run wrote of it does not count. */
  restartOutput(): void {
    this.#files?.restart('output')
  }

  readWork(): Buffer {
    return this.#files?.read('work') ?? Buffer.alloc(0)
  }

  /** Counts a step, whose output has been written; says whether the run has to stop. */
  step({ records, bad }: Step): ExitCode | undefined {
    for (const record of bad) this.#report(record)
    this.#state = { records: this.#state.records + records, errors: this.#state.errors + bad.length }
    this.progress.update({ ...this.#state, bytes: this.#bytes })
    if (this.#hasTooManyErrors(leastForShare)) return this.#stop(3)
    if (this.#terminal.interruption?.aborted) return this.#stop(130)
    if (Date.now() - this.#saved >= checkpointMilliseconds) {
      this.#files?.checkpoint(this.#state)
      this.#saved = Date.now()
    }
    return undefined
  }

  /** Keeps what has been done, for `--resume`. */
  checkpoint(): void {
    this.#files?.checkpoint(this.#state)
  }

  /** Everything is written: the files go where they belong. */
  finish(): ExitCode {
    if (!this.wasComplete && this.#hasTooManyErrors(1)) return this.#stop(3)
    this.#closeQuarantine()
    this.#files?.finish(this.#state)
    this.progress.finish({ ...this.#state, bytes: this.#bytes })
    return this.#state.errors > 0 ? 2 : 0
  }

  /** The run has failed: what the last checkpoint has stays. */
  leave(): void {
    this.#files?.leave()
  }

  #stop(code: ExitCode): ExitCode {
    this.#closeQuarantine()
    this.#files?.checkpoint(this.#state)
    this.#files?.leave()
    const reason = code === 3 ? `stopped: ${this.#state.errors} bad records in ${this.#state.records}` : 'interrupted'
    const next = this.#files ? '; the same command with --resume goes on from here' : ''
    this.#terminal.stderr.write(`\nklartekst: ${reason}${next}\n`)
    return code
  }

  #hasTooManyErrors(least: number): boolean {
    const { maxErrors } = this.#options
    const { records, errors } = this.#state
    if (!maxErrors) return false
    return 'count' in maxErrors ? errors > maxErrors.count : records >= least && errors > maxErrors.share * records
  }

  #report(record: BadRecord): void {
    const line = `${JSON.stringify(record)}\n`
    if (this.#options.errors === undefined || this.#options.isDryRun) {
      const { file, place, cause } = record
      if (this.#options.progress !== 'none') this.#terminal.stderr.write(`klartekst: ${file}:${place}: ${cause}\n`)
    } else if (this.#files) this.#files.write('errors', line)
    else this.#quarantine?.write(line)
  }

  #closeQuarantine(): void {
    if (!this.#quarantine) return
    this.#quarantine.sync()
    this.#quarantine.close()
    putInPlace(this.#quarantine.path)
  }
}
