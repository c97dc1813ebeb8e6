import { detectLanguage } from '../language/detect-language.js'
import type { Language } from '../model/language.js'
import { languageOf } from './language-of.js'

/** Which language a text is to be read in. */
export interface LanguageOption {
  /** BCP 47; default: detected among the languages at hand. */
  readonly language?: string
}

/** The language stated or detected; undefined where it is none of those at hand, and general rules must do. */
export function chooseLanguage(
  languages: readonly Language[],
  text: string,
  { language }: LanguageOption,
): Language | undefined {
  if (language !== undefined) return languageOf(languages, language)
  return languageOf(languages, detectLanguage(languages, text).language)
}

/**
 * The language stated, else the likeliest of those at hand, else the first: a lone word has no language of its own.
 * @throws RangeError when the language stated is not at hand, for a word cannot be read by general rules.
 */
export function requireLanguage(
  caller: string,
  languages: readonly Language[],
  word: string,
  { language }: LanguageOption,
): Language {
  const codes = languages.map(({ code }) => code)
  const found =
    language === undefined
      ? (languageOf(languages, detectLanguage(languages, word, { languages: codes }).language) ?? languages[0])
      : languageOf(languages, language)
  if (!found) {
    throw new RangeError(`${caller}: wanted one of the languages ${codes.join(', ')}; got ${JSON.stringify(language)}`)
  }
  return found
}
