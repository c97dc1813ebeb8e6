import type { Language } from '../model/language.js'
import { isCommonLemma, isKnownName, rarity } from './background.js'
import { cheapestParts, type PartCosts } from './cheapest-parts.js'
import { type CompoundTable, compoundTable, costOf } from './compound-table.js'
import { freshCopy } from './fresh-copy.js'
import { lemmatize } from './lemmatize.js'

/** by hand: the cache of a language starts anew when it is full. */
const mostCached = 20_000
/** by hand: nobody writes longer words; keeps the cost of odd input down. */
const longestWord = 60

/**
 * The parts of a compound in order, linking letters with the part before them: `havvindmøllepark` → `hav`, `vind`,
 * `mølle`, `park`; `arbejdsmarked` → `arbejds`, `marked`. `[word]` when it is none; joined the parts give the word.
 *
 * The cheapest way through the word wins: each part costs the bits it takes to say it, as first part or as head, learnt
 * from how many compounds it takes part in; what is no compound costs its letters. Particles and suffixes are no parts
 * (`udvikling`, `sandhed`). Also split at hyphens. Corrections: `data/<code>/compounds.tsv`.
 * @remarks O(letters × longest part), cached per language.
 */
export function splitCompound(language: Language, word: string): string[] {
  const table = compoundTable(language)
  const kept = table.cache.get(word)
  if (kept) return [...kept]
  const fresh = freshCopy(word)
  const parts = splitAtHyphens(language, table, fresh)
  if (table.cache.size >= mostCached) table.cache.clear()
  table.cache.set(fresh, parts)
  return [...parts]
}

function splitAtHyphens(language: Language, table: CompoundTable, word: string): string[] {
  if (word.length > longestWord) return [word]
  const parts: string[] = []
  let start = 0
  for (let at = 1; at < word.length - 1; at++) {
    const unit = word.charCodeAt(at)
    if (unit !== 0x2d && unit !== 0x2010 && unit !== 0x2011) continue
    parts.push(word.slice(start, at + 1))
    start = at + 1
  }
  const last = start === 0 ? word : word.slice(start)
  if (!table.isEmpty) parts.push(...splitWord(language, table, last))
  else parts.push(last)
  return parts
}

function splitWord(language: Language, table: CompoundTable, word: string): string[] {
  const lower = word.toLowerCase()
  if (lower.length !== word.length) return [word]
  const lemma = lemmatize(language, lower)
  const parts = table.splits.get(lower) ?? splitLemma(language, table, lemma)
  if (parts.length < 2) return [word]
  const ends: number[] = []
  let end = 0
  for (const part of parts.slice(0, -1)) ends.push((end += part.length))
  // A lemma that changes before its head says nothing of the form.
  if (lemma.slice(0, end) !== lower.slice(0, end) || end >= word.length) return [word]
  return [...ends.map((stop, index) => word.slice(ends[index - 1] ?? 0, stop)), word.slice(end)]
}

/** Splits a lemma, and its parts where they are compounds in turn. */
function splitLemma(language: Language, table: CompoundTable, lemma: string): string[] {
  const parts = table.splits.get(lemma) ?? cheapestParts(lemma, partCosts(language, table))
  if (parts.length < 2) return [lemma]
  return parts.flatMap((part, index) => {
    if (part.length < 6) return [part]
    const whole = splitLemma(language, table, part)
    if (whole.length > 1 || index === parts.length - 1 || !part.endsWith('s')) return whole
    const bare = splitLemma(language, table, part.slice(0, -1))
    return bare.length > 1 ? [...bare.slice(0, -1), `${bare.at(-1)}s`] : [part]
  })
}

function partCosts(language: Language, table: CompoundTable): PartCosts {
  return {
    whole: (word) => wholeCost(table, word),
    modifier: (part) => modifierCost(language, table, part),
    head: (part) => headCost(language, table, part),
  }
}

/** In quarter bits: what is no compound costs its letters, or less if it is a part of many compounds. */
function wholeCost({ heads, modifiers }: CompoundTable, word: string): number {
  const used = Math.min(
    heads.get(word) ?? Number.POSITIVE_INFINITY,
    modifiers.get(word) ?? Number.POSITIVE_INFINITY,
    modifiers.get(`${word}s`) ?? Number.POSITIVE_INFINITY,
  )
  return Math.min(word.length * costOf.letter + costOf.word, used + costOf.used)
}

const vowel = /[aeiouyæøåäöéü]/u

function modifierCost(language: Language, table: CompoundTable, part: string): number {
  const known = table.modifiers.get(part)
  if (known !== undefined) return known + costOf.part
  if (table.neverFirst.has(part) || !vowel.test(part)) return Number.POSITIVE_INFINITY
  if (part.length < 3 && !table.short.has(part) && !table.shortFirst.has(part)) return Number.POSITIVE_INFINITY
  const cost = (lemma: string): number =>
    isCommonLemma(language, lemma) || isKnownName(language, lemma)
      ? unseenCost(table, rarity(language, lemma))
      : costOf.never
  const bare = part.slice(0, -1)
  if (part.endsWith('s') && table.neverFirst.has(bare)) return Number.POSITIVE_INFINITY
  const stem = table.stems.get(part) ?? table.stems.get(bare) ?? part
  let least = Math.min(cost(stem), cost(`${part}e`))
  if (part.endsWith('s')) least = Math.min(least, cost(bare), cost(`${bare}e`))
  if (part.endsWith('e')) least = Math.min(least, cost(bare))
  return least + costOf.part
}

function headCost(language: Language, table: CompoundTable, part: string): number {
  const known = table.heads.get(part)
  if (known !== undefined) return known
  if (table.neverLast.has(part) || (part.length < 3 && !table.short.has(part))) return Number.POSITIVE_INFINITY
  return isCommonLemma(language, part) ? unseenCost(table, rarity(language, part)) : Number.POSITIVE_INFINITY
}

/** What a word costs that was met in no compound: the less, the commoner it is. */
function unseenCost(table: CompoundTable, bits: number): number {
  return table.unseen - 2 * Math.max(0, 20 - bits)
}
