import type { LanguageSpan } from '../model/detection.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { detectLanguage } from './detect-language.js'

/** FOUNDATION VERSION, to be replaced: one span a text. */
export function detectLanguageSpans(
  languages: readonly Pick<Language, 'detector'>[],
  input: string | Pick<Document, 'text' | 'blocks'>,
): LanguageSpan[] {
  const text = typeof input === 'string' ? input : input.text
  if (!text) return []
  const { language, confidence } = detectLanguage(languages, text)
  return [{ start: 0, end: text.length, language, confidence }]
}
