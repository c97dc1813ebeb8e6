/** Names for the scorer of the evaluation data: ours with the people that compromise adds. */
import { withCompromise } from '../../../src/adapters/compromise.js'
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import { detectLanguage } from '../../../src/language/detect-language.js'
import type { Name } from '../../../src/model/name.js'
import { findNames } from '../../../src/words/find-names.js'

const find = withCompromise(
  (text, options) => findNames([da, en], text, options),
  (text) => detectLanguage([da, en], text),
)

export function entities(text: string, { language }: { language: string }): Name[] {
  return language === 'en' ? find(text, { language }) : []
}
