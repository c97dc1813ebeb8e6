/**
 * Fits the chance that an editor would link two articles (data/similarity/calibration.tsv): a logistic regression over
 * the ten nearest of each dev query, in the logarithm of likeness, rank and nearness to the archive's middle; label: a link (grade ≥ 2).
 * Each archive weighs the same. Also prints, for each archive left out of the fit, how far said and true chances part.
 * Needs ../shared/eval/related. Run: npx tsx data/learn/learn-related.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Article } from '../../src/model/article.js'
import { buildRelatedIndex } from '../../src/related/build-related-index.js'
import { queryAt, requirePlace } from '../../src/related/find-place.js'
import { RowRanking } from '../../src/related/rank-rows.js'
import { openIndex } from '../../src/related/related-index.js'
import { levelUnit, weightUnit } from '../../src/related/weigh-terms.js'

interface Row {
  readonly features: readonly number[]
  readonly isLink: boolean
  readonly weight: number
}

// by hand: for each four articles that have something to link to, one that has nothing
const emptyShare = 0.25

const evaluation = new URL('../../../shared/eval/related/', import.meta.url)
if (!existsSync(evaluation)) throw new Error('the evaluation data is not here: ../shared/eval/related')

function readLines<T>(path: string): T[] {
  return readFileSync(new URL(path, evaluation), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

/** da-teambuilder carries no licence: it is measured on, never learnt from. */
const archives: readonly (readonly [string, string?])[] = [
  ['en-18f'],
  ['en-ropensci'],
  ['bc', 'da'],
  ['bc', 'en'],
  ['libreoffice', 'da'],
  ['libreoffice', 'en'],
]

function readRows(folder: string, language: string | undefined): Row[] {
  const articles = readLines<Article>(`${folder}/articles.jsonl`).filter((a) => !language || a.language === language)
  const queries = readLines<{ id: string; language?: string; split: string; related: Record<string, number> }>(
    `${folder}/qrels.jsonl`,
  ).filter((query) => query.split === 'dev' && (!language || query.language === language))
  const state = openIndex(buildRelatedIndex([da, en], articles), 'learn')
  return queries.flatMap(({ id, related }) => {
    const query = queryAt(state, requirePlace(state, id, 'learn'))
    const ranking = new RowRanking(state, query, 10, true)
    const level = query.weighed.levels[query.row]! / levelUnit
    const isLink = (other: string): boolean => (related[other] ?? 0) >= 2
    const rowsWhere = (isKept: (other: string) => boolean, weight: number): Row[] => {
      const rows: Row[] = []
      for (let place = 0; rows.length < 10; place++) {
        const hit = ranking.at(place)
        if (!hit || hit.similarity <= 0) break
        const other = state.segments[hit.segment]!.rows.articles.idAt(hit.row)
        if (other === id || !isKept(other)) continue
        const cosine = hit.similarity / (weightUnit * weightUnit)
        const features = [1, Math.log2(cosine), Math.log2(rows.length + 1), level]
        rows.push({ features, isLink: isLink(other), weight })
      }
      return rows
    }
    // Every query here has links; an article whose archive holds nothing for it is made by hiding them.
    return [...rowsWhere(() => true, 1), ...rowsWhere((other) => (related[other] ?? 0) === 0, emptyShare)]
  })
}

function predict(weights: readonly number[], { features }: Row): number {
  let sum = 0
  for (const [place, value] of features.entries()) sum += weights[place]! * value
  return 1 / (1 + Math.exp(-sum))
}

/** Newton's method, each archive with the same weight. */
function fitChances(sets: readonly (readonly Row[])[]): number[] {
  const weights = [0, 0, 0, 0]
  for (let step = 0; step < 25; step++) {
    const gradient = [0, 0, 0, 0]
    const curvature = gradient.map((_, place) => gradient.map((__, other) => (place === other ? 1e-4 : 0)))
    for (const rows of sets) {
      for (const row of rows) {
        const chance = predict(weights, row)
        const share = row.weight / rows.length
        for (let place = 0; place < 4; place++) {
          gradient[place]! += share * (chance - (row.isLink ? 1 : 0)) * row.features[place]!
          for (let other = 0; other < 4; other++) {
            curvature[place]![other]! += share * chance * (1 - chance) * row.features[place]! * row.features[other]!
          }
        }
      }
    }
    const change = solve(curvature, gradient)
    for (let place = 0; place < 4; place++) weights[place]! -= change[place]!
  }
  return weights
}

/** Gauss elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, vector[place]!])
  for (let pivot = 0; pivot < rows.length; pivot++) {
    for (let below = 0; below < rows.length; below++) {
      if (below === pivot) continue
      const factor = rows[below]![pivot]! / rows[pivot]![pivot]!
      rows[below] = rows[below]!.map((value, column) => value - factor * rows[pivot]![column]!)
    }
  }
  return rows.map((row, place) => row[rows.length]! / row[place]!)
}

function calibrationError(weights: readonly number[], all: readonly Row[]): number {
  const rows = all.filter(({ weight }) => weight === 1)
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = rows.filter((row) => Math.min(9, Math.floor(predict(weights, row) * 10)) === bin)
    let difference = 0
    for (const row of inside) difference += predict(weights, row) - (row.isLink ? 1 : 0)
    error += Math.abs(difference) / rows.length
  }
  return error
}

const sets = archives.map(([folder, language]) => readRows(folder, language))
for (const [place, [folder, language = '']] of archives.entries()) {
  const others = sets.filter((_, other) => archives[other]![0] !== folder)
  console.log(
    `${folder} ${language} left out: calibration error ${calibrationError(fitChances(others), sets[place]!).toFixed(3)}`,
  )
}
const weights = fitChances(sets)
for (const [place, [folder, language = '']] of archives.entries()) {
  console.log(`${folder} ${language} in the fit: ${calibrationError(weights, sets[place]!).toFixed(3)}`)
}
const names = ['constant', 'similarity', 'rank', 'level']
const head = [
  '# generated by data/learn/learn-related.ts, do not edit',
  '# Logistic regression: the chance that an editor linked two articles. Learnt on the dev queries of the archives of',
  '# 18F (CC0), rOpenSci (CC BY 4.0), Business Central (CC BY 4.0) and LibreOffice (MPL-2.0); holds none of their text.',
]
const lines = names.map((name, place) => `${name}\t${weights[place]!.toFixed(4)}`)
writeFileSync(new URL('../similarity/calibration.tsv', import.meta.url), `${[...head, ...lines].join('\n')}\n`)
console.log(lines.join('\n'))
