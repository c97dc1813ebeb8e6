import type { Language } from './model/language.js'
import * as packed from './packed/da.js'
import { detector } from './packed/detector.js'

/** Danish, as data. */
export const da: Language = { code: 'da', name: 'Danish', detector, ...packed }
