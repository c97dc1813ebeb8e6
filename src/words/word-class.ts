import type { Language } from '../model/language.js'

/** Universal part of speech, as far as themes and quotes need it. */
export type WordClass = 'noun' | 'name' | 'verb' | 'adjective' | 'adverb' | 'number' | 'function' | 'other'

/** FOUNDATION VERSION, to be replaced by the learnt table: the likeliest class of a word by itself. */
export function wordClass(_language: Language, _lower: string): WordClass {
  return 'noun'
}
