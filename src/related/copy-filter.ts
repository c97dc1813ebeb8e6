import { findCopiedTexts, sharesWording } from './find-copies.js'
import { openGroups } from './group-copies.js'
import { openWording, textKey } from './index-wording.js'
import type { Entry, IndexState } from './related-index.js'

/** Keeps copies out of a list: of the article asked about, and of articles already listed. */
export class CopyFilter {
  private readonly copies = new Map<string, ReadonlySet<string>>()

  constructor(private readonly state: IndexState) {}

  /** Whether two articles say the same. Looks at the archive's wording only where the two share some. */
  isCopy(listed: Entry, entry: Entry): boolean {
    const known = this.copies.get(listed.article.id)
    if (known) return known.has(textKey(entry))
    if (!sharesWording(listed, entry)) return false
    const found = findCopyTexts(this.state, listed)
    this.copies.set(listed.article.id, found)
    return found.has(textKey(entry))
  }
}

/** The texts that are copies of an article or stand in a group with it, by key; its own among them. */
function findCopyTexts(state: IndexState, entry: Entry): ReadonlySet<string> {
  const wording = openWording(state)
  const { groupOf } = openGroups(state)
  const own = wording.textOf.get(textKey(entry)) ?? -1
  const texts = new Set(findCopiedTexts(wording, entry, own).map(({ text }) => text))
  const groups = new Set(own >= 0 ? [groupOf[own]!] : [...texts].map((text) => groupOf[text]!))
  const keys = new Set([...texts].map((text) => textKey(wording.texts[text]![0]!)))
  if (entry.terms.length > 0) keys.add(textKey(entry))
  for (const [text, group] of groupOf.entries()) if (groups.has(group)) keys.add(textKey(wording.texts[text]![0]!))
  return keys
}
