import { readFileSync } from 'node:fs'
import type { Article } from '../../src/model/article.js'
import { buildRelatedIndex, related } from './adapters/related.js'
import { archives, mean } from './related-settings.js'
import { evaluationFile } from './run-scorer.js'

/** What scores said and what was true in one archive, on test. */
export interface Reliability {
  readonly archive: string
  /** By range of scores: how many of the ten nearest, the mean score, the share that editors linked. */
  readonly bins: readonly { readonly count: number; readonly said: number; readonly linked: number }[]
  /** Lists under the default options: mean length, share of entries linked, share of empty lists. */
  readonly length: number
  readonly precision: number
  readonly empty: number
}

/** The upper ends of the ranges of scores. */
export const ranges: readonly number[] = [0.1, 0.2, 0.3, 0.4, 0.5, 1.0001]

/** Scores against links (grade 2 and more), archive by archive. */
export function measureReliability(): Reliability[] {
  return archives.map(({ name, folder, language }) => {
    const isHere = (one: { language?: string }): boolean => !language || one.language === language
    const index = buildRelatedIndex(readLines<Article>(`${folder}/articles.jsonl`).filter(isHere))
    const said = ranges.map((): number[] => [])
    const linked = ranges.map((): number[] => [])
    const lengths: number[] = []
    const precisions: number[] = []
    for (const { id, split, related: grades, ...query } of readLines<Query>(`${folder}/qrels.jsonl`)) {
      if (split !== 'test' || !isHere(query)) continue
      const isLinked = (other: string): number => ((grades[other] ?? 0) >= 2 ? 1 : 0)
      for (const other of related(index, id, { limit: 10, diversity: 0, minScore: 0 })) {
        const bin = ranges.findIndex((end) => other.score < end)
        said[bin]!.push(other.score)
        linked[bin]!.push(isLinked(other.id))
      }
      const list = related(index, id, {})
      lengths.push(list.length)
      if (list.length > 0) precisions.push(...list.map((other) => isLinked(other.id)))
    }
    return {
      archive: name,
      bins: said.map((scores, bin) => ({ count: scores.length, said: mean(scores), linked: mean(linked[bin]!) })),
      length: mean(lengths),
      precision: mean(precisions),
      empty: lengths.filter((length) => length === 0).length / lengths.length,
    }
  })
}

interface Query {
  readonly id: string
  readonly language?: string
  readonly split: string
  readonly related: Readonly<Record<string, number>>
}

function readLines<T>(path: string): T[] {
  return readFileSync(evaluationFile(`related/${path}`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}
