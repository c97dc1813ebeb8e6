/** Names for the scorer of the evaluation data. */
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import type { Name } from '../../../src/model/name.js'
import { findNames } from '../../../src/words/find-names.js'

export function entities(text: string, { language }: { language: string }): Name[] {
  return findNames([da, en], text, { language })
}
