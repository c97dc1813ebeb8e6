import type { BlockFacts } from './page-facts.js'
import type { PageCounts } from './page-features.js'

// by hand: wording that a text of its own may well use as a heading or a list says nothing about the page
const silentKinds: ReadonlySet<string> = new Set([
  'fact',
  'byline',
  'photo',
  'date',
  'navigation',
  'share',
  'tags',
  'bio',
  'promo',
])

/**
 * Whether a plain text was copied from a page, furniture and all, rather than taken from a field of a CMS. Counts what
 * only pages have: furniture wording, menus (runs of lines of one to three words), titles that stand twice in a row.
 * @remarks O(blocks).
 */
export function isScrapedText(facts: readonly BlockFacts[], counts: PageCounts): boolean {
  let evidence = 0
  let run = 0
  for (const [at, { key, length, ending, opening }] of facts.entries()) {
    const kinds = counts.kinds[at] ?? []
    if (kinds.length > 0) evidence += kinds.some((kind) => !silentKinds.has(kind)) ? 1 : 0.5
    if (length >= 3 && key !== '' && facts[at + 1]?.key === key) evidence += 1
    const isMenuLine = length <= 3 && ending === 'word' && (opening === 'upper' || opening === 'digit')
    run = isMenuLine ? run + 1 : 0
    // by hand: a list of names or ingredients is seldom so long, a menu often is
    if (run === 12) evidence += 2
  }
  // by hand, not measured on bodies of a CMS: three and a half signs, more in a long text, whose headings may sound so
  return evidence >= 3.5 && evidence >= facts.length / 60
}
