import { type Letters, OTHER, TABLE_SIZE } from './letters.js'

/**
 * How many Latin letters from `start` to `end` are used by none of the languages we know: ş, ã, ř, ő, ạ. Letters lost in
 * decoding and digits among letters are not counted. Linear, makes no strings.
 */
export function countStrangeLetters({ codes }: Letters, text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    // Ã begins what is UTF-8 read as Latin-1.
    if (unit < 0xe3) continue
    if (unit < TABLE_SIZE ? codes[unit] === OTHER : unit >= 0x1e00 && unit < 0x1f00) count++
  }
  return count
}
