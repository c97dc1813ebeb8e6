import type { Document, MarkedQuote } from '../model/document.js'
import type { PullQuote } from '../model/pull-quote.js'
import type { Span } from '../model/span.js'
import type { Words } from '../words/read-words.js'
import { alignerFor } from './align-quote.js'
import type { SpeakerLabel } from './find-candidates.js'
import type { Quotations } from './find-quotations.js'
import { sourceOf } from './source-of.js'

/**
 * The quotes that the editor marked, in the order of the document, each laid beside the sentences it was lifted from.
 * Their score is 1: the editor has decided, and that is the one reason. O(text) and O(length squared) a quote.
 */
export function editorQuotes(
  document: Document,
  words: () => Words,
  quotations: () => Quotations,
  labels: ReadonlyMap<number, SpeakerLabel>,
): PullQuote[] {
  if (document.markedQuotes.length === 0) return []
  const align = alignerFor(document)
  return [...document.markedQuotes]
    .sort((a, b) => a.source.start - b.source.start)
    .map((marked): PullQuote => {
      const { match, span } = align(marked.text)
      const source = span ? sourceOf(document, words(), quotations(), labels, withSentences(document, span)) : undefined
      const attribution = marked.attribution || source?.attribution
      return {
        text: marked.text,
        ...(span && { span }),
        score: 1,
        source: 'editor',
        kind: isSource(marked, source?.kind) ? 'source' : 'pull',
        match,
        ...(attribution && { attribution }),
        reasons: [{ feature: 'marked by the editor', contribution: 1 }],
      }
    })
}

/** Not in the text but with a name to it: somebody's words. */
function isSource(marked: MarkedQuote, kind: 'pull' | 'source' | undefined): boolean {
  return kind === 'source' || (kind === undefined && Boolean(marked.attribution))
}

function withSentences({ sentences }: Document, span: Span): Span & { first: number; last: number } {
  let first = 0
  while (first < sentences.length - 1 && sentences[first]!.end <= span.start) first++
  let last = first
  while (last < sentences.length - 1 && sentences[last + 1]!.start < span.end) last++
  return { ...span, first, last }
}
