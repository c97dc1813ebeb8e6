import { finishHash, hashText, mixHash } from '../similarity/hash-text.js'

/**
 * The number that stands for a term in an index: a hash of its spelling, moved by its language. So a term of one
 * language has its like in another by `hash ^ salt(a) ^ salt(b)`, without the words at hand; and an index needs no
 * dictionary of strings. The number of a pair is made of those of its words, so that it can be known and translated by
 * them. Two of a million terms' numbers meet about once in four thousand terms: each such pair counts as one term, which
 * moves a score by less than the rounding of weights does.
 */
export function hashTerm(key: string): number {
  const colon = key.indexOf(':')
  const space = key.indexOf(' ', colon)
  const salt = languageSalt(key.slice(0, colon))
  if (space < 0) return (hashText(key, colon + 1) ^ salt) >>> 0 || 1
  return hashPair(hashText(key.slice(colon + 1, space)), hashText(key, space + 1), salt)
}

/** The number of a pair of words. @param first, second - numbers of the words without the salt of their language. */
export function hashPair(first: number, second: number, salt: number): number {
  return (finishHash(mixHash(mixHash(0x70616972, first), second)) ^ salt) >>> 0 || 1
}

/** What moves the numbers of a language's terms away from other languages' terms of the same spelling. */
export function languageSalt(language: string): number {
  return hashText(language, 0, 0x6b6c)
}
