import type { Language } from '../model/language.js'
import type { Span } from '../model/span.js'

/** FOUNDATION VERSION, to be replaced. */
export function splitSentences(_language: Language | undefined, text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\s][^\n]*?(?:[.!?]+["”»')]*(?=\s|$)|(?=\n|$))/gu)) {
    spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}
