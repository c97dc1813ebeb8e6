import type { Language } from '../model/language.js'

/** What words of `data/<code>/quote-words.tsv` mean, the same in every language. At most 31, as they are bits. */
export const quoteWordKinds = [
  'absolute',
  'comparison',
  'condition',
  'connective',
  'contrast',
  'copula',
  'credit',
  'dangling',
  'first-person',
  'hedge',
  'instruction',
  'intensifier',
  'necessity',
  'negative',
  'negation',
  'past',
  'people',
  'positive',
  'possibility',
  'process',
  'quantity',
  'question',
  'second-person',
  'signpost',
  'speaker',
  'stance',
  'superlative',
  'time',
  'value',
  'we',
] as const

/** A kind of word. */
export type QuoteWordKind = (typeof quoteWordKinds)[number]

/**
 * What else a word at the start of a sentence can be than a pointer to the sentence before: an `article`, an `expletive`
 * ("it is easy to ..."); the words that then follow; and what leans on the sentence before from inside: a `link` ("I
 * therefore ..."), a `pronoun` that has nothing before it to stand for ("I told them ...").
 */
export const openingRoles = ['article', 'complement', 'expletive', 'link', 'pronoun', 'relative'] as const

/** A role of a word in an opening. */
export type OpeningRole = (typeof openingRoles)[number]

/** The words of one language that tell whether a line is fit to be lifted. */
export interface QuoteWords {
  /** Kinds of a word as bits, by its lower-case form or its lemma. */
  readonly kinds: ReadonlyMap<string, number>
  /** Phrases of two and three words by their first word. */
  readonly phrases: ReadonlyMap<string, readonly QuotePhrase[]>
  /** Lower-case words by what they can be in an opening. */
  readonly roles: ReadonlyMap<OpeningRole, ReadonlySet<string>>
  /** Forms of the verbs that tell who said something. */
  readonly attributionVerbs: ReadonlySet<string>
}

/** Words after the first, and what the whole means. */
export interface QuotePhrase {
  readonly rest: readonly string[]
  readonly kinds: number
}

const none: QuoteWords = { kinds: new Map(), phrases: new Map(), roles: new Map(), attributionVerbs: new Set() }
const cache = new WeakMap<Language, QuoteWords>()

/** A word as the lists have it: with a straight apostrophe. */
export function withPlainApostrophe(word: string): string {
  return word.includes('’') ? word.replaceAll('’', "'") : word
}

/** The bit of a kind. */
export function kindBit(kind: QuoteWordKind): number {
  return 1 << quoteWordKinds.indexOf(kind)
}

/** The quote words of a language, unpacked once; none for a language we do not read. */
export function quoteWordsOf(language: Language | undefined): QuoteWords {
  if (!language) return none
  let words = cache.get(language)
  if (!words) cache.set(language, (words = unpack(language)))
  return words
}

function unpack({ quoteWords, attributionVerbs }: Language): QuoteWords {
  const kinds = new Map<string, number>()
  const phrases = new Map<string, QuotePhrase[]>()
  const roles = new Map<OpeningRole, Set<string>>(openingRoles.map((role) => [role, new Set()]))
  for (const line of quoteWords.split('\n')) {
    const [kind = '', entry = ''] = line.split('\t')
    roles.get(kind as OpeningRole)?.add(entry)
    const place = (quoteWordKinds as readonly string[]).indexOf(kind)
    if (place < 0 || !entry) continue
    const [first = '', ...rest] = entry.split(' ')
    if (rest.length === 0) kinds.set(first, (kinds.get(first) ?? 0) | (1 << place))
    else {
      const known = phrases.get(first)
      if (known) known.push({ rest, kinds: 1 << place })
      else phrases.set(first, [{ rest, kinds: 1 << place }])
    }
  }
  return { kinds, phrases, roles, attributionVerbs: new Set(attributionVerbs.split('\n')) }
}
