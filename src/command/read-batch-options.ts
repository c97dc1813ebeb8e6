import type { BatchOptions, Terminal } from './options.js'
import { UsageError } from './usage-error.js'

/** What stands on the command line, as `parseArgs` gives it. */
export interface BatchArguments {
  readonly output?: string
  readonly jobs?: string
  readonly queue?: string
  readonly resume?: boolean
  readonly limit?: string
  readonly errors?: string
  readonly 'max-errors'?: string
  readonly progress?: string
  readonly quiet?: boolean
  readonly 'dry-run'?: boolean
  readonly k?: string
  readonly explain?: boolean
  readonly index?: string
  readonly 'changed-only'?: boolean
  readonly language?: string
}

/** The options of a command on archives, checked against each other. */
export function readBatchOptions(
  archives: readonly string[],
  given: BatchArguments,
  { stderr }: Terminal,
): BatchOptions {
  if (archives.length === 0)
    throw new UsageError('name at least one archive: a file, a folder, or - for standard input')
  const { output, resume = false, limit, errors, index } = given
  const file = output === '-' ? undefined : output
  if (resume && file === undefined)
    throw new UsageError('--resume needs -o FILE: what went to standard output cannot be gone on with')
  const changedOnly = given['changed-only'] ?? false
  if (changedOnly && index === undefined)
    throw new UsageError('--changed-only needs --index FILE, which knows what was written before')
  if (index !== undefined && file === undefined) throw new UsageError('--index needs -o FILE')
  for (const [option, path] of [
    ['--errors', errors],
    ['--index', index],
  ] as const) {
    if (path !== undefined && path === file) throw new UsageError(`${option} and -o name the same file`)
  }
  return {
    archives,
    ...(file !== undefined && { output: file }),
    ...(given.jobs !== undefined && { jobs: wholeNumber('--jobs', given.jobs, 1) }),
    ...(given.queue !== undefined && { queue: given.queue }),
    resume,
    ...(limit !== undefined && { limit: wholeNumber('--limit', limit, 0) }),
    ...(errors !== undefined && { errors }),
    ...(given['max-errors'] !== undefined && { maxErrors: readMaxErrors(given['max-errors']) }),
    progress: given.quiet ? 'none' : readProgress(given.progress ?? 'auto', Boolean(stderr.isTTY)),
    isDryRun: given['dry-run'] ?? false,
    listLength: given.k === undefined ? 5 : wholeNumber('-k', given.k, 1),
    explain: given.explain ?? false,
    ...(index !== undefined && { index }),
    changedOnly,
    ...(given.language !== undefined && { language: given.language }),
  }
}

/** A whole number from the command line. */
export function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value
  throw new UsageError(`${option} is a whole number from ${least}; got ${JSON.stringify(text)}`)
}

function readMaxErrors(text: string): NonNullable<BatchOptions['maxErrors']> {
  if (/^\d+$/.test(text)) return { count: Number(text) }
  if (/^\d+(?:\.\d+)?%$/.test(text) && Number.parseFloat(text) <= 100) return { share: Number.parseFloat(text) / 100 }
  throw new UsageError(`--max-errors is a number, or a percentage such as 2%; got ${JSON.stringify(text)}`)
}

function readProgress(text: string, isTerminal: boolean): BatchOptions['progress'] {
  if (text === 'auto') return isTerminal ? 'bar' : 'lines'
  if (text === 'bar' || text === 'json' || text === 'none') return text
  throw new UsageError(`--progress is one of auto, bar, json, none; got ${JSON.stringify(text)}`)
}
