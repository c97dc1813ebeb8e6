/** Archives on Node: reading what CMSs export, and analysing it on all cores. */
export { type AnalyzeArchiveOptions, analyzeArchive } from './archive/analyze-archive.js'
export type { BadRecord } from './archive/archive-record.js'
export { type ReadArchiveOptions, readArchive } from './archive/read-archive.js'
