import type { Language } from '../model/language.js'

/** The first of `languages` with that code; its base language where the code has a region (`da-DK`). */
export function languageOf(languages: readonly Language[], code: string): Language | undefined {
  const base = code.split(/[-_]/)[0]
  return languages.find((language) => language.code === code) ?? languages.find((language) => language.code === base)
}
