import type { Language } from '../model/language.js'
import { classTable } from './class-table.js'
import { answerOf } from './ending-table.js'

/** Universal part of speech, as far as themes and quotes need it. */
export type WordClass = 'noun' | 'name' | 'verb' | 'adjective' | 'adverb' | 'number' | 'function' | 'other'

/**
 * The likeliest class of a word by itself: of words known, the commonest; of others by their ending.
 * @param lower - in lower case. @remarks O(letters). Learnt by data/learn/learn-words.ts.
 */
export function wordClass(language: Language, lower: string): WordClass {
  if (!/\p{L}/u.test(lower)) return /\p{N}/u.test(lower) ? 'number' : 'other'
  const { endings, likeliest } = classTable(language)
  return likeliest[answerOf(endings, lower)] ?? 'noun'
}
