/** The detector as the scorer of eval/langid wants it. */
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import { detectLanguage as detect } from '../../../src/language/detect-language.js'
import { detectLanguageSpans as detectSpans } from '../../../src/language/detect-language-spans.js'
import type { LanguageDetection, LanguageSpan } from '../../../src/model/detection.js'

export const detectLanguage = (text: string): LanguageDetection => detect([da, en], text)
export const detectLanguageSpans = (text: string): LanguageSpan[] => detectSpans([da, en], text)
