/** What the command needs of the process, so that a test can stand in for it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly env: NodeJS.ProcessEnv
  /** Aborted when the person wants the command to stop. */
  readonly interruption?: AbortSignal
}

/** 0 done, 1 usage, 2 done with bad records, 3 too many bad records, 4 input or output failed, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130

/** How a command on single articles was asked to answer. */
export interface CommandOptions {
  readonly files: readonly string[]
  /** `page` to read, `json` for programs; without either, a terminal gets a page and a pipe gets JSON. */
  readonly output: 'page' | 'json'
  readonly colour: boolean
  /** Columns of the page. */
  readonly width: number
  readonly format?: string
  readonly language?: string
}

/** How a command on archives was asked to work. */
export interface BatchOptions {
  readonly archives: readonly string[]
  /** A file; absent for standard output. */
  readonly output?: string
  readonly jobs?: number
  /** The Redis of a queue whose workers do the work. */
  readonly queue?: string
  readonly resume: boolean
  /** Read at most this many records. */
  readonly limit?: number
  /** A file for bad records. */
  readonly errors?: string
  /** Stop after this many bad records, or this share of all (0–1). */
  readonly maxErrors?: { readonly count: number } | { readonly share: number }
  readonly progress: 'bar' | 'lines' | 'json' | 'none'
  readonly isDryRun: boolean
  /** Related articles in a list. */
  readonly listLength: number
  readonly explain: boolean
  /** A file that keeps the index for the next run. */
  readonly index?: string
  readonly changedOnly: boolean
  /** Of a report. */
  readonly language?: string
}
