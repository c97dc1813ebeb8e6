import { rankBy, wordsOf } from './quotes-by.js'

export const extractPullQuotes: ReturnType<typeof rankBy> = rankBy((sentences) =>
  sentences.map((text) => wordsOf(text).length),
)
