import type { Language } from '../model/language.js'

const cache = new WeakMap<Language, ReadonlySet<string>>()

/** The words of a language that are ignored as terms, lower case. */
export function stopwordsOf(language: Language): ReadonlySet<string> {
  let words = cache.get(language)
  if (!words) {
    words = new Set(language.stopwords.split('\n'))
    cache.set(language, words)
  }
  return words
}
