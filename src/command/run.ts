import { parseArgs } from 'node:util'
import { KlartekstError } from '../index.js'
import { version } from '../packed/model-info.js'
import type { ExitCode, Terminal } from './options.js'
import { readBatchOptions, wholeNumber } from './read-batch-options.js'
import { runAnalyze } from './run-analyze.js'
import { runDetect } from './run-detect.js'
import { runDuplicates } from './run-duplicates.js'
import { runRelated } from './run-related.js'
import { runReport } from './run-report.js'
import { runTag } from './run-tag.js'
import { runWork } from './run-work.js'
import { UsageError } from './usage-error.js'

const usage = `klartekst ${version}: reads Danish and English articles

  klartekst analyze [files…|-]   language, pull quotes, themes of an article
  klartekst detect  [files…|-]   which language
A file is text, .html, .md, or .json (an article, or an array of articles); - is standard input.
  --json              JSON, one line an article (default when the output is not a terminal)
  --page              a page to read (default on a terminal)
  --format FORMAT     text, html, markdown, wordpress or auto (default: by the file's name, else auto)
  --language CODE     the article's language, if you know it, e.g. da

  klartekst tag        <archive…> [-o out.jsonl]    language, themes, pull quotes of every article
  klartekst related    <archive…> [-o out.jsonl]    the related articles of every article
  klartekst duplicates <archive…> [-o out.jsonl]    groups of articles with the same text, or translations
  klartekst report     <archive…> [-o report.html]  the archive in pictures: one page, no script
An archive is JSONL, a WordPress export (WXR), CSV, or a folder of Markdown, HTML or text; .gz too; - is standard input.
  -o, --output FILE   appears whole or not at all (default: standard output)
  --jobs N            threads (default: one a core); the output does not depend on it
  --resume            go on where a stopped run was
  --limit N           the first N records only
  --errors FILE       bad records, with their cause and place (default: told on standard error)
  --max-errors N|P%   stop when there are more
  --progress KIND     auto, bar, json or none; --quiet is none
  --dry-run           read and count, write nothing
  -k N                related, report: articles in a list (default 5)
  --explain           related, duplicates: a sentence on why
  --index FILE        related: keep the index there, and read only what has changed since
  --language CODE     report: da or en (default: what most articles are in)
  --changed-only      related: write only lists that have changed since

  klartekst work --queue redis://HOST:PORT          works on what runs elsewhere with --queue give it, until interrupted
  --queue URL         the work is done by such workers, on as many machines as there are

  --help, --version
Exit: 0 ok, 1 usage, 2 done with bad records, 3 too many bad records, 4 input or output failed, 130 interrupted
`

const onArticles: ReadonlyMap<string, typeof runAnalyze> = new Map([
  ['analyze', runAnalyze],
  ['detect', runDetect],
])
const onArchives: ReadonlyMap<string, typeof runTag> = new Map([
  ['tag', runTag],
  ['related', runRelated],
  ['duplicates', runDuplicates],
  ['report', runReport],
])

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
    const [command = '', ...files] = positionals
    const [runArticles, runArchives] = [onArticles.get(command), onArchives.get(command)]
    const allowed = runArticles ? articleOptions : { ...archiveOptions, ...moreOptions.get(command) }
    const stranger = Object.keys(values).find((name) => !(name in allowed))
    if (command === '') throw new UsageError('no command given')
    if (command === 'work') {
      return await runWork(
        values.queue,
        values.jobs === undefined ? undefined : wholeNumber('--jobs', values.jobs, 1),
        terminal,
      )
    }
    if (!runArticles && !runArchives) throw new UsageError(`unknown command ${JSON.stringify(command)}`)
    if (stranger) throw new UsageError(`${command} has no option --${stranger}`)
    if (runArchives) return await runArchives(readBatchOptions(files, values, terminal), terminal)
    terminal.interruption?.addEventListener('abort', () => process.exit(130)) // nothing to go on with
    return await runArticles!(
      {
        files: files.length > 0 ? files : ['-'],
        output: values.json ? 'json' : values.page || terminal.stdout.isTTY ? 'page' : 'json',
        colour: wantsColour(terminal),
        width: Math.max(40, Math.min(terminal.stdout.columns ?? 80, 100)),
        ...(values.format !== undefined && { format: values.format }),
        ...(values.language !== undefined && { language: values.language }),
      },
      terminal,
    )
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.stderr.write(`klartekst: ${error.message}\n\n${usage}`)
      return 1
    }
    if (isFileError(error) || error instanceof KlartekstError) {
      terminal.stderr.write(`klartekst: ${error.message}\n`)
      return 4
    }
    throw error
  }
}

const articleOptions = {
  json: { type: 'boolean' },
  page: { type: 'boolean' },
  format: { type: 'string' },
  language: { type: 'string' },
} as const

const archiveOptions = {
  output: { type: 'string', short: 'o' },
  jobs: { type: 'string' },
  queue: { type: 'string' },
  resume: { type: 'boolean' },
  limit: { type: 'string' },
  errors: { type: 'string' },
  'max-errors': { type: 'string' },
  progress: { type: 'string' },
  quiet: { type: 'boolean' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const

const relatedOptions = {
  k: { type: 'string', short: 'k' },
  explain: { type: 'boolean' },
  index: { type: 'string' },
  'changed-only': { type: 'boolean' },
} as const

/** Options of single commands on archives. */
const moreOptions: ReadonlyMap<string, object> = new Map<string, object>([
  ['related', relatedOptions],
  ['duplicates', { explain: relatedOptions.explain }],
  ['report', { k: relatedOptions.k, language: articleOptions.language }],
])

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
      ...articleOptions,
      ...archiveOptions,
      ...relatedOptions,
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
