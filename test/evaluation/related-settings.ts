import { readFileSync } from 'node:fs'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import type { Article } from '../../src/model/article.js'
import type { Document } from '../../src/model/document.js'
import { indexEntries } from '../../src/related/build-related-index.js'
import { readEntry } from '../../src/related/read-entry.js'
import { related } from '../../src/related/related.js'
import { type TermWeights, termWeights } from '../../src/similarity/term-weights.js'
import { evaluationFile } from './run-scorer.js'

const languages = [da, en]

/** Archives with whose family they are left out together: the two languages of a manual say the same. */
export const archives: readonly { readonly name: string; readonly folder: string; readonly language?: string }[] = [
  { name: 'en-18f', folder: 'en-18f' },
  { name: 'en-ropensci', folder: 'en-ropensci' },
  { name: 'bc da', folder: 'bc', language: 'da' },
  { name: 'bc en', folder: 'bc', language: 'en' },
  { name: 'libreoffice da', folder: 'libreoffice', language: 'da' },
  { name: 'libreoffice en', folder: 'libreoffice', language: 'en' },
]

/** Settings beside the library's own: what each kind of term brings, and what might have been chosen. */
const settings: readonly (readonly [name: string, weights: Partial<TermWeights>])[] = [
  ['as shipped', {}],
  ['no pairs', { pair: 0 }],
  ['title as the body', { title: 1, titlePair: 1 }],
  ['title × 6', { title: 6, titlePair: 6 }],
  ['title × 30', { title: 30, titlePair: 30 }],
  ['no parts of compounds', { part: 0 }],
  ['lead as the body', { lead: 1 }],
  ['words alone, title × 3', { pair: 0, part: 0, lead: 1, title: 3 }],
]

/** nDCG@5 by setting and archive. */
export interface SettingFigures {
  readonly name: string
  readonly dev: readonly number[]
  readonly test: readonly number[]
}

interface Query {
  readonly id: string
  readonly language?: string
  readonly split: string
  readonly related: Readonly<Record<string, number>>
}

/** Every setting on every archive; documents are parsed once. About a minute and a half. */
export function measureSettings(): SettingFigures[] {
  const figures = settings.map(([name]) => ({ name, dev: [] as number[], test: [] as number[] }))
  for (const { folder, language } of archives) {
    const documents = readLines<Article>(`${folder}/articles.jsonl`)
      .filter((article) => !language || article.language === language)
      .map((article) => parseArticle(languages, article))
    const queries = readLines<Query>(`${folder}/qrels.jsonl`).filter(
      (query) => !language || query.language === language,
    )
    for (const [place, [, weights]] of settings.entries()) {
      const means = measure(documents, queries, { ...termWeights, ...weights })
      figures[place]!.dev.push(means.dev)
      figures[place]!.test.push(means.test)
    }
  }
  return figures
}

/** For each archive: its test figure under the setting that is best on the dev halves of the others' families. */
export function leaveOneOut(figures: readonly SettingFigures[]): { setting: string; test: number }[] {
  return archives.map(({ folder }, place) => {
    const others = archives.flatMap((other, index) => (other.folder === folder ? [] : [index]))
    const meanOf = ({ dev }: SettingFigures): number => mean(others.map((other) => dev[other]!))
    const best = [...figures].sort((a, b) => meanOf(b) - meanOf(a))[0]!
    return { setting: best.name, test: best.test[place]! }
  })
}

/** 0 where there is nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function measure(
  documents: readonly Document[],
  queries: readonly Query[],
  weights: TermWeights,
): { dev: number; test: number } {
  const index = indexEntries(documents.map((document) => readEntry(languages, document, document.id!, weights)))
  const known = new Set(documents.map(({ id }) => id!))
  const gains: Record<string, number[]> = { dev: [], test: [] }
  for (const { id, split, related: grades } of queries) {
    const list = related(languages, index, id, { limit: 5, languages: 'same', diversity: 0, minScore: 0 })
    const ideal = Object.entries(grades)
      .filter(([other]) => known.has(other) && other !== id)
      .map(([, grade]) => grade)
      .sort((a, b) => b - a)
    gains[split]?.push(gain(list.map((other) => grades[other.id] ?? 0)) / gain(ideal.slice(0, 5)))
  }
  return { dev: mean(gains.dev!), test: mean(gains.test!) }
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
}

function readLines<T>(path: string): T[] {
  return readFileSync(evaluationFile(`related/${path}`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}
