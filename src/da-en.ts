import type { Bridge } from './model/bridge.js'
import { terms } from './packed/da-en.js'

/** The bridge between Danish and English, as data. */
export const daEn: Bridge = { languages: ['da', 'en'], terms }
