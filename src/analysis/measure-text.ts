import type { TextStatistics } from '../model/analysis.js'
import type { Document } from '../model/document.js'
import type { Words } from '../words/read-words.js'

/** Silent reading of non-fiction, adults: Brysbaert 2019 gives 238 for English; 200 leaves room for figures and names. */
const WORDS_PER_MINUTE = 200 // by hand: rounded down from Brysbaert 2019

/**
 * Size and difficulty of a document: words, sentences, reading time in minutes, LIX.
 * LIX after Björnsson 1968: words per sentence plus the percentage of words with more than six letters. An empty text
 * has 0 of everything.
 */
export function measureText(document: Document, words: Words): TextStatistics {
  let count = 0
  let long = 0
  const sentences = new Set<number>()
  for (let token = 0; token < words.count; token++) {
    const form = words.forms[words.formOf[token] ?? -1]
    if (!form) continue
    count++
    sentences.add(words.sentences[token] ?? 0)
    if (!form.isNumber && letters(form.lower) > 6) long++
  }
  const lix = count === 0 ? 0 : count / sentences.size + (100 * long) / count
  return {
    words: count,
    sentences: Math.min(sentences.size, document.sentences.length),
    readingMinutes: oneDecimal(count / WORDS_PER_MINUTE),
    lix: oneDecimal(lix),
  }
}

/** Letters of a word, whatever stands between them. */
function letters(word: string): number {
  return word.replace(/[^\p{L}]/gu, '').length
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
