/** franc limited to the fourteen languages of eval/langid (it has no Icelandic and no Faroese). */
import { franc } from 'franc'

const only = ['dan', 'nob', 'nno', 'swe', 'fao', 'isl', 'deu', 'nld', 'afr', 'eng', 'fra', 'spa', 'fin', 'pol']

export const detectLanguage = (text: string): { language: string } => ({
  language: franc(text, { minLength: 3, only }),
})
