import { findCopiedTexts } from './find-copies.js'
import { openWording, type WordingIndex } from './index-wording.js'
import type { IndexState } from './related-index.js'

/** The texts of an index, grouped by wording. */
export interface CopyGroups {
  /** Beside `wording.texts`: the group of each; a text without copies is its own. */
  readonly groupOf: Uint32Array
  /** Mean containment of the copies within a group; groups of one have none. */
  readonly scores: ReadonlyMap<number, number>
}

const groups = new WeakMap<IndexState, CopyGroups>()

/** The groups of an index, made at first use and kept with it. */
export function openGroups(state: IndexState): CopyGroups {
  let kept = groups.get(state)
  if (!kept) groups.set(state, (kept = groupCopies(openWording(state))))
  return kept
}

interface Link {
  readonly a: number
  readonly b: number
  readonly containment: number
}

/**
 * Groups in which most are copies of each other: links from the strongest on, two groups become one where more than half
 * of the pairs across are copies. So a page that is half of one article and half of another does not make the two one.
 */
function groupCopies(wording: WordingIndex): CopyGroups {
  const links: Link[] = []
  for (const [text, [entry]] of wording.texts.entries()) {
    for (const { text: other, containment } of findCopiedTexts(wording, entry!, text)) {
      if (text < other) links.push({ a: text, b: other, containment: Math.round(containment * 10000) })
    }
  }
  links.sort((x, y) => y.containment - x.containment || x.a - y.a || x.b - y.b)
  const groupOf = Uint32Array.from(wording.texts, (_, text) => text)
  const members = new Map<number, number[]>()
  // Of each group: how many links lead to each other group.
  const across = new Map<number, Map<number, number>>()
  const membersOf = (group: number): number[] => members.get(group) ?? [group]
  const linksOf = (group: number): Map<number, number> => {
    let found = across.get(group)
    if (!found) across.set(group, (found = new Map()))
    return found
  }
  for (const { a, b } of links) {
    linksOf(a).set(b, 1)
    linksOf(b).set(a, 1)
  }
  for (const { a, b } of links) {
    let kept = groupOf[a]!
    let joined = groupOf[b]!
    if (kept === joined) continue
    if ((linksOf(kept).get(joined) ?? 0) * 2 <= membersOf(kept).length * membersOf(joined).length) continue
    if (membersOf(joined).length > membersOf(kept).length) [kept, joined] = [joined, kept]
    for (const text of membersOf(joined)) groupOf[text] = kept
    members.set(kept, [...membersOf(kept), ...membersOf(joined)])
    members.delete(joined)
    for (const [group, count] of linksOf(joined)) {
      if (group === kept) continue
      linksOf(kept).set(group, (linksOf(kept).get(group) ?? 0) + count)
      const back = linksOf(group)
      back.set(kept, (back.get(kept) ?? 0) + count)
      back.delete(joined)
    }
    linksOf(kept).delete(joined)
    across.delete(joined)
  }
  return { groupOf, scores: meanContainments(links, groupOf) }
}

function meanContainments(links: readonly Link[], groupOf: Uint32Array): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>()
  for (const { a, b, containment } of links) {
    if (groupOf[a] !== groupOf[b]) continue
    const kept = sums.get(groupOf[a]!) ?? { sum: 0, count: 0 }
    sums.set(groupOf[a]!, { sum: kept.sum + containment, count: kept.count + 1 })
  }
  return new Map([...sums].map(([group, { sum, count }]) => [group, Math.round(sum / count) / 10000]))
}
