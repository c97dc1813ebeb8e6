import type { Block, Mark } from '../model/document.js'
import { normalizePieces, textOf } from './pieces.js'
import type { ReadBlock } from './reading.js'

/** What the blocks of an article make together. */
export interface AssembledText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly marks: readonly Mark[]
  readonly sourceMap: readonly number[]
}

/** Blocks that are no prose: they have no span in the text. */
const asides = new Set<string>(['pull-quote', 'caption', 'code', 'byline'])

/** What the CMS gave in fields of their own: one line each, NFC. */
export interface StatedFields {
  readonly title?: string | undefined
  readonly lead?: string | undefined
}

/** Title and lead that the CMS gave, then the blocks, as one text with its map back to the body. */
export function assembleText(stated: StatedFields, kept: readonly ReadBlock[]): AssembledText {
  const parts: string[] = []
  const blocks: Block[] = []
  const marks: Mark[] = []
  const sourceMap: number[] = []
  let length = 0
  const begin = (): number => {
    if (parts.length > 0) {
      parts.push('\n\n')
      length += 2
    }
    return length
  }
  for (const kind of ['title', 'lead'] as const) {
    const words = stated[kind]
    if (!words) continue
    const start = begin()
    parts.push(words)
    length += words.length
    blocks.push({ kind, span: { start, end: length }, source: { start: 0, end: 0 } })
  }
  for (const block of kept) {
    const { kind, level, source } = block
    const head = level === undefined ? { kind } : { kind, level }
    if (asides.has(kind)) {
      blocks.push({ ...head, source })
      continue
    }
    const { pieces, marks: blockMarks } = normalizePieces(block.pieces, block.marks)
    const words = textOf(pieces)
    if (!words) continue
    const start = begin()
    for (const piece of pieces) {
      const end = length + piece.text.length
      sourceMap.push(length, end, piece.start, piece.end)
      length = end
    }
    parts.push(words)
    blocks.push({ ...head, span: { start, end: length }, source })
    for (const mark of blockMarks) {
      if (mark.end > mark.start) marks.push({ kind: mark.kind, start: start + mark.start, end: start + mark.end })
    }
  }
  return { text: parts.join(''), blocks, marks, sourceMap }
}
