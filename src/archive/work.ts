import { type AnalyzeOptions, analyze, buildRelatedIndex, saveIndex } from '../index.js'
import { KlartekstError, type KlartekstErrorCode } from '../klartekst-error.js'
import type { Article } from '../model/article.js'

/** What a worker is given: some articles, and what to make of them. */
export type Task =
  | { readonly kind: 'analyze'; readonly articles: readonly Article[]; readonly options?: AnalyzeOptions }
  | { readonly kind: 'index'; readonly articles: readonly Article[] }

/** Why an article could not be worked on. */
export interface Failure {
  readonly code: KlartekstErrorCode
  readonly cause: string
}

/** What comes back: beside each article its analysis as JSON or why there is none; or an index over those that could be read. */
export type Done =
  | { readonly kind: 'analyze'; readonly results: readonly (string | Failure)[] }
  | { readonly kind: 'index'; readonly index: Uint8Array; readonly results: readonly (undefined | Failure)[] }

/** The work on some articles, in this thread; runs alike in a worker. */
export function work(task: Task): Done {
  return task.kind === 'analyze' ? analyzeAll(task.articles, task.options) : indexAll(task.articles)
}

function analyzeAll(articles: readonly Article[], options: AnalyzeOptions | undefined): Done {
  const results = articles.map((article) =>
    attempt(() => JSON.stringify({ ...analyze(article, options), ...(article.meta && { meta: article.meta }) })),
  )
  return { kind: 'analyze', results }
}

function indexAll(articles: readonly Article[]): Done {
  const whole = attempt(() => saveIndex(buildRelatedIndex(articles)))
  if (whole instanceof Uint8Array) return { kind: 'index', index: whole, results: articles.map(() => undefined) }
  const results = articles.map((article) => {
    const failure = attempt(() => void buildRelatedIndex([article]))
    return failure
  })
  const readable = articles.filter((_, place) => results[place] === undefined)
  return { kind: 'index', index: saveIndex(buildRelatedIndex(readable)), results }
}

function attempt<Result>(act: () => Result): Result | Failure {
  try {
    return act()
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return { code: error instanceof KlartekstError ? error.code : 'BAD_RECORD', cause }
  }
}
