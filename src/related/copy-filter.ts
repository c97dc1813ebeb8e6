import { sharesWording } from './compare-wording.js'
import { articleOf, findPlace } from './find-place.js'
import { openCopies } from './group-copies.js'
import type { IndexState, Query, WeighedRows } from './related-index.js'

/** Keeps copies out of a list: of the article asked about, and of articles already listed. */
export class CopyFilter {
  private readonly copies = new Map<Query, ReadonlySet<string>>()

  constructor(private readonly state: IndexState) {}

  /** Whether two articles say the same. Looks for copies of copies only where the two share some wording. */
  isCopy(listed: Query, other: Query): boolean {
    let copies = this.copies.get(listed)
    if (!copies) {
      if (!sharesWording(listed, other)) return false
      this.copies.set(listed, (copies = findCopyIds(this.state, listed)))
    }
    return copies.has(articleOf(other).id)
  }
}

/** The ids of the articles that are copies of one or stand in a group with it; without words, it has none. */
function findCopyIds(state: IndexState, query: Query): ReadonlySet<string> {
  const copies = openCopies(state)
  const own = isIndexed(state, query.weighed) ? findPlace(state, articleOf(query).id) : undefined
  const { termStarts } = query.weighed.rows
  if (termStarts[query.row] === termStarts[query.row + 1]) return new Set()
  const places = own ? (copies.groupOf(own)?.places ?? []) : copies.placesLike(query)
  return new Set(places.map((place) => articleOf({ weighed: state.segments[place.segment]!, row: place.row }).id))
}

function isIndexed({ segments }: IndexState, weighed: WeighedRows): boolean {
  return segments.some((segment) => segment === weighed)
}
