/** Frequency × rarity of phrases of one to three words (phrases × 0.6) over our own words, stop words and background. */
import { da } from '../../../src/da.js'
import { parseArticle } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import { chooseLabel } from '../../../src/themes/choose-label.js'
import { placesOf } from '../../../src/themes/extract-themes.js'
import { findCandidates, longestCandidate } from '../../../src/themes/find-candidates.js'
import { readWordStream } from '../../../src/themes/word-stream.js'
import { readWords } from '../../../src/words/read-words.js'

export function extractThemes(article: Article, { limit }: { limit: number }): { label: string }[] {
  const languages = [da, en]
  const document = parseArticle(languages, article)
  const stream = readWordStream(document, readWords(languages, document))
  const candidates = findCandidates(stream)
  const weights = Array.from({ length: candidates.count }, (_, candidate) => {
    const size = candidates.lengths[candidate]!
    if (size > 3) return 0
    let rarity = 0
    for (let index = 0; index < size; index++) {
      rarity += stream.rarities[candidates.lemmas[candidate * longestCandidate + index]!]!
    }
    const frequency = candidates.placeStarts[candidate + 1]! - candidates.placeStarts[candidate]!
    return (frequency * rarity * (size > 1 ? 0.6 : 1)) / size
  })
  return [...weights.keys()]
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .slice(0, limit)
    .map((candidate) => ({ label: chooseLabel(document, stream, placesOf(candidates, candidate)).label }))
}
