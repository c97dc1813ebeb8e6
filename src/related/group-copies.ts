import { compareText } from '../similarity/compare-text.js'
import { findCopies, findSameText } from './find-copies.js'
import { articleOf, type Place, queryAt } from './find-place.js'
import type { IndexState, Query } from './related-index.js'

/** Live articles that say the same. */
export interface CopyGroup {
  readonly places: readonly Place[]
  /** Mean containment of the copies among them; undefined where all have the same words. */
  readonly score: number | undefined
}

/** A distinct text: the live articles that have it. */
interface Text {
  readonly id: string
  readonly places: readonly Place[]
}

interface Link {
  readonly a: number
  readonly b: number
  readonly containment: number
}

/**
 * The copies in an index, found as they are asked for: a group hangs on nothing but the texts that are linked to it by
 * copies of copies, and on the statistics of the index.
 */
export class CopyFinder {
  /** By place: the group of an article that has copies; null where it has none. */
  private readonly known = new Map<number, CopyGroup | null>()

  constructor(private readonly state: IndexState) {}

  /** The group of an article of the index; undefined where it has no copy. */
  groupOf(place: Place): CopyGroup | undefined {
    const key = keyOf(place)
    const kept = this.known.get(key)
    if (kept !== undefined) return kept ?? undefined
    const texts = this.textsAround(place)
    for (const group of texts.length === 0 ? [] : groupTexts(this.state, texts)) {
      const isCopied = group.places.length > 1
      for (const member of group.places) this.known.set(keyOf(member), isCopied ? group : null)
    }
    if (!this.known.has(key)) this.known.set(key, null)
    return this.known.get(key) ?? undefined
  }

  /** All live articles that copies of copies lead to from one; itself alone where it has none. */
  placesAround(place: Place): Place[] {
    const texts = this.textsAround(place)
    return texts.length === 0 ? [place] : texts.flatMap(({ places }) => places)
  }

  /** The live articles that are copies of one that is not in the index, or stand in a group with such. */
  placesLike(query: Query): Place[] {
    const places = findSameText(this.state, query)
    for (const { place } of findCopies(this.state, query))
      places.push(...findSameText(this.state, queryAt(this.state, place)))
    return places.flatMap((place) => this.groupOf(place)?.places ?? [place])
  }

  /** Every group of two or more. */
  *groups(): Generator<CopyGroup, undefined> {
    const seen = new Set<CopyGroup>()
    for (const [segment, removed] of this.state.removed.entries()) {
      for (let row = 0; row < removed.length; row++) {
        const group = removed[row] === 0 ? this.groupOf({ segment, row }) : undefined
        if (!group || seen.has(group)) continue
        seen.add(group)
        yield group
      }
    }
    return undefined
  }

  /** The texts that copies of copies lead to from an article; none where it has no words or no copy. */
  private textsAround(place: Place): Text[] {
    const first = queryAt(this.state, place)
    const { termStarts } = first.weighed.rows
    if (termStarts[place.row] === termStarts[place.row + 1]) return []
    const copies = findCopies(this.state, first)
    const same = findSameText(this.state, first)
    if (copies.length === 0 && same.length < 2) return []
    const texts: Text[] = []
    const met = new Set<number>()
    const waiting = [same]
    for (let places = waiting.pop(); places; places = waiting.pop()) {
      if (places.length === 0 || met.has(keyOf(places[0]!))) continue
      for (const one of places) met.add(keyOf(one))
      texts.push({ id: firstId(this.state, places), places })
      for (const copy of findCopies(this.state, queryAt(this.state, places[0]!))) {
        waiting.push(findSameText(this.state, queryAt(this.state, copy.place)))
      }
    }
    return texts.sort((a, b) => compareText(a.id, b.id))
  }
}

const finders = new WeakMap<IndexState, CopyFinder>()

/** The copies of an index; what was found once is kept with it. */
export function openCopies(state: IndexState): CopyFinder {
  let finder = finders.get(state)
  if (!finder) finders.set(state, (finder = new CopyFinder(state)))
  return finder
}

/** One number a place. */
export function keyOf({ segment, row }: Place): number {
  return segment * 65536 + row
}

function firstId(state: IndexState, places: readonly Place[]): string {
  let first = articleOf(queryAt(state, places[0]!)).id
  for (const place of places) {
    const { id } = articleOf(queryAt(state, place))
    if (compareText(id, first) < 0) first = id
  }
  return first
}

function linkTexts(state: IndexState, texts: readonly Text[]): Link[] {
  const textOf = new Map(texts.flatMap(({ places }, text) => places.map((place) => [keyOf(place), text] as const)))
  const links: Link[] = []
  for (const [text, { places }] of texts.entries()) {
    const linked = new Set<number>()
    for (const { place, containment } of findCopies(state, queryAt(state, places[0]!))) {
      const [live] = findSameText(state, queryAt(state, place))
      const other = live ? textOf.get(keyOf(live))! : -1
      if (text >= other || linked.has(other)) continue
      linked.add(other)
      links.push({ a: text, b: other, containment: Math.round(containment * 10000) })
    }
  }
  return links.sort((x, y) => y.containment - x.containment || x.a - y.a || x.b - y.b)
}

/**
 * Groups in which most are copies of each other: links from the strongest on, two groups become one where more than half
 * of the pairs across are copies. So a page that is half of one article and half of another does not make the two one.
 * @param texts - in order of id, all that copies of copies lead to from one of them.
 */
function groupTexts(state: IndexState, texts: readonly Text[]): CopyGroup[] {
  const links = linkTexts(state, texts)
  const groupOf = Uint32Array.from(texts, (_, text) => text)
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
  return [...new Set(groupOf)].map((group) => {
    const inside = links.filter(({ a, b }) => groupOf[a] === group && groupOf[b] === group)
    let sum = 0
    for (const { containment } of inside) sum += containment
    return {
      places: membersOf(group).flatMap((text) => texts[text]!.places),
      score: inside.length === 0 ? undefined : Math.round(sum / inside.length) / 10000,
    }
  })
}
