import { compareText } from '../similarity/compare-text.js'
import { roundScore } from '../similarity/round-score.js'
import { calibrateScore } from './calibrate-score.js'
import { findCandidates } from './find-candidates.js'
import { articleOf, findPlace, queryAt } from './find-place.js'
import { openCopies } from './group-copies.js'
import { leastCandidates } from './rank-rows.js'
import type { IndexState, Query } from './related-index.js'
import { defaultMinScore } from './related-options.js'
import { ScoreTable } from './score-table.js'

/**
 * Ids, by code point, of the articles whose lists under the default options may differ between two states of an index:
 * those that changed, those in whose lists one of these may stand or whose candidates it may push out, and those that
 * pin one. Copies of what changed count as changed: groups may have been joined or parted. The lists of all others are
 * the same. O(postings of what changed, and of the articles a little like it).
 */
export function findAffected(before: IndexState, after: IndexState, ids: readonly string[]): string[] {
  const affected = new Set(ids)
  for (const state of [before, after]) {
    const changed = new Set(ids)
    const moved = copiesAround(state, ids)
    for (const query of moved) affected.add(articleOf(query).id)
    const doubtful = new Map<string, Query>()
    for (const query of distinctVectors(moved)) addNeighbours(state, query, affected, doubtful)
    for (const [id, query] of doubtful) {
      if (!affected.has(id) && isAmongCandidates(state, query, changed)) affected.add(id)
    }
    addPinning(state, new Set(moved.map((query) => articleOf(query).id)), affected)
  }
  return [...affected].sort(compareText)
}

/** The articles with some ids, and all that copies of copies lead to from them. */
function copiesAround(state: IndexState, ids: readonly string[]): Query[] {
  const moved = new Map<number, Query>()
  for (const id of ids) {
    const place = findPlace(state, id)
    if (!place || moved.has(place.segment * 65536 + place.row)) continue
    for (const copy of openCopies(state).placesAround(place)) {
      moved.set(copy.segment * 65536 + copy.row, queryAt(state, copy))
    }
  }
  return [...moved.values()]
}

/** Of articles with the same words in the same places, one. */
function distinctVectors(queries: readonly Query[]): Query[] {
  const distinct = new Map<string, Query>()
  for (const query of queries) {
    const { rows, levels, codes } = query.weighed
    const start = rows.termStarts[query.row]!
    const end = rows.termStarts[query.row + 1]!
    let sum = 0
    for (let place = start; place < end; place++) sum += codes[place]! * ((place - start) % 251)
    const key = [
      rows.textHashes[query.row * 2],
      rows.textHashes[query.row * 2 + 1],
      levels[query.row],
      end - start,
      sum,
    ]
    distinct.set(`${key.join()} ${articleOf(query).language}`, query)
  }
  return [...distinct.values()]
}

/** Adds those in whose lists an article may stand; those it is less like, but found for, are doubtful. */
function addNeighbours(state: IndexState, query: Query, affected: Set<string>, doubtful: Map<string, Query>): void {
  const table = new ScoreTable(query)
  const { segments, rows } = findCandidates(state, query, Number.MAX_SAFE_INTEGER)
  for (let place = 0; place < rows.length; place++) {
    const other = queryAt(state, { segment: segments[place]!, row: rows[place]! })
    const { id } = articleOf(other)
    // The likeness is the same both ways; the level is the other article's own.
    const score = calibrateScore(table.score(other.weighed, other.row), 1, other.weighed.levels[other.row]!)
    if (roundScore(score) >= defaultMinScore) affected.add(id)
    else doubtful.set(id, other)
  }
}

/** Whether one of some articles takes a place among the candidates for a list that another would have. */
function isAmongCandidates(state: IndexState, query: Query, ids: ReadonlySet<string>): boolean {
  const { segments, rows, isCut } = findCandidates(state, query, leastCandidates)
  if (!isCut) return false
  for (let place = 0; place < rows.length; place++) {
    if (ids.has(state.segments[segments[place]!]!.rows.articles.idAt(rows[place]!))) return true
  }
  return false
}

function addPinning({ segments, removed }: IndexState, ids: ReadonlySet<string>, affected: Set<string>): void {
  for (const [segment, { rows }] of segments.entries()) {
    for (const row of rows.pinning) {
      const { id, pins } = rows.articles.at(row)
      if (!removed[segment]![row] && pins?.some((pin) => ids.has(pin))) affected.add(id)
    }
  }
}
