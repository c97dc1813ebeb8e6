import { rankBy } from './quotes-by.js'

export const extractPullQuotes: ReturnType<typeof rankBy> = rankBy((sentences) =>
  sentences.map((text) => (/["“”»«]/.test(text) ? 1 : 0)),
)
