import { readByline, readNames } from './page-byline.js'
import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'
import type { PagePart } from './page-model.js'

/** Who wrote it, and the block that says so; `at` is -1 where none does. */
export interface FoundAuthor {
  readonly byline?: string
  readonly at: number
  readonly kind: 'byline' | 'follow'
}

// by hand: how far from the title a byline stands
const reach = 8

/**
 * The author: a byline near the title, else a bare name between title and text, else a byline at the end, else a line
 * that asks the reader to follow somebody.
 */
export function findAuthor(
  facts: readonly BlockFacts[],
  counts: PageCounts,
  parts: readonly PagePart[],
  title: number,
): FoundAuthor {
  const first = Math.max(0, parts.indexOf('article'))
  const from = Math.max(0, (title >= 0 ? title : first) - 3)
  const until = Math.min(facts.length, Math.max(first, title) + reach)
  for (let at = from; at < until; at++) {
    const byline = introduced(facts[at], 'byline')
    if (byline) return { byline, at, kind: 'byline' }
  }
  for (let at = title + 1; at > 0 && at < until; at++) {
    const fact = facts[at]
    if (!fact || counts.shapes[at] === 'prose') continue
    const byline = bareName(fact, facts, at, title)
    if (byline) return { byline, at, kind: 'byline' }
  }
  const last = parts.lastIndexOf('article')
  for (let at = Math.max(0, last - 3); at <= Math.min(facts.length - 1, last + 4); at++) {
    const byline = introduced(facts[at], 'byline')
    if (byline) return { byline, at, kind: 'byline' }
  }
  for (let at = from; at <= Math.min(facts.length - 1, last + 4); at++) {
    const byline = introduced(facts[at], 'follow')
    if (byline) return { byline, at, kind: 'follow' }
  }
  return { at: -1, kind: 'byline' }
}

function introduced(fact: BlockFacts | undefined, kind: string): string | undefined {
  return fact && fact.length <= 30
    ? readByline(
        fact.text,
        fact.hits.filter((hit) => hit.kind === kind),
      )
    : undefined
}

/** A name alone or with a role, beside the title or a date. */
function bareName(fact: BlockFacts, facts: readonly BlockFacts[], at: number, title: number): string | undefined {
  if (fact.length > 8 || fact.isDate) return undefined
  if (fact.hits.some(({ where, kind }) => where === 'line' || kind === 'photo')) return undefined
  const isBeside = at - title <= 2 || facts[at + 1]?.isDate || facts[at - 1]?.isDate
  if (!isBeside) return undefined
  const names = readNames(fact.text)
  if (!names) return undefined
  return fact.isName || /^\s*,\s*\p{Ll}/u.test(fact.text.slice(names.length)) ? names : undefined
}
