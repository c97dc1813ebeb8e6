import type { Language } from './model/language.js'
import { detector } from './packed/detector.js'
import * as packed from './packed/en.js'

/** English, as data. */
export const en: Language = { code: 'en', name: 'English', detector, ...packed }
