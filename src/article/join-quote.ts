import { cutPieces, extentOf, textOf } from './pieces.js'
import { tidyAttribution } from './pull-quote-markup.js'
import type { BlockMark, Piece, ReadBlock } from './reading.js'

/** The paragraphs of one pull quote as one block, a space between them. */
export function joinQuote(blocks: readonly ReadBlock[]): Pick<ReadBlock, 'pieces' | 'marks' | 'source'> {
  const pieces: Piece[] = []
  const marks: BlockMark[] = []
  let offset = 0
  for (const block of blocks) {
    const last = pieces.at(-1)
    if (last) {
      pieces.push({ text: ' ', start: last.end, end: Math.max(last.end, block.source.start) })
      offset++
    }
    for (const mark of block.marks) marks.push({ ...mark, start: mark.start + offset, end: mark.end + offset })
    for (const piece of block.pieces) {
      pieces.push(piece)
      offset += piece.text.length
    }
  }
  return { pieces, marks, source: extentOf(pieces) }
}

/**
 * A last line such as "– Lone Bak, formand" says who said it.
 * @param mayBeAll - whether that line may be all there is
 */
export function splitAttribution(
  blocks: readonly ReadBlock[],
  mayBeAll = false,
): { blocks: readonly ReadBlock[]; attribution?: string } {
  const last = blocks.at(-1)
  if (!last) return { blocks }
  const text = textOf(last.pieces)
  const match = /(?:^|\n)\s*(?:[–—―-]|--)\s?(?=[\p{L}])[^\n.!?]{2,80}$/u.exec(text)
  if (!match || (!mayBeAll && blocks.length === 1 && match.index === 0)) return { blocks }
  const attribution = tidyAttribution(text.slice(match.index))
  if (!attribution || attribution.split(' ').length > 8) return { blocks }
  const kept = blocks.slice(0, -1)
  if (match.index > 0) {
    const pieces = cutPieces(last.pieces, match.index)
    const marks = last.marks.filter((mark) => mark.end <= match.index)
    kept.push({ ...last, pieces, marks, source: extentOf(pieces) })
  }
  return { blocks: kept, attribution }
}
