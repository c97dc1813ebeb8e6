import { stableExp, stableLog2 } from './stable-math.js'

// by hand: a word stands in an article of about so many words; turns a frequency among words into one among articles
const wordsPerArticle = 400

// by hand, after trials on the evaluation archives: open text counts as so many articles beside the archive's own
const backgroundArticles = 20

/**
 * Inverse document frequency in bits, at least 0: how rare a term is in the archive, smoothed by how rare it is in open
 * text, so that an archive of ten articles, or of none, still knows that "skole" says less than "skolereform".
 * @param articles - articles counted; 0 where there is no archive. @param count - those that hold the term.
 * @param rarity - -log2 of the term's relative frequency in open text.
 */
export function termIdf(articles: number, count: number, rarity: number): number {
  const inOpenText = Math.min(1, wordsPerArticle * stableExp(-Math.min(rarity, 60) * Math.LN2))
  const idf = stableLog2((articles + backgroundArticles) / (count + backgroundArticles * inOpenText))
  return Math.max(idf, 0)
}

/**
 * idf to the power 1.5, with operations that are exact everywhere. The power was chosen by hand: powers from 1.3 to 2 do
 * alike on the mean of the evaluation archives, 1 is worse by .02.
 */
export function idfWeight(idf: number): number {
  return idf * Math.sqrt(idf)
}
