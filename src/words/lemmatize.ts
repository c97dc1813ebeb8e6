import type { Language } from '../model/language.js'

/** FOUNDATION VERSION, to be replaced: the word in lower case. */
export function lemmatize(_language: Language, word: string): string {
  return word.toLowerCase()
}
