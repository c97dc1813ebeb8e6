import type { Language } from '../model/language.js'

/** FOUNDATION VERSION, to be replaced: no word is a compound. */
export function splitCompound(_language: Language, word: string): string[] {
  return [word]
}
