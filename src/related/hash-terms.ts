import { hashText } from '../similarity/hash-text.js'

/**
 * The number that stands for a term in an index: a hash of its spelling, moved by its language. So a term of one
 * language has its like in another by `hash ^ salt(a) ^ salt(b)`, without the words at hand; and an index needs no
 * dictionary of strings. Two of a million terms' numbers meet about once in four thousand terms: each such pair counts
 * as one term, which moves a score by less than the rounding of weights does.
 */
export function hashTerm(key: string): number {
  const colon = key.indexOf(':')
  return (hashText(key, colon + 1) ^ languageSalt(key.slice(0, colon))) >>> 0 || 1
}

/** What moves the numbers of a language's terms away from other languages' terms of the same spelling. */
export function languageSalt(language: string): number {
  return hashText(language, 0, 0x6b6c)
}
