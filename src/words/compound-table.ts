import type { Language } from '../model/language.js'
import { unpackGroups } from './unpack-words.js'

/** What is known of compounds; costs in quarter bits. */
export interface CompoundTable {
  readonly isEmpty: boolean
  /** First parts as they stand before the next, with their linking letters. */
  readonly modifiers: ReadonlyMap<string, number>
  readonly heads: ReadonlyMap<string, number>
  /** Cost of a word met in no compound, if it is as rare as can be. */
  readonly unseen: number
  readonly neverFirst: ReadonlySet<string>
  readonly neverLast: ReadonlySet<string>
  readonly short: ReadonlySet<string>
  readonly shortFirst: ReadonlySet<string>
  /** Forms that begin compounds, to their lemma. */
  readonly stems: ReadonlyMap<string, string>
  readonly splits: ReadonlyMap<string, readonly string[]>
  readonly cache: Map<string, readonly string[]>
}

/** Prices in quarter bits. fitted: on the compounds dev set. */
export const costOf: Readonly<Record<'letter' | 'word' | 'used' | 'part' | 'never', number>> = {
  /** Of a letter of a word that is no compound. */
  letter: 7,
  /** Of a word that is no compound, beside its letters. */
  word: 64,
  /** Of a part taken as one word though it can be split, beside its cost as a part. */
  used: 40,
  /** Of one part more. */
  part: 4,
  never: Number.POSITIVE_INFINITY,
}

const cache = new WeakMap<Language, CompoundTable>()

/** The compounds of a language, unpacked at first use. */
export function compoundTable(language: Language): CompoundTable {
  let table = cache.get(language)
  if (!table) cache.set(language, (table = unpack(language.compounds)))
  return table
}

/** Parts by role and cost (`m32`, `h20`, `u60`); an empty line; corrections by hand. */
function unpack(packed: string): CompoundTable {
  const gap = packed.indexOf('\n\n')
  const modifiers = new Map<string, number>()
  const heads = new Map<string, number>()
  unpackGroups(packed.slice(0, Math.max(gap, 0)), (word, label) => {
    ;(label.startsWith('m') ? modifiers : heads).set(word, Number(label.slice(1)))
  })
  const sets = new Map(['never-first', 'never-last', 'short', 'short-first'].map((kind) => [kind, new Set<string>()]))
  const stems = new Map<string, string>()
  const splits = new Map<string, readonly string[]>()
  let unseen = 0
  for (const line of packed.slice(gap + 2).split('\n')) {
    const [kind = '', text = '', lemma = ''] = line.split('\t')
    if (kind === 'split') splits.set(text.replaceAll('|', ''), joinLinks(text.split('|')))
    else if (kind === 'stem') stems.set(text, lemma)
    else if (kind === 'unseen') unseen = Number(text)
    else sets.get(kind)?.add(text)
  }
  return {
    isEmpty: modifiers.size === 0,
    ...{ modifiers, heads, unseen, stems, splits },
    neverFirst: sets.get('never-first') ?? new Set(),
    neverLast: sets.get('never-last') ?? new Set(),
    short: sets.get('short') ?? new Set(),
    shortFirst: sets.get('short-first') ?? new Set(),
    cache: new Map(),
  }
}

/** A linking letter written as a part of its own (`skat|te|borger`) goes with the part before. */
function joinLinks(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const [index, part] of parts.entries()) {
    if (index > 0 && index < parts.length - 1 && /^(?:s|e|te|n)$/.test(part)) joined.push(`${joined.pop()}${part}`)
    else joined.push(part)
  }
  return joined
}
