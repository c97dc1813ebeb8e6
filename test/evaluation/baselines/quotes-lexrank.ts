/** LexRank (Erkan & Radev 2004), continuous: PageRank with damping .85 over the tf-idf cosines of the sentences. */
import { rankBy, wordsOf } from './quotes-by.js'

const damping = 0.85
const rounds = 30

export const extractPullQuotes: ReturnType<typeof rankBy> = rankBy((sentences) => {
  const vectors = unitVectors(sentences.map(wordsOf))
  const places = new Map<string, [number, number][]>()
  for (const [index, vector] of vectors.entries()) {
    for (const [word, weight] of vector) {
      const known = places.get(word)
      if (known) known.push([index, weight])
      else places.set(word, [[index, weight]])
    }
  }
  const links = vectors.map((vector) => {
    const row = new Float64Array(sentences.length)
    for (const [word, weight] of vector) for (const [other, own] of places.get(word)!) row[other]! += weight * own
    const sum = row.reduce((total, value) => total + value, 0)
    return sum > 0 ? row.map((value) => value / sum) : row.fill(1 / sentences.length)
  })
  let ranks = new Float64Array(sentences.length).fill(1 / sentences.length)
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(sentences.length).fill((1 - damping) / sentences.length)
    for (const [index, row] of links.entries()) {
      for (let other = 0; other < row.length; other++) next[other]! += damping * ranks[index]! * row[other]!
    }
    ranks = next
  }
  return [...ranks]
})

function unitVectors(words: readonly string[][]): Map<string, number>[] {
  const found = new Map<string, number>()
  for (const own of words) for (const word of new Set(own)) found.set(word, (found.get(word) ?? 0) + 1)
  return words.map((own) => {
    const weights = new Map<string, number>()
    for (const word of own) {
      weights.set(word, (weights.get(word) ?? 0) + Math.log(words.length / found.get(word)!))
    }
    const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
    return new Map([...weights].map(([word, weight]) => [word, norm > 0 ? weight / norm : 0]))
  })
}
