/** Cosine to the sum of the sentences' tf-idf vectors, idf over the sentences of the article. */
import { rankBy, wordsOf } from './quotes-by.js'

export const extractPullQuotes: ReturnType<typeof rankBy> = rankBy((sentences) => {
  const words = sentences.map(wordsOf)
  const found = new Map<string, number>()
  for (const own of words) for (const word of new Set(own)) found.set(word, (found.get(word) ?? 0) + 1)
  const idf = (word: string): number => Math.log(sentences.length / (found.get(word) ?? 1))
  const centre = new Map<string, number>()
  for (const own of words) for (const word of own) centre.set(word, (centre.get(word) ?? 0) + idf(word))
  return words.map((own) => {
    const weights = new Map<string, number>()
    for (const word of own) weights.set(word, (weights.get(word) ?? 0) + idf(word))
    let dot = 0
    let norm = 0
    for (const [word, weight] of weights) {
      dot += weight * (centre.get(word) ?? 0)
      norm += weight * weight
    }
    return norm > 0 ? dot / Math.sqrt(norm) : 0
  })
})
