/** What the scorer of eval/ling asks for, from our own sources. */
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import type { Language } from '../../../src/model/language.js'
import { lemmatize as lemmatizeIn } from '../../../src/words/lemmatize.js'
import { splitCompound as splitIn } from '../../../src/words/split-compound.js'

const languages: Readonly<Record<string, Language>> = { da, en }

function languageOf(code: string): Language {
  const language = languages[code]
  if (!language) throw new Error(`no language ${code}`)
  return language
}

export function lemmatize(word: string, { language }: { language: string }): string {
  return lemmatizeIn(languageOf(language), word)
}

export function splitCompound(word: string, { language }: { language: string }): string[] {
  return splitIn(languageOf(language), word)
}
