import type { Language } from '../../model/language.js'

/** What a word of `data/<code>/names.tsv` is, as bits: a word may be several. */
export const ListedGiven = 1
export const ListedSurname = 2
export const ListedPlace = 4
export const ListedOrganisation = 8
export const ListedOther = 16
export const ListedRole = 32
export const ListedOrganisationWord = 64
export const ListedPlaceWord = 128

/** The names of a language and the words around names, unpacked. */
export interface NameLists {
  /** Lower-case single words to bits. */
  readonly words: ReadonlyMap<string, number>
  /** Lower-case names of several words, joined by spaces, to bits. */
  readonly phrases: ReadonlyMap<string, number>
  /** First words of `phrases`. */
  readonly phraseStarts: ReadonlySet<string>
  /** Words of the longest phrase. */
  readonly longestPhrase: number
  /** Small words that may stand inside a name. */
  readonly particles: ReadonlySet<string>
  /** Endings that are written on a name and are not of it, longest first. */
  readonly endings: readonly string[]
}

const bits: ReadonlyMap<string, number> = new Map([
  ['given', ListedGiven],
  ['surname', ListedSurname],
  ['place', ListedPlace],
  ['organisation', ListedOrganisation],
  ['other', ListedOther],
  ['role', ListedRole],
  ['orgword', ListedOrganisationWord],
  ['placeword', ListedPlaceWord],
])

const cache = new WeakMap<Language, NameLists>()

/** The lists of a language. Unpacked at first use. */
export function nameListsOf(language: Language): NameLists {
  let lists = cache.get(language)
  if (!lists) cache.set(language, (lists = unpack(language.names)))
  return lists
}

function unpack(packed: string): NameLists {
  const words = new Map<string, number>()
  const phrases = new Map<string, number>()
  const phraseStarts = new Set<string>()
  const particles = new Set<string>()
  const endings: string[] = []
  let longestPhrase = 1
  for (const line of packed.split('\n')) {
    const [kind, name] = line.split('\t')
    if (!kind || !name) continue
    const lower = name.toLowerCase()
    const bit = bits.get(kind)
    if (kind === 'particle') particles.add(lower)
    else if (kind === 'ending') endings.push(lower)
    else if (bit !== undefined) {
      const parts = lower.split(' ')
      const length = parts.length
      if (length > 1) phraseStarts.add(parts[0]!)
      const table = length > 1 ? phrases : words
      table.set(lower, (table.get(lower) ?? 0) | bit)
      longestPhrase = Math.max(longestPhrase, length)
    }
  }
  return { words, phrases, phraseStarts, longestPhrase, particles, endings }
}

/** The bits of a word, also in its genitive (`Danmarks`, `Anna's`, `Lars'`); 0 for a word that is not listed. */
export function listedAs(lists: NameLists, lower: string): number {
  const found = lists.words.get(lower)
  if (found !== undefined) return found
  const bare = withoutGenitive(lower)
  return bare === lower ? 0 : (lists.words.get(bare) ?? 0)
}

/** A lower-case word without the `s` of the genitive, if it may be one. */
export function withoutGenitive(lower: string): string {
  return lower.length > 3 ? lower.replace(/(?:['’]s?|s)$/, '') : lower
}
