import type { Bridge } from '../model/bridge.js'
import type { DuplicateGroup } from '../model/related.js'
import { compareText } from '../similarity/compare-text.js'
import { findTranslations } from './find-translations.js'
import { openCopies } from './group-copies.js'
import { type IndexState, openIndex, type RelatedIndex } from './related-index.js'

/** Which groups `findDuplicates` returns. */
export interface DuplicateOptions {
  /** Default: all three. */
  readonly kinds?: readonly DuplicateGroup['kind'][]
  /** Default 0: all groups. */
  readonly minScore?: number
  /** Tables between two languages, by which translations are found that the CMS does not know of. */
  readonly bridges?: readonly Bridge[]
}

/**
 * Articles that say the same: `identical` where every word is the same, title included; `near-duplicate` where one is
 * most of the other, edited, cut or with furniture added; `translation` where the CMS says so by `translationGroup`,
 * or where a bridge shows two articles in two languages to be each other's nearest by far.
 *
 * Wording counts by its rarity (shingles of five words, Broder 1997), so that a template the house repeats pairs nothing.
 * @returns groups of two or more; an article stands in at most one group that is not of translations. `score` is the
 *   mean share of wording between the group's copies. Ordered by score, then by the first id; ids by code point.
 * @remarks O(wording of the archive), once an index.
 */
export function findDuplicates(index: RelatedIndex, options: DuplicateOptions = {}): DuplicateGroup[] {
  const state = openIndex(index, 'findDuplicates')
  const groups = translationGroups(state)
  const { bridges } = options
  if (bridges && (options.kinds?.includes('translation') ?? true)) groups.push(...findTranslations(state, bridges))
  for (const { places, score: copied } of openCopies(state).groups()) {
    const score = copied ?? 1
    groups.push({
      ids: places.map(({ segment, row }) => state.segments[segment]!.rows.articles.idAt(row)).sort(compareText),
      score,
      kind: copied !== undefined ? 'near-duplicate' : 'identical',
      reasons: [{ feature: 'sharedWording', contribution: score }],
    })
  }
  return groups
    .filter(({ kind, score }) => (options.kinds?.includes(kind) ?? true) && score >= (options.minScore ?? 0))
    .sort((a, b) => b.score - a.score || compareText(a.ids[0]!, b.ids[0]!) || compareText(a.kind, b.kind))
}

function translationGroups({ segments, removed }: IndexState): DuplicateGroup[] {
  const byGroup = new Map<string, string[]>()
  for (const [segment, { rows }] of segments.entries()) {
    for (const row of rows.translated) {
      const { id, translationGroup } = rows.articles.at(row)
      if (removed[segment]![row] || translationGroup === undefined) continue
      const ids = byGroup.get(translationGroup)
      if (ids) ids.push(id)
      else byGroup.set(translationGroup, [id])
    }
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
