import type { Language } from '../model/language.js'
import { freshCopy } from './fresh-copy.js'
import { unpackGroups } from './unpack-words.js'

interface Lemmas {
  /** By hand: spelling as given, or in lower case. */
  readonly exceptions: ReadonlyMap<string, string>
  /** Rule numbers of whole words. */
  readonly words: ReadonlyMap<string, number>
  /** Rule numbers of endings, by length of the ending. */
  readonly endings: readonly ReadonlyMap<string, number>[]
  /** Letters that a rule cuts off, and what it adds. */
  readonly cuts: readonly number[]
  readonly adds: readonly string[]
  readonly cache: Map<string, string>
}

const cache = new WeakMap<Language, Lemmas>()

/** by hand: some articles' worth of distinct words; the cache starts anew when it is full. */
const mostCached = 50_000

/**
 * The dictionary form of a word, in lower case: `avisernes` → `avis`, `went` → `go`.
 *
 * Corrections by hand (`data/<code>/exceptions.tsv`) win; else the longest ending known decides. What is no ordinary
 * word comes back in lower case as it is: digits, abbreviations with a full stop, words without a vowel. A word joined
 * by hyphens changes in its last part; what follows an apostrophe is dropped (`tv'et`, `Anna's`).
 * @param word - one token; whether it is a name, which has no lemma, is for the caller to know (`readWords` does).
 * @remarks O(letters), cached per language. Endings learnt by data/learn/learn-words.ts.
 */
export function lemmatize(language: Language, word: string): string {
  const lemmas = lemmasOf(language)
  const kept = lemmas.cache.get(word)
  if (kept !== undefined) return kept
  const fresh = freshCopy(word)
  const lemma = findLemma(lemmas, fresh)
  if (lemmas.cache.size >= mostCached) lemmas.cache.clear()
  lemmas.cache.set(fresh, lemma)
  return lemma
}

function lemmasOf(language: Language): Lemmas {
  let lemmas = cache.get(language)
  if (!lemmas) cache.set(language, (lemmas = unpack(language.lemmas)))
  return lemmas
}

function unpack(packed: string): Lemmas {
  const gap = packed.indexOf('\n\n')
  const exceptions = new Map<string, string>()
  for (const line of packed.slice(gap + 2).split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) exceptions.set(line.slice(0, tab), line.slice(tab + 1))
  }
  const words = new Map<string, number>()
  const endings: Map<string, number>[] = []
  const cuts: number[] = []
  const adds: string[] = []
  let last: string | undefined
  unpackGroups(packed.slice(0, Math.max(gap, 0)), (backwards, rule) => {
    if (rule !== last) {
      const cut = /^\d+/.exec(rule)?.[0] ?? '0'
      cuts.push(Number(cut))
      adds.push(rule.slice(cut.length))
      last = rule
    }
    const ending = reversed(backwards)
    if (ending.startsWith('^')) words.set(ending.slice(1), cuts.length - 1)
    else {
      while (endings.length <= ending.length) endings.push(new Map())
      endings[ending.length]?.set(ending, cuts.length - 1)
    }
  })
  return { exceptions, words, endings, cuts, adds, cache: new Map() }
}

function reversed(text: string): string {
  let result = ''
  for (let at = text.length - 1; at >= 0; at--) result += text[at]
  return result
}

const plainWord = /^[\p{L}\p{M}]+$/u
const wordAfterHyphen = /^(.+[-‐‑])([\p{L}\p{M}]{2,})$/u
/** At most four letters after the apostrophe: an ending. */
const beforeApostrophe = /^(.+)['’]\p{L}{0,4}$/u

function findLemma(lemmas: Lemmas, word: string): string {
  const lower = word.toLowerCase()
  const corrected = lemmas.exceptions.get(word) ?? lemmas.exceptions.get(lower)
  if (corrected !== undefined) return corrected
  if (plainWord.test(lower)) return byEnding(lemmas, lower)
  const apostrophe = beforeApostrophe.exec(lower)?.[1]
  if (apostrophe !== undefined) return plainWord.test(apostrophe) ? byEnding(lemmas, apostrophe) : apostrophe
  const hyphen = wordAfterHyphen.exec(lower)
  if (hyphen?.[1] !== undefined && hyphen[2] !== undefined) {
    return hyphen[1] + (lemmas.exceptions.get(hyphen[2]) ?? byEnding(lemmas, hyphen[2]))
  }
  return lower
}

function byEnding({ words, endings, cuts, adds }: Lemmas, lower: string): string {
  let rule = words.get(lower)
  for (let length = Math.min(lower.length, endings.length - 1); rule === undefined && length >= 0; length--) {
    const known = endings[length]
    if (known !== undefined && known.size > 0) rule = known.get(lower.slice(lower.length - length))
  }
  if (rule === undefined) return lower
  const cut = cuts[rule] ?? 0
  // A rule that would leave nothing of the word is meant for longer ones.
  return cut === 0
    ? lower + adds[rule]
    : cut < lower.length || words.has(lower)
      ? lower.slice(0, -cut) + adds[rule]
      : lower
}
