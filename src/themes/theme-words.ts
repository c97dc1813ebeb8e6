import type { Language } from '../model/language.js'

/** What a language's list says of words in themes; all in dictionary form, lower case. */
export interface ThemeWords {
  /** Prepositions that may stand inside a theme: *deling af viden*. */
  readonly connectors: ReadonlySet<string>
  /** Nouns too broad to be a theme alone. */
  readonly generic: ReadonlySet<string>
  /** Months, weekdays, measures, currency. */
  readonly calendar: ReadonlySet<string>
  /** Endings that make a noun definite, longest first. */
  readonly definiteEndings: readonly string[]
  /** Endings of the genitive that are written without an apostrophe. */
  readonly genitiveEndings: readonly string[]
}

const cache = new WeakMap<Language, ThemeWords>()

/** The words that steer themes in a language. Unpacked at first use. */
export function themeWordsOf(language: Language): ThemeWords {
  let words = cache.get(language)
  if (!words) {
    const kinds = new Map<string, string[]>()
    for (const line of language.themeWords.split('\n')) {
      const tab = line.indexOf('\t')
      const kind = line.slice(0, tab)
      const entry = line.slice(tab + 1)
      const list = kinds.get(kind)
      if (list) list.push(entry)
      else kinds.set(kind, [entry])
    }
    const setOf = (kind: string): ReadonlySet<string> => new Set(kinds.get(kind) ?? [])
    words = {
      connectors: setOf('connector'),
      generic: setOf('generic'),
      calendar: setOf('calendar'),
      definiteEndings: (kinds.get('definite') ?? []).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
      genitiveEndings: kinds.get('genitive') ?? [],
    }
    cache.set(language, words)
  }
  return words
}
