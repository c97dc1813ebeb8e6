import type { Language } from '../model/language.js'
import type { WordClass } from './class-letters.js'
import { classTable } from './class-table.js'
import { answerOf } from './ending-table.js'

export type { WordClass } from './class-letters.js'

/**
 * The likeliest class of a word by itself: of words known, the commonest; of others by their ending.
 * @param lower - in lower case. @remarks O(letters). Learnt by data/learn/learn-words.ts.
 */
export function wordClass(language: Language, lower: string): WordClass {
  if (!/\p{L}/u.test(lower)) return /\p{N}/u.test(lower) ? 'number' : 'other'
  const { endings, likeliest } = classTable(language)
  return likeliest[answerOf(endings, lower)] ?? 'noun'
}
