/**
 * What a word and its neighbours tell the tagger, as numbers: shared by the program and by the script that learns the
 * weights, so that both see the same.
 */

/** A sentence as the tagger sees it: columns beside the words. */
export interface TaggerInput {
  readonly length: number
  /** Number of the word's possible classes; 0 outside. */
  readonly classes: ArrayLike<number>
  /** Number of the word if it is one of the listed ones, else 0. */
  readonly words: ArrayLike<number>
  /** 0–7: capitals and place, digits. */
  readonly shapes: ArrayLike<number>
}

/** Kinds of features. */
export const featureKinds = 13

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

/** The class that a token shows by itself: `#` for digits, `p` and the mark for punctuation; empty for a word. */
export function sightOf(lower: string): string {
  if (/\p{L}/u.test(lower)) return ''
  if (/\p{N}/u.test(lower)) return '#'
  const first = lower[0] ?? ''
  return /[.!?,:;()"'-]/.test(first) ? `p${first}` : 'p'
}
