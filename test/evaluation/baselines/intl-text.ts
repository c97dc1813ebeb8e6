/** Sentences and tokens by the runtime's own Intl.Segmenter (evaluation only: its rules differ between runtimes). */
const segment = (granularity: 'sentence' | 'word', language: string, text: string): Intl.SegmentData[] =>
  [...text.matchAll(/[^\n]+/g)].flatMap((paragraph) =>
    [...new Intl.Segmenter(language, { granularity }).segment(paragraph[0])].map((part) => ({
      ...part,
      index: part.index + paragraph.index,
    })),
  )

export function splitSentences(text: string, { language }: { language: string }): { start: number; end: number }[] {
  return segment('sentence', language, text).map((part) => ({
    start: part.index,
    end: part.index + part.segment.length,
  }))
}

export function tokenize(text: string, { language }: { language: string }): { start: number; end: number }[] {
  return segment('word', language, text)
    .filter((part) => part.segment.trim() !== '')
    .map((part) => ({ start: part.index, end: part.index + part.segment.length }))
}
