import type { AnalyzeOptions } from '../analysis/analyze.js'
import { KlartekstError } from '../klartekst-error.js'
import type { ArticleAnalysis } from '../model/analysis.js'
import type { Article } from '../model/article.js'
import { analyzeRecords } from './analyze-records.js'
import type { ArchiveRecord, BadRecord } from './archive-record.js'
import { openCrew } from './map-on-cores.js'

/** How an archive is analysed. */
export interface AnalyzeArchiveOptions extends AnalyzeOptions {
  /** Threads; default one a core. The answers do not depend on it. */
  readonly jobs?: number
  /** Told of an article that could not be worked on, in its turn; without it the first one is thrown. */
  readonly onError?: (record: BadRecord) => void
}

/**
 * The analysis of each article, in the order of the articles, made on all cores; an article's `meta` comes along.
 * @param articles - any iterable, read no further ahead than the threads have work for.
 * @throws RangeError when `jobs` is not a whole number from 1; KlartekstError for an article that cannot be worked on, if
 *   there is no `onError`.
 * @remarks Same bytes with any number of threads. A thread keeps about 100 MB of tables.
 */
export async function* analyzeArchive(
  articles: AsyncIterable<Article> | Iterable<Article>,
  options: AnalyzeArchiveOptions = {},
): AsyncGenerator<ArticleAnalysis & Pick<Article, 'meta'>> {
  const { jobs, onError, ...analysis } = options
  if (jobs !== undefined && !(Number.isInteger(jobs) && jobs >= 1)) {
    throw new RangeError(`analyzeArchive: jobs is a whole number from 1; got ${jobs}`)
  }
  const crew = await openCrew(jobs)
  try {
    for await (const result of analyzeRecords(number(articles), crew, analysis)) {
      if ('json' in result) yield JSON.parse(result.json) as ArticleAnalysis & Pick<Article, 'meta'>
      else if (onError) onError(result.bad)
      else
        throw new KlartekstError(
          result.bad.code,
          result.bad.cause,
          'Give `onError` to go on after such articles.',
          result.bad.id,
        )
    }
  } finally {
    await crew.close()
  }
}

async function* number(articles: AsyncIterable<Article> | Iterable<Article>): AsyncGenerator<ArchiveRecord> {
  let place = 1
  for await (const article of articles) yield { article, file: '', place: place++ }
}
