/** Sentences and tokens by natural (deep files: its index reads .env and prints). */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const SentenceTokenizer = require('natural/lib/natural/tokenizers/sentence_tokenizer.js')

export function splitSentences(text: string): { start: number; end: number }[] {
  // Its time grows faster than the square of the length: a paragraph at a time.
  const spans: { start: number; end: number }[] = []
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    let from = paragraph.index
    for (const sentence of new SentenceTokenizer([]).tokenize(paragraph[0].slice(0, 2000)) as string[]) {
      const start = text.indexOf(sentence.trim(), from)
      if (start < 0) continue
      from = start + sentence.trim().length
      spans.push({ start, end: from })
    }
  }
  return spans
}
