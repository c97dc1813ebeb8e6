/**
 * Which part of a page a block is. A page is read as furniture before the article, the article, interruptions of it
 * (advertisements, "read also"), and furniture after it.
 */
export type PagePart = 'before' | 'article' | 'interruption' | 'after'

/** The parts, in the order of the model's columns. */
export const pageParts: readonly PagePart[] = ['before', 'article', 'interruption', 'after']

/**
 * Weights of a feature: for being the article, then for each change of part: enter, leave, interrupt, resume. Whole
 * numbers. Furniture looks alike before, in and after the article; were it weighed apart, a long menu at the end that
 * looks like one at the beginning could outvote the article between them.
 */
export type PageWeights = readonly number[]

/** Weights by the parts of a feature's name: what is looked at, what is seen, the rest; missing parts are empty. */
export type PageModel = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, PageWeights>>>

/** From, to, column of the weights that the change adds at the block it arrives at; -1 where nothing changes. */
export const pageSteps: readonly (readonly [from: number, to: number, column: number])[] = [
  [0, 0, -1],
  [0, 1, 1],
  [1, 1, -1],
  [1, 2, 3],
  [1, 3, 2],
  [2, 2, -1],
  [2, 1, 4],
  [3, 3, -1],
]

/** Columns of weights a feature has. */
export const pageColumns = 5

const models = new Map<string, PageModel>()

/** A model as packed: one feature a line, its name and five whole numbers, by tabs. Unpacked once. */
export function unpackPageModel(packed: string): PageModel {
  let model = models.get(packed)
  if (!model) {
    const groups = new Map<string, Map<string, Map<string, PageWeights>>>()
    for (const line of packed.split('\n')) {
      const [name, ...columns] = line.split('\t')
      if (!name) continue
      const [group = '', value = '', ...rest] = name.split(':')
      const values = groups.get(group) ?? new Map<string, Map<string, PageWeights>>()
      groups.set(group, values)
      const details = values.get(value) ?? new Map<string, PageWeights>()
      values.set(value, details)
      details.set(rest.join(':'), columns.map(Number))
    }
    model = groups
    models.set(packed, model)
  }
  return model
}

// by hand: share of the expected prose that must be kept; added after whole pages were lost
const leastShare = 0.5
// by hand: an article that has next to none of the expected prose, yet is no scrap, stands elsewhere on the page: what
// was expected is its comments, or teasers of other articles. Both are shares of the expected prose
const strangeShare = 0.05
const scrapShare = 0.1
// by hand: what prose gains in each attempt to keep more of it, in hundredths
const attempts: readonly number[] = [100, 200, 400, 800]

/**
 * The part of each block, as `likeliestParts` reads it; where that keeps too little of what must be the article, prose
 * is given more weight until it does. A page that is like none of those learnt from is then read too generously rather
 * than lost.
 * @param prose - words of prose in each block that stand where the article is expected, else 0
 * @param words - words in each block
 * @param leastKept - share of `prose` that must be kept
 */
export function readParts(
  scores: readonly PageWeights[],
  prose: readonly number[],
  words: readonly number[],
  leastKept: number = leastShare,
): PagePart[] {
  const total = prose.reduce((sum, count) => sum + count, 0)
  let parts = likeliestParts(scores)
  const keptOf = (counts: readonly number[]): number =>
    counts.reduce((sum, count, at) => sum + (parts[at] === 'article' ? count : 0), 0)
  if (keptOf(prose) < strangeShare * total && keptOf(words) >= scrapShare * total) return parts
  for (const bonus of attempts) {
    if (keptOf(prose) >= leastKept * total) break
    parts = likeliestParts(
      scores.map((score, at) => ((prose[at] ?? 0) > 0 ? [(score[0] ?? 0) + bonus, ...score.slice(1)] : score)),
    )
  }
  return parts
}

/**
 * The likeliest part of each block: a linear-chain model, read by Viterbi's algorithm. The page goes through its parts
 * in order; only interruptions return to the article. Sums are of whole numbers, so every machine finds the same.
 * @param scores - for each block five sums of weights, in the order of `PageWeights`
 * @remarks O(blocks).
 */
function likeliestParts(scores: readonly PageWeights[]): PagePart[] {
  const best: number[][] = []
  const from: number[][] = []
  for (const [at, score] of scores.entries()) {
    const previous = best[at - 1]
    const row = [-Infinity, -Infinity, -Infinity, -Infinity]
    const back = [0, 0, 0, 0]
    for (const [source, target, column] of pageSteps) {
      // the page begins before the article, or at once with it
      const start = previous ? (previous[source] ?? -Infinity) : source === 0 ? 0 : -Infinity
      const value = start + (target === 1 ? (score[0] ?? 0) : 0) + (column < 0 ? 0 : (score[column] ?? 0))
      if (value > (row[target] ?? -Infinity)) {
        row[target] = value
        back[target] = source
      }
    }
    best.push(row)
    from.push(back)
  }
  const parts: PagePart[] = []
  const last = best.at(-1)
  if (!last) return parts
  // a page ends in the article or after it
  let state = (last[3] ?? -Infinity) > (last[1] ?? -Infinity) ? 3 : 1
  for (let at = scores.length - 1; at >= 0; at--) {
    parts.push(pageParts[state] ?? 'article')
    state = from[at]?.[state] ?? 0
  }
  return parts.reverse()
}
