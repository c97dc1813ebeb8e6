/** RAKE (Rose et al. 2010): runs of words between stop words and signs, scored by degree / frequency of their words. */
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import { stopwordsOf } from '../../../src/words/stopwords.js'

interface Asked {
  readonly title: string
  readonly body: string
  readonly language: string
}

const longest = 4

export function extractThemes({ title, body, language }: Asked, { limit }: { limit: number }): { label: string }[] {
  const stopwords = stopwordsOf(language === 'da' ? da : en)
  const phrases: string[][] = []
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0 && open.length <= longest) phrases.push(open)
    open = []
  }
  for (const [piece] of `${title}\n${body}`.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]|\n/gu)) {
    if (!/[\p{L}\p{N}]/u.test(piece) || stopwords.has(piece)) close()
    else open.push(piece)
  }
  close()
  const frequency = new Map<string, number>()
  const degree = new Map<string, number>()
  for (const phrase of phrases) {
    for (const word of phrase) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1)
      degree.set(word, (degree.get(word) ?? 0) + phrase.length)
    }
  }
  const scores = new Map<string, number>()
  for (const phrase of phrases) {
    const score = phrase.reduce((sum, word) => sum + (degree.get(word) ?? 0) / (frequency.get(word) ?? 1), 0)
    scores.set(phrase.join(' '), score)
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([label]) => ({ label }))
}
