import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const evaluationData = new URL('../../../shared/eval/', import.meta.url)

/** A file of the evaluation data; throws where the data is absent. */
export function evaluationFile(path: string): string {
  const url = new URL(path, evaluationData)
  if (!existsSync(url)) throw new Error(`the evaluation data is not here: ${fileURLToPath(url)} is missing`)
  return fileURLToPath(url)
}

/**
 * Runs a scorer of the evaluation data on a module of this folder (TypeScript is fine) and returns what it prints.
 * @param scorer - e.g. `themes/score.mjs`; @param module - e.g. `klartekst.ts` or `baselines/franc.ts`
 */
export async function runScorer(scorer: string, module: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', evaluationFile(scorer), fileURLToPath(new URL(module, import.meta.url)), ...args],
    { maxBuffer: 1 << 28, cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  )
  return stdout
}
