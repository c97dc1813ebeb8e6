import type { Language } from '../model/language.js'

/** What the full stop of an abbreviation says about the sentence; the classes of `data/<code>/abbreviations.tsv`. */
export type AbbreviationClass = 'name' | 'middle' | 'number' | 'unit' | 'end' | 'either'

/** The abbreviations of a language and what else it knows about sentence ends, unpacked. */
export interface Abbreviations {
  /** By form without its last stop; forms in lower case stand for those with capitals too. */
  readonly classes: ReadonlyMap<string, AbbreviationClass>
  /** Lower-case words that often start a sentence. */
  readonly starters: ReadonlySet<string>
  /** Lower-case words before an ordinal number: *den 2. Verdenskrig*. Empty where ordinals take no stop. */
  readonly beforeOrdinal: ReadonlySet<string>
  /** Lower-case verbs that come with direct speech. */
  readonly attributionVerbs: ReadonlySet<string>
}

const empty: ReadonlySet<string> = new Set()
const none: Abbreviations = { classes: new Map(), starters: empty, beforeOrdinal: empty, attributionVerbs: empty }
const unpacked = new WeakMap<Language, Abbreviations>()

/** Longer words are not looked up. */
export const longestAbbreviation = 18

/** The abbreviations of a language; of no language, none. Unpacked at first use. */
export function abbreviationsOf(language: Language | undefined): Abbreviations {
  if (!language) return none
  let abbreviations = unpacked.get(language)
  if (!abbreviations) unpacked.set(language, (abbreviations = unpack(language)))
  return abbreviations
}

/** The class of a word without its last stop, as written or in lower case. */
export function abbreviationClass(abbreviations: Abbreviations, word: string): AbbreviationClass | undefined {
  return abbreviations.classes.get(word) ?? abbreviations.classes.get(word.toLowerCase())
}

function unpack(language: Language): Abbreviations {
  const classes = new Map<string, AbbreviationClass>()
  const starters = new Set(language.stopwords.split('\n'))
  const beforeOrdinal = new Set<string>()
  for (const line of language.abbreviations.split('\n')) {
    const [form, kind] = line.split('\t')
    if (!form || !kind) continue
    if (kind === 'starter') starters.add(form)
    else if (kind === 'ordinal') beforeOrdinal.add(form)
    else classes.set(form.replace(/\.$/, ''), kind as AbbreviationClass)
  }
  return { classes, starters, beforeOrdinal, attributionVerbs: new Set(language.attributionVerbs.split('\n')) }
}
