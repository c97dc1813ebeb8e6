import type { Language } from '../../../src/model/language.js'
import { findMarginNames } from '../../../src/words/find-names.js'
import type { GoldSentence } from './read-examples.js'

const bins = 8

/**
 * Lines `margin, least margin, confidence`: the share of names that are right, by how sure the model was; bins of equal
 * size, neighbours pooled until the shares ascend. Names that are marked as something we do not find are not counted.
 */
export function calibrate(language: Language, held: readonly GoldSentence[]): string[] {
  const found: [number, number][] = []
  for (const { text, spans } of held) {
    for (const { start, end, kind, margin } of findMarginNames(language, text)) {
      const gold = spans.find(([from, to]) => from === start && to === end)
      if (gold && !['person', 'organisation', 'place'].includes(gold[2])) continue
      found.push([margin, gold?.[2] === kind ? 1 : 0])
    }
  }
  found.sort(([a], [b]) => a - b)
  const pools: { least: number; right: number; all: number }[] = []
  for (let bin = 0; bin < bins; bin++) {
    const part = found.slice(Math.floor((bin * found.length) / bins), Math.floor(((bin + 1) * found.length) / bins))
    if (part.length === 0) continue
    pools.push({ least: part[0]![0], right: part.reduce((sum, [, right]) => sum + right, 0), all: part.length })
    for (;;) {
      const [before, last] = [pools[pools.length - 2], pools[pools.length - 1]!]
      if (!before || before.right * last.all < last.right * before.all) break
      pools.splice(-2, 2, { least: before.least, right: before.right + last.right, all: before.all + last.all })
    }
  }
  return pools.map(({ least, right, all }) => `margin\t${least}\t${(right / all).toFixed(2)}`)
}
