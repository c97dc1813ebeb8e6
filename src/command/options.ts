/** What the command needs of the process, so that a test can stand in for it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly env: NodeJS.ProcessEnv
}

/** Exit codes: 0 done, 1 usage, 4 input or output failed. */
export type ExitCode = 0 | 1 | 4

/** How a command was asked to answer. */
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
