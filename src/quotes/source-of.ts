import type { Document } from '../model/document.js'
import type { Span } from '../model/span.js'
import type { Words } from '../words/read-words.js'
import type { SpeakerLabel } from './find-candidates.js'
import type { Quotations } from './find-quotations.js'

/** Whose words a line is. */
export interface QuoteSource {
  /** `source` when at least half of the words are those of somebody quoted. */
  readonly kind: 'pull' | 'source'
  readonly attribution?: string
}

/** Whether a stretch is the article's own words or those of somebody it quotes, and whose. O(tokens of the stretch). */
export function sourceOf(
  document: Document,
  words: Words,
  { quotations, quotationOf }: Quotations,
  labels: ReadonlyMap<number, SpeakerLabel>,
  { first, last, start, end }: Span & { readonly first: number; readonly last: number },
): QuoteSource {
  const counts = new Map<number, number>()
  let total = 0
  let quoted = 0
  for (let token = words.sentenceStarts[first]!; token < words.sentenceStarts[last + 1]!; token++) {
    if (words.formOf[token]! < 0 || words.starts[token]! < start || words.ends[token]! > end) continue
    total++
    const quotation = quotationOf[token]!
    if (quotation === 0) continue
    quoted++
    counts.set(quotation, (counts.get(quotation) ?? 0) + 1)
  }
  const said = labelOf(document, labels, first)
  if (said) return { kind: 'source', attribution: said }
  if (total === 0 || quoted * 2 < total) return { kind: 'pull' }
  let best: string | undefined
  let most = 0
  for (const [quotation, count] of counts) {
    const speaker = quotations[quotation - 1]?.speaker
    if (speaker && count > most) [best, most] = [speaker, count]
  }
  return { kind: 'source', ...(best && { attribution: best }) }
}

/** The label that opens the paragraph of a sentence. */
function labelOf(
  { sentences }: Document,
  labels: ReadonlyMap<number, SpeakerLabel>,
  sentence: number,
): string | undefined {
  let first = sentence
  while (first > 0 && sentences[first - 1]!.block === sentences[sentence]!.block) first--
  return labels.get(first)?.speaker
}
