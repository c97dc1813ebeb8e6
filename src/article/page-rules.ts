import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'
import type { PagePart } from './page-model.js'
import { namedTitles } from './page-teasers.js'

/** Part of each block of a body from a CMS: all of it is the article but what its own words say is not. */
export function bodyParts(facts: readonly BlockFacts[], counts: PageCounts): PagePart[] {
  return facts.map((fact, at) => (isFurniture(fact, counts, at, facts.length) ? 'interruption' : 'article'))
}

function isFurniture(fact: BlockFacts, counts: PageCounts, at: number, length: number): boolean {
  if (fact.length > 40) return false
  const named = fact.hits.find(({ kind, where, words }) => kind === 'read-also' && where === 'start' && words >= 2)
  if (named && !fact.text.endsWith('.') && namedTitles(fact).length > 0) return true
  const isAtEdge = at < 2 || at >= length - 3
  return fact.hits.some(({ kind, where, words }) => {
    if (kind === 'disclaimer') return isAtEdge && words >= 3
    if (kind === 'advertisement') return where === 'line' && words >= 3
    if (kind === 'share')
      return where === 'line' && words >= 2 && (fact.linked > 0.8 || (counts.kinds[at - 1] ?? []).includes('share'))
    return false
  })
}
