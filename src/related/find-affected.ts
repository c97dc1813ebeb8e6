import { calibrateScore } from './calibrate-score.js'
import { findPlace, queryAt } from './find-place.js'
import type { IndexState } from './related-index.js'
import { defaultMinScore } from './related-options.js'
import { scoreRows } from './score-rows.js'

/**
 * The articles in whose lists some articles may stand, and these themselves. An article at the top of a list with less
 * than this likeness would still not be shown under the default `minScore`, so it moves nobody there. O(postings).
 */
export function findAffected(state: IndexState, ids: readonly string[]): Set<string> {
  const affected = new Set(ids)
  for (const id of ids) {
    const place = findPlace(state, id)
    if (!place) continue
    const { segments, rows, scores, count } = scoreRows(state, queryAt(state, place))
    for (let hit = 0; hit < count; hit++) {
      const segment = state.segments[segments[hit]!]!
      // The likeness is the same both ways; the level is the other article's own.
      if (calibrateScore(scores[hit]!, 1, segment.levels[rows[hit]!]!) >= defaultMinScore) {
        affected.add(segment.rows.articles[rows[hit]!]!.id)
      }
    }
  }
  for (const { rows } of state.segments) {
    for (const { id, pins } of rows.articles) if (pins?.some((pin) => affected.has(pin))) affected.add(id)
  }
  return affected
}
