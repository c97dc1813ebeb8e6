import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import type { ArchiveStatistics } from '../../../src/model/statistics.js'
import { collectStatistics } from '../../../src/similarity/collect-statistics.js'
import type { Ranker } from '../../../src/themes/ranker.js'
import { type FitOptions, fitArchive, fitRanker } from './fit-ranker.js'
import { type MeasuredDocument, measureDocument } from './measure-documents.js'
import { type GoldDocument, readGold } from './read-gold.js'

/** The files of the themes set that the ranker is fitted on. */
export const learntFrom: readonly string[] = ['da.dev', 'en-blog.dev', 'en-inspec.dev', 'en-semeval2017.dev']

/** L2 penalty: chosen on dev documents, each site left out in turn (100, 300, 800, 2000 tried). */
export const penalty = 500

/** L2 penalty on what is added in brief texts: chosen on halves of dev (30, 100, 400, 800 tried). */
export const briefPenalty = 100

/** What a ranker is fitted on. */
export interface Training {
  readonly documents: readonly MeasuredDocument[]
  /** The blogs again, each measured with the statistics of its site. */
  readonly inArchives: readonly MeasuredDocument[]
}

/** Reads and measures the training documents. */
export function readTraining(): Training {
  const gold = learntFrom.flatMap((name) => readGold(name, { toLearn: true }))
  const blogs = gold.filter(({ subset }) => subset.startsWith('blog'))
  const archives = siteStatistics(blogs)
  return {
    documents: gold.map((document) => measureDocument(document)),
    inArchives: blogs.map((document) => measureDocument(document, archives.get(document.site))),
  }
}

/** Statistics of each site from its own documents. */
export function siteStatistics(documents: readonly GoldDocument[]): ReadonlyMap<string, ArchiveStatistics> {
  const bySite = new Map<string, GoldDocument[]>()
  for (const document of documents) {
    const list = bySite.get(document.site)
    if (list) list.push(document)
    else bySite.set(document.site, [document])
  }
  return new Map(
    [...bySite].map(([site, list]) => [
      site,
      collectStatistics(
        [da, en],
        list.map(({ title, body, format, language }) => ({ title, body, format, language })),
      ),
    ]),
  )
}

/** The ranker of those documents; without one site, to see how it does on sites it never met, or without features. */
export function fitThemes(
  { documents, inArchives }: Training,
  { withoutSite, without }: { readonly withoutSite?: string; readonly without?: ReadonlySet<string> } = {},
): Ranker {
  const used = documents.filter(({ site }) => site !== withoutSite)
  const sizes = new Map<string, number>()
  for (const { site } of used) sizes.set(site, (sizes.get(site) ?? 0) + 1)
  // A site counts by its documents to the power of two thirds, so that the largest does not decide alone.
  const options: FitOptions = {
    penalty,
    briefPenalty,
    ...(without && { without }),
    weightOf: ({ site }) => (60 / (sizes.get(site) ?? 60)) ** (1 / 3),
  }
  const ranker = fitRanker(used, options)
  return fitArchive(
    ranker,
    inArchives.filter(({ site }) => site !== withoutSite),
    { ...options, penalty: 30 },
  )
}
