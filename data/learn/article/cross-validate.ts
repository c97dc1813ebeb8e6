import { pageColumns, readParts } from '../../../src/article/page-model.js'
import { type Example, type Fit, trainChain } from './train-chain.js'

/** Precision, recall and F1 of blocks and of words, and whole pages, over four folds of templates, by group. */
export function crossValidate(examples: readonly Example[], fit: Fit): string {
  const folds = 4
  const sites = [...new Set(examples.map(({ site }) => siteKey(site)))].sort()
  const groups = new Map<string, number[]>()
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = (example: Example): boolean => sites.indexOf(siteKey(example.site)) % folds === fold
    const weights = trainChain(
      examples.filter((example) => !isHeld(example)),
      fit,
    )
    for (const example of examples.filter(isHeld)) {
      const parts = readParts(scoresOf(weights, example), example.prose, example.words)
      const group = example.site.split('/')[0] ?? ''
      const sums = groups.get(group) ?? new Array<number>(9).fill(0)
      groups.set(group, sums)
      const page = [0, 0, 0]
      for (const [at, part] of parts.entries()) {
        const gold = example.gold[at]
        if (gold === undefined) continue
        const isKept = part === 'article'
        const cell = isKept && gold ? 0 : isKept ? 1 : gold ? 2 : -1
        if (cell < 0) continue
        sums[cell] = (sums[cell] ?? 0) + 1
        page[cell] = (page[cell] ?? 0) + (example.lengths[at] ?? 0)
        sums[cell + 3] = (sums[cell + 3] ?? 0) + (example.lengths[at] ?? 0)
      }
      sums[6] = (sums[6] ?? 0) + 1
      const [right = 0, wrong = 0, missed = 0] = page
      sums[7] = (sums[7] ?? 0) + right / Math.max(1, right + wrong)
      sums[8] = (sums[8] ?? 0) + right / Math.max(1, right + missed)
    }
  }
  return [...groups]
    .map(
      ([group, [tp = 0, fp = 0, fn = 0, words = 0, wrong = 0, missed = 0, pages = 0, precisions = 0, recalls = 0]]) => {
        const percent = (a: number, b: number): string => ((100 * a) / (a + b)).toFixed(1)
        const f1 = (a: number, b: number, c: number): string => ((200 * a) / (2 * a + b + c)).toFixed(1)
        return `${group.padEnd(14)} ${pages} pages  blocks P ${percent(tp, fp)} R ${percent(tp, fn)} F1 ${f1(tp, fp, fn)}  words P ${percent(words, wrong)} R ${percent(words, missed)} F1 ${f1(words, wrong, missed)}  by page P ${((100 * precisions) / pages).toFixed(1)} R ${((100 * recalls) / pages).toFixed(1)}`
      },
    )
    .join('\n')
}

/** Pages and dumps of one site, and what was composed of them, go into one fold. */
function siteKey(site: string): string {
  return site.replace(/^re-/, '').replace(/^[^/]*\//, '')
}

/** Sums of weights for each block of an example. */
export function scoresOf(weights: ReadonlyMap<string, readonly number[]>, { blocks }: Example): number[][] {
  return blocks.map((features) => {
    const row = new Array<number>(pageColumns).fill(0)
    for (const feature of features) {
      const columns = weights.get(feature)
      if (columns)
        for (let column = 0; column < pageColumns; column++) row[column] = (row[column] ?? 0) + (columns[column] ?? 0)
    }
    return row
  })
}
