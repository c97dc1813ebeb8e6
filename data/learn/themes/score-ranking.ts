import type { Ranker } from '../../../src/themes/ranker.js'
import { logitsOf } from './fit-ranker.js'
import type { MeasuredDocument } from './measure-documents.js'

/** Means over documents that have a tag in the text, in per cent; as the evaluation set's scorer counts. */
export interface RankingFigures {
  readonly documents: number
  readonly map: number
  readonly ndcg10: number
  readonly f5: number
  readonly f10: number
}

/** Quality of a ranker on measured documents, from the first twenty labels. */
export function scoreRanking(ranker: Ranker, documents: readonly MeasuredDocument[]): RankingFigures {
  const sums = { documents: 0, map: 0, ndcg10: 0, f5: 0, f10: 0 }
  for (const document of documents) {
    if (document.gold.size === 0) continue
    const logits = logitsOf(ranker, document)
    const order = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]! || a - b)
    const seen = new Set<string>()
    const hits: number[] = []
    for (const row of order) {
      const label = document.labels[row]!
      if (label === '' || seen.has(label)) continue
      seen.add(label)
      hits.push(document.gold.has(label) ? 1 : 0)
      if (hits.length >= 20) break
    }
    const gold = document.gold.size
    let found = 0
    let precision = 0
    let gain = 0
    let ideal = 0
    for (const [index, hit] of hits.entries()) {
      if (!hit) continue
      precision += ++found / (index + 1)
      if (index < 10) gain += 1 / Math.log2(index + 2)
    }
    for (let index = 0; index < Math.min(10, gold); index++) ideal += 1 / Math.log2(index + 2)
    const f = (k: number): number => {
      const hit = hits.slice(0, k).reduce((sum, value) => sum + value, 0)
      return hit === 0 ? 0 : (2 * hit) / (Math.min(k, hits.length) + gold)
    }
    sums.documents++
    sums.map += precision / gold
    sums.ndcg10 += gain / ideal
    sums.f5 += f(5)
    sums.f10 += f(10)
  }
  const mean = (value: number): number => (100 * value) / Math.max(1, sums.documents)
  return {
    documents: sums.documents,
    map: mean(sums.map),
    ndcg10: mean(sums.ndcg10),
    f5: mean(sums.f5),
    f10: mean(sums.f10),
  }
}
