import type { DuplicateGroup } from '../model/related.js'
import { compareText } from '../similarity/compare-text.js'
import { findCopiedTexts } from './find-copies.js'
import { openWording } from './index-wording.js'
import { openIndex, type RelatedIndex } from './related-index.js'

/** Which groups `findDuplicates` returns. */
export interface DuplicateOptions {
  /** Default: all three. */
  readonly kinds?: readonly DuplicateGroup['kind'][]
  /** Default 0: all groups. */
  readonly minScore?: number
}

/**
 * Articles that say the same: `identical` where every word is the same, title included; `near-duplicate` where one is
 * most of the other, edited, cut or with furniture added; `translation` where the CMS says so by `translationGroup`.
 *
 * Wording counts by its rarity (shingles of five words, Broder 1997), so that a template the house repeats pairs nothing.
 * @returns groups of two or more; an article stands in at most one group that is not of translations. `score` is the
 *   mean share of wording between the group's copies. Ordered by score, then by the first id; ids by code point.
 * @remarks O(n log n) in the archive's wording, once an index.
 */
export function findDuplicates(index: RelatedIndex, options: DuplicateOptions = {}): DuplicateGroup[] {
  const state = openIndex(index, 'findDuplicates')
  const wording = openWording(state)
  const { texts } = wording
  const leaders = texts.map((_, text) => text)
  const leaderOf = (text: number): number => {
    let leader = text
    while (leaders[leader] !== leader) leader = leaders[leader] = leaders[leaders[leader]!]!
    return leader
  }
  const links: { text: number; containment: number }[] = []
  for (let text = 0; text < texts.length; text++) {
    for (const copy of findCopiedTexts(wording, texts[text]![0]!, text)) {
      if (copy.text < text) continue
      links.push({ text, containment: copy.containment })
      leaders[leaderOf(copy.text)] = leaderOf(text)
    }
  }
  const sums = new Map<number, { sum: number; count: number }>()
  for (const { text, containment } of links) {
    const leader = leaderOf(text)
    const kept = sums.get(leader) ?? { sum: 0, count: 0 }
    sums.set(leader, { sum: kept.sum + containment, count: kept.count + 1 })
  }
  const members = new Map<number, string[]>()
  for (const [text, entries] of texts.entries()) {
    if (entries[0]!.terms.length === 0) continue
    const leader = leaderOf(text)
    const ids = members.get(leader) ?? []
    for (const { article } of entries) ids.push(article.id)
    members.set(leader, ids)
  }
  const groups: DuplicateGroup[] = []
  for (const [leader, ids] of members) {
    if (ids.length < 2) continue
    const copied = sums.get(leader)
    const score = copied ? round(copied.sum / copied.count) : 1
    groups.push({
      ids: ids.sort(compareText),
      score,
      kind: copied ? 'near-duplicate' : 'identical',
      reasons: [{ feature: 'sharedWording', contribution: score }],
    })
  }
  groups.push(...translationGroups(texts.flat().map(({ article }) => article)))
  return groups
    .filter(({ kind, score }) => (options.kinds?.includes(kind) ?? true) && score >= (options.minScore ?? 0))
    .sort((a, b) => b.score - a.score || compareText(a.ids[0]!, b.ids[0]!) || compareText(a.kind, b.kind))
}

function translationGroups(articles: readonly { id: string; translationGroup?: string }[]): DuplicateGroup[] {
  const byGroup = new Map<string, string[]>()
  for (const { id, translationGroup } of articles) {
    if (translationGroup === undefined) continue
    const ids = byGroup.get(translationGroup)
    if (ids) ids.push(id)
    else byGroup.set(translationGroup, [id])
  }
  return [...byGroup.values()]
    .filter((ids) => ids.length > 1)
    .map((ids) => ({
      ids: ids.sort(compareText),
      score: 1,
      kind: 'translation',
      reasons: [{ feature: 'translationGroup', contribution: 1 }],
    }))
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000
}
