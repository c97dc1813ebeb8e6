import type { Language } from '../model/language.js'
import { isCommonLemma, isKnownName, rarity } from './background.js'
import { freshCopy } from './fresh-copy.js'
import { lemmatize } from './lemmatize.js'
import { splitCompound } from './split-compound.js'
import { stopwordsOf } from './stopwords.js'
import { wordClass } from './word-class.js'
import type { WordForm } from './word-form.js'

/** A distinct form as met in a document. */
export interface FormSeed {
  readonly surface: string
  readonly language: Language | undefined
  readonly isNumber: boolean
  /** Met where no sentence starts. */
  metInside: boolean
}

/** What is known of the forms of a document; names are told from common words by all of them together. */
export function readForms(seeds: readonly FormSeed[]): WordForm[] {
  const surfaces = new Map<Language | undefined, Set<string>>()
  for (const { surface, language } of seeds) {
    const known = surfaces.get(language)
    if (known) known.add(surface)
    else surfaces.set(language, new Set([surface]))
  }
  return seeds.map((seed) => keptForm(seed) ?? readForm(seed, surfaces.get(seed.language)!))
}

const kept = new WeakMap<Language, Map<string, WordForm>>()

/** by hand: some articles' worth of distinct words; the forms start anew when there are so many. */
const mostKept = 50_000

/** The form of a word in small letters, which is the same in every document, kept from one to the next. */
function keptForm({ surface, language, isNumber, metInside }: FormSeed): WordForm | undefined {
  if (!language || isNumber || startsWithCapital(surface)) return undefined
  let forms = kept.get(language)
  if (!forms) kept.set(language, (forms = new Map()))
  let form = forms.get(surface)
  if (!form) {
    form = readForm({ surface: freshCopy(surface), language, isNumber, metInside }, noOthers)
    if (forms.size >= mostKept) forms.clear()
    forms.set(form.surface, form)
  }
  return form
}

const noOthers: ReadonlySet<string> = new Set()

function readForm(seed: FormSeed, surfaces: ReadonlySet<string>): WordForm {
  const { surface, language, isNumber } = seed
  const lower = surface.toLowerCase()
  const capitalised = startsWithCapital(surface)
  if (!language || isNumber) {
    const isName = capitalised && seed.metInside
    const lemma = isName ? surface : lower
    const kind = isNumber ? 'number' : isName ? 'name' : 'other'
    const code = language?.code ?? 'und'
    return {
      ...{ surface, lower, lemma, key: `${code}:${lower}`, language, isStopword: false, isNumber, class: kind },
      ...{ rarity: language ? rarity(language, lower) : 0, capitalised, isName },
    }
  }
  const isStopword = stopwordsOf(language).has(lower)
  const common = lemmatize(language, surface)
  const isName = capitalised && !isStopword && !isCommonWord(language, surface, lower, common, seed.metInside, surfaces)
  const lemma = isName ? nameLemma(language, surface, surfaces) : common
  return {
    surface,
    lower,
    lemma,
    key: `${language.code}:${lemma.toLowerCase()}`,
    language,
    isStopword,
    isNumber,
    class: isName ? 'name' : wordClass(language, lower),
    rarity: rarity(language, lemma.toLowerCase()),
    capitalised,
    isName,
  }
}

/** Whether a capitalised form is a common word at the start of a sentence or title, or one that is always written so. */
function isCommonWord(
  language: Language,
  surface: string,
  lower: string,
  lemma: string,
  metInside: boolean,
  surfaces: ReadonlySet<string>,
): boolean {
  if (surfaces.has(lower)) return true
  // `HR-afdelingen`, `EU-lande`: a name as modifier of a common word.
  if (/[-‐‑]\p{Ll}[\p{Ll}\p{M}]+$/u.test(surface)) return true
  if (isKnownName(language, lower) || isKnownName(language, lower.replace(/['’]?s$/u, ''))) return false
  if (isCommonLemma(language, lemma)) return true
  // Words that only start sentences are compounds more often than names, if they are long or can be split.
  if (metInside || wordClass(language, lower) === 'name') return false
  return lower.length > 10 || splitCompound(language, lower).length > 1
}

/** A name without its genitive ending, when the bare name is known or stands in the text too: `Odenses`, `Odense`. */
function nameLemma(language: Language, surface: string, surfaces: ReadonlySet<string>): string {
  const bare = /^(.+?)(?:['’]s|['’]|s)$/u.exec(surface)
  if (!bare?.[1]) return surface
  if (surface.length - bare[1].length > 1 || surfaces.has(bare[1])) return bare[1]
  if (isKnownName(language, bare[1].toLowerCase())) return bare[1]
  return surface
}

function startsWithCapital(surface: string): boolean {
  const first = surface.codePointAt(0)
  if (first === undefined) return false
  const letter = String.fromCodePoint(first)
  return letter !== letter.toLowerCase()
}
