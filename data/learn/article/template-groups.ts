// by hand: pages of one publisher share nine tenths of their weight, pages of two that use one content system a fifth
const leastShared = 0.35

/**
 * For each page the number of the group of pages made by one template. Pages of one publisher, and of publishers that
 * share their system of pages, name their elements alike; whoever tunes on some of them and measures on the others
 * measures what was learnt by heart.
 * @param pages - HTML
 * @returns a number for each page; alike for pages that share over a third of the weight (inverse document frequency)
 *   of the names in their `class` and `id` attributes, directly or by way of other pages
 */
export function templateGroups(pages: readonly string[]): number[] {
  const sets = pages.map(namesOf)
  const frequency = new Map<string, number>()
  for (const set of sets) for (const name of set) frequency.set(name, (frequency.get(name) ?? 0) + 1)
  const weightOf = (name: string): number => Math.log(pages.length / (frequency.get(name) ?? 1))
  const totals = sets.map((set) => [...set].reduce((sum, name) => sum + weightOf(name), 0))
  const groups = pages.map((_, at) => at)
  for (const [at, set] of sets.entries()) {
    for (let other = 0; other < at; other++) {
      let shared = 0
      for (const name of set) if (sets[other]?.has(name)) shared += weightOf(name)
      if (shared < leastShared * Math.min(totals[at] ?? 0, totals[other] ?? 0) || shared === 0) continue
      const [from, to] = [groups[at] ?? at, groups[other] ?? other]
      for (const [page, group] of groups.entries()) if (group === from) groups[page] = to
    }
  }
  return groups
}

function namesOf(html: string): Set<string> {
  const names = new Set<string>()
  for (const match of html.matchAll(/\b(?:class|id)\s*=\s*["']([^"']*)["']/g)) {
    // numbers are those of the article
    for (const name of (match[1] ?? '').split(/\s+/)) if (name && !/\d{3}/.test(name)) names.add(name)
  }
  return names
}
