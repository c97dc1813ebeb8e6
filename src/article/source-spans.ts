import type { Document } from '../model/document.js'
import type { Span } from '../model/span.js'

/**
 * Where a passage of `document.text` stands in the body that was given: one span, or several where markup, entities
 * or a line break lies between. Exact within text that stands in the body as it is; an entity or a combined letter
 * maps as a whole. Words that came from another field of the article (its title) have no place: `[]`.
 * @param span - in UTF-16 units of `document.text`
 * @remarks O(log(runs) + runs in the passage).
 */
export function sourceSpans(document: Pick<Document, 'sourceMap'>, span: Span): Span[] {
  const { sourceMap } = document
  const found: { start: number; end: number }[] = []
  for (let run = firstRun(sourceMap, span.start); run < sourceMap.length; run += 4) {
    const [textStart = 0, textEnd = 0, bodyStart = 0, bodyEnd = 0] = sourceMap.slice(run, run + 4)
    if (textStart >= span.end) break
    const isVerbatim = textEnd - textStart === bodyEnd - bodyStart
    const start = isVerbatim ? bodyStart + Math.max(0, span.start - textStart) : bodyStart
    const end = isVerbatim ? bodyStart + Math.min(textEnd, span.end) - textStart : bodyEnd
    const last = found.at(-1)
    if (last && last.end === start) last.end = end
    else if (end > start) found.push({ start, end })
  }
  return found
}

/** Index of the first run that ends behind `offset`. */
function firstRun(sourceMap: readonly number[], offset: number): number {
  let low = 0
  let high = sourceMap.length / 4
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sourceMap[middle * 4 + 1] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low * 4
}
