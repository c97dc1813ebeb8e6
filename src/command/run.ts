import { parseArgs } from 'node:util'
import { version } from '../packed/model-info.js'
import type { CommandOptions, ExitCode, Terminal } from './options.js'
import { runAnalyze } from './run-analyze.js'
import { runDetect } from './run-detect.js'
import { UsageError } from './usage-error.js'

const usage = `klartekst ${version}: reads Danish and English articles

  klartekst analyze [files…|-]   language, pull quotes, themes of an article
  klartekst detect  [files…|-]   which language

A file is text, .html, .md, or .json (an article, or an array of articles); - is standard input.
  --json              JSON, one line an article (default when the output is not a terminal)
  --page              a page to read (default on a terminal)
  --format FORMAT     text, html, markdown, wordpress or auto (default: by the file's name, else auto)
  --language CODE     the article's language, if you know it, e.g. da
  --help, --version
`

/** Runs the command on its arguments (without `node` and the script); resolves to the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  terminal.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0) // the reader has seen enough, e.g. `| head`
    throw error
  })
  try {
    const { values, positionals } = readArguments(args)
    if (values.help) return answer(terminal, usage)
    if (values.version) return answer(terminal, `${version}\n`)
    const [command, ...files] = positionals
    const options: CommandOptions = {
      files: files.length > 0 ? files : ['-'],
      output: values.json ? 'json' : values.page || terminal.stdout.isTTY ? 'page' : 'json',
      colour: wantsColour(terminal),
      width: Math.max(40, Math.min(terminal.stdout.columns ?? 80, 100)),
      ...(values.format !== undefined && { format: values.format }),
      ...(values.language !== undefined && { language: values.language }),
    }
    if (command === 'analyze') return await runAnalyze(options, terminal)
    if (command === 'detect') return await runDetect(options, terminal)
    throw new UsageError(command === undefined ? 'no command given' : `unknown command ${JSON.stringify(command)}`)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.stderr.write(`klartekst: ${error.message}\n\n${usage}`)
      return 1
    }
    if (isFileError(error)) {
      terminal.stderr.write(`klartekst: ${error.message}\n`)
      return 4
    }
    throw error
  }
}

function readArguments(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      page: { type: 'boolean' },
      format: { type: 'string' },
      language: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  })
}

function answer(terminal: Terminal, text: string): ExitCode {
  terminal.stdout.write(text)
  return 0
}

/** https://no-color.org, and FORCE_COLOR as Node itself reads it. */
function wantsColour({ stdout, env }: Terminal): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0'
  return Boolean(stdout.isTTY) && env.TERM !== 'dumb'
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
