import type { LanguageOption } from '../document/choose-language.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Name } from '../model/name.js'

/** FOUNDATION VERSION, to be replaced. */
export function findNames(
  _languages: readonly Language[],
  _input: string | Document,
  _options: LanguageOption = {},
): Name[] {
  return []
}
