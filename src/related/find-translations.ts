import type { Bridge } from '../model/bridge.js'
import type { DuplicateGroup } from '../model/related.js'
import { compareText } from '../similarity/compare-text.js'
import { roundScore } from '../similarity/round-score.js'
import { articleOf, queryAt } from './find-place.js'
import { findTranslation } from './find-translation.js'
import type { IndexState } from './related-index.js'

/**
 * Articles that say the same in two languages though the CMS does not say so, found by bridges: pairs, by `likeness`.
 * Articles whose translation group has the other language already are left alone. O(rankings of the smaller language).
 */
export function findTranslations(state: IndexState, bridges: readonly Bridge[]): DuplicateGroup[] {
  const known = languagesOfGroups(state)
  const sizes = state.statistics.articles
  const groups: DuplicateGroup[] = []
  for (const { languages } of bridges) {
    const [from, to] = [...languages].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0) || compareText(a, b))
    if (!from || !to || !sizes.has(from) || !sizes.has(to)) continue
    for (const [segment, { rows }] of state.segments.entries()) {
      for (let row = 0; row < rows.size; row++) {
        if (state.removed[segment]![row]) continue
        const query = queryAt(state, { segment, row })
        const { id, language, translationGroup } = articleOf(query)
        if (language !== from || known.get(translationGroup ?? '')?.has(to)) continue
        const found = findTranslation(state, query, to, bridges)
        if (!found) continue
        const score = roundScore(found.likeness)
        const other = articleOf(queryAt(state, found.place))
        if (translationGroup !== undefined && other.translationGroup === translationGroup) continue
        groups.push({
          ids: [id, other.id].sort(compareText),
          score,
          kind: 'translation',
          reasons: [{ feature: 'translatedWords', contribution: score }],
        })
      }
    }
  }
  return groups
}

/** The languages that each translation group holds. */
function languagesOfGroups({ segments, removed }: IndexState): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const [segment, { rows }] of segments.entries()) {
    for (const row of rows.translated) {
      const { language, translationGroup } = rows.articles.at(row)
      if (removed[segment]![row] || translationGroup === undefined) continue
      const languages = groups.get(translationGroup)
      if (languages) languages.add(language)
      else groups.set(translationGroup, new Set([language]))
    }
  }
  return groups
}
