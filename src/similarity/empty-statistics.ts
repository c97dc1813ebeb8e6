import type { ArchiveStatistics } from '../model/statistics.js'

/** The statistics of no articles: the neutral element of `mergeStatistics`. */
export const emptyStatistics: ArchiveStatistics = { languages: [] }
