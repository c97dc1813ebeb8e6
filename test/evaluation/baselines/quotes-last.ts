import { rankBy } from './quotes-by.js'

export const extractPullQuotes: ReturnType<typeof rankBy> = rankBy((sentences) => sentences.map((_, index) => index))
