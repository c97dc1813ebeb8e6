import type { ReadBlock, Reading } from './reading.js'

/** Plain text as blocks. FIRST VERSION: one paragraph a line. */
export function readText(body: string): Reading {
  const blocks: ReadBlock[] = []
  for (const match of body.matchAll(/[^\n\r]+/g)) {
    const text = match[0].trim()
    if (!text) continue
    const start = match.index + match[0].indexOf(text)
    const source = { start, end: start + text.length }
    blocks.push({ kind: 'paragraph', pieces: [{ text, ...source }], marks: [], source })
  }
  return { blocks, markedQuotes: [], removed: [], meta: {} }
}
