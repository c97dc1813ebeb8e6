import { type AnalyzeOptions, analyze, buildRelatedIndex, parseArticle, saveIndex } from '../index.js'
import { KlartekstError, type KlartekstErrorCode } from '../klartekst-error.js'
import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import { type Summary, summarize } from './report/summarize.js'

/** What a worker is given: some articles, and what to make of them. */
export type Task =
  | { readonly kind: 'analyze'; readonly articles: readonly Article[]; readonly options?: AnalyzeOptions }
  | { readonly kind: 'index'; readonly articles: readonly Article[]; readonly summarize?: boolean }

/** Why an article could not be worked on. */
export interface Failure {
  readonly code: KlartekstErrorCode
  readonly cause: string
}

/** What comes back: beside each article its analysis as JSON or why there is none; or an index over those that could be read. */
export type Done =
  | { readonly kind: 'analyze'; readonly results: readonly (string | Failure)[] }
  | {
      readonly kind: 'index'
      readonly index: Uint8Array
      readonly results: readonly (undefined | Failure)[]
      /** Of the articles that could be read, if asked for. */
      readonly summaries?: readonly Summary[]
    }

/** The work on some articles, in this thread; runs alike in a worker. */
export function work(task: Task): Done {
  return task.kind === 'analyze'
    ? analyzeAll(task.articles, task.options)
    : indexAll(task.articles, task.summarize === true)
}

function analyzeAll(articles: readonly Article[], options: AnalyzeOptions | undefined): Done {
  const results = articles.map((article) =>
    attempt(() => JSON.stringify({ ...analyze(article, options), ...(article.meta && { meta: article.meta }) })),
  )
  return { kind: 'analyze', results }
}

function indexAll(articles: readonly Article[], wantsSummaries: boolean): Done {
  // Parsed once for both.
  const read = articles.map((article) => attempt(() => parseArticle(article)))
  const results = read.map((document) => ('text' in document ? undefined : document))
  const index = (documents: readonly Document[]) => saveIndex(buildRelatedIndex(documents))
  let documents = read.filter((document) => 'text' in document)
  let bytes = attempt(() => index(documents))
  if (!(bytes instanceof Uint8Array)) {
    // One of them is at fault: it is found by asking each alone.
    for (const [place, document] of read.entries()) {
      const alone = 'text' in document ? attempt(() => index([document])) : undefined
      if (alone && !(alone instanceof Uint8Array)) results[place] = alone
    }
    documents = documents.filter((document) => results[read.indexOf(document)] === undefined)
    bytes = index(documents)
  }
  return {
    kind: 'index',
    index: bytes,
    results,
    ...(wantsSummaries && { summaries: documents.map((document) => summarize(document, analyze(document))) }),
  }
}

function attempt<Result>(act: () => Result): Result | Failure {
  try {
    return act()
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return { code: error instanceof KlartekstError ? error.code : 'BAD_RECORD', cause }
  }
}
