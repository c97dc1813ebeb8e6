/** Kinds of token as numbers, for readers that keep them in typed arrays. */
export const WordToken = 0
export const NumberToken = 1
export const PunctuationToken = 2
export const SymbolToken = 3

/** Where a token ends and what it is, in one number, so that the hot path makes no objects. */
export type PackedToken = number

/** Packs an end (below 2^29, the longest string of V8) and a kind. */
export function packToken(end: number, kind: number): PackedToken {
  return end * 4 + kind
}
