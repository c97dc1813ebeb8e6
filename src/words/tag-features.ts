/**
 * What a word and its neighbours tell the tagger, as numbers: shared by the program and by the script that learns the
 * weights, so that both see the same.
 */
import { letters } from './class-letters.js'

/** A sentence as the tagger sees it: columns beside the words. */
export interface TaggerInput {
  readonly length: number
  /** Number of the word's possible classes; 0 outside. */
  readonly classes: ArrayLike<number>
  /** Number of the word if it is one of the listed ones, else 0. */
  readonly words: ArrayLike<number>
  /** 0–7: capitals and place, digits. */
  readonly shapes: ArrayLike<number>
  /** Numbers of the word's last letters; see `endingOf`. */
  readonly endings: ArrayLike<number>
}

/** Kinds of features. */
export const featureKinds = 19

/** Numbers of classes, words and shapes stay below these. */
export const mostClasses = 128
export const mostWords = 512

/** Writes the features of word `at` into `out`; `before` and `before2` are the letters already given, by number + 1. */
export function writeFeatures(input: TaggerInput, at: number, before: number, before2: number, out: Int32Array): void {
  const own = input.classes[at]!
  const next = at + 1 < input.length ? input.classes[at + 1]! : 0
  const after = at + 2 < input.length ? input.classes[at + 2]! : 0
  const word = input.words[at]!
  const left = at > 0 ? input.words[at - 1]! : 0
  const right = at + 1 < input.length ? input.words[at + 1]! : 0
  const shape = input.shapes[at]!
  const nextShape = at + 1 < input.length ? input.shapes[at + 1]! : 0
  out[0] = feature(0, 0, own, shape)
  out[1] = feature(1, shape, own, before)
  out[2] = feature(2, before2, own, before)
  out[3] = feature(3, nextShape, own, next)
  out[4] = feature(4, before, own, next)
  out[5] = feature(5, next, own, after)
  out[6] = word > 0 ? feature(6, word, before, 0) : -1
  out[7] = word > 0 ? feature(7, word, next, 0) : -1
  out[8] = left > 0 ? feature(8, left, own, 0) : -1
  out[9] = right > 0 ? feature(9, right, own, 0) : -1
  const leftShape = at > 0 ? input.shapes[at - 1]! : 0
  out[11] = feature(11, shape * 8 + nextShape, own, leftShape)
  out[12] = feature(12, shape, next, before)
  out[10] = word > 0 ? feature(10, word, 0, 0) : -1
  out[13] = feature(13, input.endings[at]!, own, 0)
  out[14] = feature(14, input.endings[at]!, before, 0)
  out[15] = word > 0 && left > 0 ? feature(15, word, left >> 7, left & 127) : -1
  out[16] = word > 0 && right > 0 ? feature(16, word, right >> 7, right & 127) : -1
  out[17] = left > 0 ? feature(17, left, own, next) : -1
  out[18] = right > 0 ? feature(18, right, own, before) : -1
}

/** Kind, then numbers below 512, 128 and 128: under 2^30. */
function feature(kind: number, first: number, second: number, third: number): number {
  return ((kind * mostWords + first) * mostClasses + second) * mostClasses + third
}

/** What a word looks like: 0 lower case, 1 capital, 2 all capitals, 3 other; 4 more at the start of a sentence. 7: digits. */
export function shapeOf(word: string, isFirst: boolean): number {
  const first = word.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return 7
  const lower = word.toLowerCase()
  const shape =
    word === lower
      ? /\p{L}/u.test(word)
        ? 0
        : 3
      : startsWithCapital(word, lower)
        ? word.length > 1 && word === word.toUpperCase()
          ? 2
          : 1
        : 3
  return isFirst && shape < 3 ? shape + 4 : shape
}

function startsWithCapital(word: string, lower: string): boolean {
  return word[0] !== lower[0]
}

/** A number below 512 for the last three letters. */
export function endingOf(lower: string): number {
  let hash = 7
  for (let at = Math.max(0, lower.length - 3); at < lower.length; at++) {
    hash = (Math.imul(hash, 31) + lower.charCodeAt(at)) & 0xffff
  }
  return (hash ^ (hash >> 7)) & 511
}

/**
 * The class that a token shows by itself: `#` for digits, `p` and the mark for punctuation, `s` for a symbol (`$`, `§`,
 * `+`, `/`, `:)`); empty for a word.
 */
export function sightOf(lower: string): string {
  if (/\p{L}/u.test(lower)) return ''
  if (/\p{N}/u.test(lower)) return '#'
  // Angle brackets stand for quotation marks more often than for less and more.
  if (/^(?:[\p{S}%‰§#/]|[:;]['-]?[()])/u.test(lower) && !/^[<>|`]/.test(lower)) return 's'
  const first = lower[0] ?? ''
  return /[.!?,:;()"'-]/.test(first) ? `p${first}` : 'p'
}

/** Number of the letter that `sightOf` settles: punctuation, symbols; -1 for words and numbers, which their sentence settles. */
export function letterAtSight(sight: string): number {
  if (sight === 's') return letters.indexOf('Z')
  return sight.startsWith('p') ? letters.indexOf('.') : -1
}
