import { findGroup, sharesWording } from './find-copies.js'
import { entryAt } from './lay-out-rows.js'
import type { Ranking } from './ranking.js'
import type { Entry, IndexState } from './related-index.js'
import { weightUnit } from './weigh-rows.js'

// by hand: copies stand at the very top of a ranking, and share far more than this cosine
const priorLook = 30
const leastSimilarity = 0.15 * weightUnit * weightUnit

/** Keeps copies out of a list: of the article asked about, and of articles already listed. */
export class CopyFilter {
  private readonly groups = new Map<string, ReadonlySet<string>>()

  constructor(
    private readonly state: IndexState,
    private readonly query: Entry,
    ranking: Ranking,
  ) {
    for (let place = 0; place < priorLook; place++) {
      const hit = ranking.at(place)
      if (!hit || hit.similarity < leastSimilarity) break
      if (this.isCopy(query, entryAt(state.segments[hit.segment]!.rows, hit.row))) break
    }
  }

  /** Whether an article says the same as the one asked about. */
  isCopyOfQuery(entry: Entry): boolean {
    return this.isCopy(this.query, entry)
  }

  /** Whether two articles are copies, or copies of copies. Looks further only where they share wording. */
  isCopy(listed: Entry, entry: Entry): boolean {
    let group = this.groups.get(listed.article.id)
    if (!group) {
      if (!sharesWording(listed, entry)) return false
      this.groups.set(listed.article.id, (group = findGroup(this.state, listed)))
    }
    return group.has(entry.article.id)
  }
}
