import type { Language } from '../model/language.js'

const cache = new WeakMap<Language, ReadonlySet<string>>()

const plainLetters: readonly (readonly [RegExp, string])[] = [
  [/æ/g, 'ae'],
  [/ø/g, 'oe'],
  [/å/g, 'aa'],
]

/**
 * The words of a language that are ignored as terms, lower case; also as written where æ, ø and å are not to be had
 * (`naar`, `ogsaa`). Corrections stand in `data/<code>/stopwords.txt`.
 */
export function stopwordsOf(language: Language): ReadonlySet<string> {
  let words = cache.get(language)
  if (!words) cache.set(language, (words = unpack(language.stopwords)))
  return words
}

function unpack(packed: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const word of packed.split('\n')) {
    if (word === '') continue
    words.add(word)
    words.add(plainLetters.reduce((plain, [letter, spelling]) => plain.replace(letter, spelling), word))
  }
  return words
}
