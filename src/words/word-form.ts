import type { Language } from '../model/language.js'
import type { WordClass } from './class-letters.js'

/** A distinct word form of a document, in one language. */
export interface WordForm {
  /** As first met. */
  readonly surface: string
  readonly lower: string
  /** In lower case; a name keeps its spelling. */
  readonly lemma: string
  /** What makes it one with its other forms: language code and lemma in lower case, e.g. `da:avis`, `da:mette`. */
  readonly key: string
  readonly language: Language | undefined
  readonly isStopword: boolean
  readonly isNumber: boolean
  /** Its commonest class, by itself; a name by its capital in this document. */
  readonly class: WordClass
  /** Of the lemma, in bits; see `rarity`. */
  readonly rarity: number
  /** Starts with a capital letter as met. */
  readonly capitalised: boolean
  /** Capitalised where no sentence starts, or unknown, and no common word: kept as it is, not lemmatized. */
  readonly isName: boolean
}
