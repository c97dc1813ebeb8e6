import { Readable, Writable } from 'node:stream'
import type { ExitCode, Terminal } from '../../src/command/options.js'
import { run } from '../../src/command/run.js'

/** What the command is given beside its arguments. */
export interface Given {
  readonly input?: string
  readonly isTTY?: boolean
  readonly env?: NodeJS.ProcessEnv
  readonly interruption?: AbortSignal
}

/** What came of it. */
export interface Called {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** Runs the command in this process with a terminal that remembers. */
export async function callCommand(args: readonly string[], given: Given = {}): Promise<Called> {
  const [out, err] = [new Memory(), new Memory()]
  const terminal = {
    stdin: Readable.from([Buffer.from(given.input ?? '')]),
    stdout: Object.assign(out, { isTTY: given.isTTY ?? false, columns: 72 }),
    stderr: err,
    env: given.env ?? {},
    ...(given.interruption && { interruption: given.interruption }),
  } as unknown as Terminal
  const code = await run(args, terminal)
  return { code, out: out.text, err: err.text }
}

class Memory extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}
