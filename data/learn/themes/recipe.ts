import type { FitOptions } from './fit-ranker.js'

/** The files of the themes set that the ranker is fitted on. */
export const learntFrom: readonly string[] = ['da.dev', 'en-blog.dev', 'en-inspec.dev', 'en-semeval2017.dev']

/** How it is fitted: chosen on dev documents, each site left out in turn. */
export const rankerFit: FitOptions = { penalty: 100 }
