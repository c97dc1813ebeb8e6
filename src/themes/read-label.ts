import type { Language } from '../model/language.js'
import { tokenize } from '../text/tokenize.js'
import { lemmatize } from '../words/lemmatize.js'

/**
 * A label that somebody gave, as it may stand in a text: for each of its words the dictionary forms it may have there.
 * Two where it is not known whether the word is a name (`Frederiksen` keeps its ending, `jorden` does not).
 */
export interface LabelPattern {
  readonly label: string
  readonly words: readonly ReadonlySet<string>[]
}

/** The words of a label in one language; hyphens part words as they do in texts. */
export function readLabel(language: Language, label: string): LabelPattern {
  const words: ReadonlySet<string>[] = []
  const text = label.normalize('NFC')
  for (const { start, end, kind } of tokenize(language, text)) {
    if (kind !== 'word' && kind !== 'number') continue
    for (const part of text.slice(start, end).split(/[-/‐‑]/u)) {
      if (part === '') continue
      const lower = part.toLowerCase()
      words.push(new Set([lower, lemmatize(language, lower), lemmatize(language, part)]))
    }
  }
  return { label, words }
}

/** Whether a sequence of dictionary forms is the label. */
export function isLabel({ words }: LabelPattern, lemmas: readonly string[]): boolean {
  return words.length === lemmas.length && words.every((forms, index) => forms.has(lemmas[index]!))
}
