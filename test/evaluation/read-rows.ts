import { runScorer } from './run-scorer.js'

/** A row that the scorer of eval/ling prints. */
export type ScoreRow = { readonly area: string; readonly set: string } & Readonly<Record<string, number | string>>

/** The rows of eval/ling's scorer for a module of this folder. */
export async function readRows(module: string, only: string): Promise<ScoreRow[]> {
  return JSON.parse(await runScorer('ling/score.mjs', module, ['--only', only, '--json'])) as ScoreRow[]
}

/** A share with three decimals; a dash where there is none. */
export function share(value: number | string | undefined): string {
  return value === undefined ? '–' : Number(value).toFixed(3)
}
