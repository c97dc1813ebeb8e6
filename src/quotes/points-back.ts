import type { Language } from '../model/language.js'
import type { Words } from '../words/read-words.js'
import { tagSentence } from '../words/tag-sentence.js'
import type { WordClass } from '../words/word-class.js'
import { kindBit, type OpeningRole, quoteWordsOf, withPlainApostrophe } from './quote-words.js'

const dangling = kindBit('dangling')
const connective = kindBit('connective')
const copula = kindBit('copula')
// by hand: how far into a sentence is looked, in tokens, for the copula and for the clause that "it" stands for
const copulaReach = 4
const clauseReach = 16
// by hand: further on it more likely links two clauses of the sentence itself
const linkReach = 8

/**
 * Whether a sentence opens with a word that points to what stands before it: "Hun ...", "Derfor ..." always; "Den", "Det",
 * "De" as pronouns ("Det virker"), not as articles ("Den klassiske fejl"), nor where the sentence itself says what they
 * mean ("Det er let at ...", "De, der ...").
 * @param kinds - beside the tokens: kinds of quote words as bits. @param text - of the document.
 * @remarks The classes of the next words tell pronoun from article: a bounded number of tokens is looked at.
 */
export function pointsBack(text: string, words: Words, kinds: Uint32Array, sentence: number): boolean {
  const end = words.sentenceStarts[sentence + 1]!
  let first = words.sentenceStarts[sentence]!
  while (first < end && words.formOf[first]! < 0) first++
  if (first === end) return false
  if (kinds[first]! & dangling) return true
  const isArticle = hasRole(words, first, 'article')
  const isExpletive = hasRole(words, first, 'expletive')
  if (isArticle && (isDeterminer(text, words, first, end) || isExplained(words, first, end))) return false
  if (isExpletive && standsForClause(words, kinds, first, end)) return false
  return isArticle || isExpletive
}

/** Whether a word soon after the first binds a sentence to the one before: "Jeg solgte derfor ...", "I therefore ...". */
export function linksBackInside(words: Words, sentence: number): boolean {
  const first = words.sentenceStarts[sentence]!
  const end = Math.min(words.sentenceStarts[sentence + 1]!, first + linkReach)
  for (let token = first + 1; token < end; token++) if (hasRole(words, token, 'link')) return true
  return false
}

/**
 * Whether a pronoun comes, after the first word, before any noun or name it could stand for: "Jeg håber, at den holder",
 * "So I told them". The word itself may open the sentence: then it is `pointsBack` that asks.
 */
export function hasPronounForNothing(words: Words, sentence: number): boolean {
  const first = words.sentenceStarts[sentence]!
  const end = words.sentenceStarts[sentence + 1]!
  for (let token = first; token < end; token++) {
    const form = words.forms[words.formOf[token] ?? -1]
    if (!form) continue
    if (form.class === 'noun' || form.class === 'name') return false
    if (!form.isStopword || token === first) continue
    if (hasRole(words, token, 'pronoun')) return true
    if (hasRole(words, token, 'article') && !hasRole(words, token, 'expletive') && !isBeforeNoun(words, token, end)) {
      return true
    }
  }
  return false
}

/** By the commonest classes of the next words alone. */
function isBeforeNoun(words: Words, token: number, end: number): boolean {
  let next = token + 1
  while (next < end && words.forms[words.formOf[next]!]?.class === 'adverb') next++
  const own = next < end ? words.forms[words.formOf[next]!]?.class : undefined
  return (
    own === 'noun' ||
    own === 'adjective' ||
    own === 'number' ||
    own === 'name' ||
    (next < end && isRelative(words, next))
  )
}

function isRelative(words: Words, token: number): boolean {
  return hasRole(words, token, 'relative') || hasRole(words, token + 1, 'relative')
}

function hasRole(words: Words, token: number, role: OpeningRole): boolean {
  const form = words.forms[words.formOf[token] ?? -1]
  return (
    form !== undefined && quoteWordsOf(form.language).roles.get(role)?.has(withPlainApostrophe(form.lower)) === true
  )
}

/** Before a noun, an adjective, a number or a name, adverbs between passed over. */
function isDeterminer(text: string, words: Words, first: number, end: number): boolean {
  const language = words.forms[words.formOf[first]!]?.language
  if (!language) return false
  const classes = classesFrom(language, text, words, first, Math.min(end, first + copulaReach + 1))
  let next = 1
  while (classes[next] === 'adverb') next++
  const own = classes[next]
  return own === 'noun' || own === 'adjective' || own === 'number' || own === 'name'
}

function classesFrom(language: Language, text: string, words: Words, first: number, end: number): WordClass[] {
  const tokens: string[] = []
  for (let token = first; token < end; token++) tokens.push(text.slice(words.starts[token], words.ends[token]))
  return tagSentence(language, tokens)
}

/** A relative clause follows at once, a comma between or not: "Those who", "De, der". */
function isExplained(words: Words, first: number, end: number): boolean {
  let next = first + 1
  if (next < end && words.formOf[next]! < 0) next++
  return next < end && hasRole(words, next, 'relative')
}

/** "It is ... that", "det er ... at": a copula near, then something that is no pointer, then the clause. */
function standsForClause(words: Words, kinds: Uint32Array, first: number, end: number): boolean {
  let token = first
  const nearEnd = Math.min(end, first + copulaReach)
  // "it's" is pronoun and copula in one
  while (token < nearEnd && !(kinds[token]! & copula)) token++
  if (token >= nearEnd) return false
  const next = token + 1
  if (next >= end || kinds[next]! & (dangling | connective) || hasRole(words, next, 'expletive')) return false
  const clauseEnd = Math.min(end, first + clauseReach)
  for (let place = next + 1; place < clauseEnd; place++) if (hasRole(words, place, 'complement')) return true
  return false
}
