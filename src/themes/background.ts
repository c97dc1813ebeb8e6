import type { ArchiveStatistics } from '../model/statistics.js'
import type { WordStream } from './word-stream.js'

/**
 * How common each lemma of a stream is in the caller's archive, 0–1: log(1 + articles that hold it, but one) over
 * log(1 + all articles). One is taken off because the article asked about is mostly among them. Absent for archives of
 * fewer than ten articles, which say nothing yet. O(terms of the archive) at first use of a background.
 */
export function commonnessIn(
  stream: WordStream,
  background: ArchiveStatistics | undefined,
): ((lemma: number) => number) | undefined {
  if (!background) return undefined
  const { articles, counts } = readBackground(background)
  if (articles < 10) return undefined // by hand
  const most = Math.log(1 + articles)
  return (lemma) => {
    const count = counts.get(`${stream.lemmaLanguages[lemma]?.code ?? 'und'}:${stream.lemmas[lemma]!}`) ?? 0
    return Math.log(1 + Math.max(0, count - 1)) / most
  }
}

interface Background {
  readonly articles: number
  readonly counts: ReadonlyMap<string, number>
}

const cache = new WeakMap<ArchiveStatistics, Background>()

function readBackground(background: ArchiveStatistics): Background {
  let read = cache.get(background)
  if (!read) {
    const counts = new Map<string, number>()
    let articles = 0
    for (const { articles: some, terms, counts: numbers } of background.languages) {
      articles += some
      for (const [index, term] of terms.entries()) counts.set(term, (counts.get(term) ?? 0) + numbers[index]!)
    }
    cache.set(background, (read = { articles, counts }))
  }
  return read
}
