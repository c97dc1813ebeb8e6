import type { Language } from '../model/language.js'
import { answerOf, type EndingTable, unpackEndings } from './ending-table.js'
import { freshCopy } from './fresh-copy.js'

interface Lemmas {
  /** By hand: spelling as given, or in lower case. */
  readonly exceptions: ReadonlyMap<string, string>
  readonly table: EndingTable
  /** Beside the table's answers: letters that a rule cuts off, and what it adds. */
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
  const table = unpackEndings(packed.slice(0, Math.max(gap, 0)))
  const cuts = table.answers.map((rule) => Number(/^\d+/.exec(rule)?.[0] ?? '0'))
  const adds = table.answers.map((rule) => rule.replace(/^\d+/, ''))
  return { exceptions, table, cuts, adds, cache: new Map() }
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

function byEnding({ table, cuts, adds }: Lemmas, lower: string): string {
  const rule = answerOf(table, lower)
  if (rule < 0) return lower
  const cut = cuts[rule]!
  if (cut === 0) return lower + adds[rule]
  // A rule that would leave nothing of the word is meant for longer ones.
  if (cut > lower.length || (cut === lower.length && adds[rule] === '')) return lower
  return lower.slice(0, -cut) + adds[rule]
}
