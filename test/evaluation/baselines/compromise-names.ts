/** Names by compromise (English only), as its topics of three kinds. */
import nlp from 'compromise'

const kinds = [
  ['people', 'person'],
  ['organizations', 'organisation'],
  ['places', 'place'],
] as const

export function entities(
  text: string,
  { language }: { language: string },
): { start: number; end: number; kind: string }[] {
  if (language !== 'en') return []
  const document = nlp(text)
  const found: { start: number; end: number; kind: string }[] = []
  for (const [method, kind] of kinds) {
    for (const name of document[method]().out('array') as string[]) {
      const words = name.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
      const start = words === '' ? -1 : text.indexOf(words)
      if (start >= 0) found.push({ start, end: start + words.length, kind })
    }
  }
  return found
}
