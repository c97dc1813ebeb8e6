import { isCommonLemma, isKnownName, rarity } from '../background.js'
import { stopwordsOf } from '../stopwords.js'
import { listedAs, type NameLists } from './name-lists.js'
import type { NameRun, NameSentence } from './name-sentence.js'

/**
 * What speaks for and against a name, for each token of a run: the word, its endings and shape, the words around it and
 * around the run, and what the lists say of each. Features are short strings, so that the learnt table can be read.
 */
export function nameFeatures(sentence: NameSentence, run: NameRun): string[][] {
  const { lowers, lists } = sentence
  const shared = runFeatures(sentence, run)
  const phrases = phraseBits(sentence, run)
  const features: string[][] = []
  for (let place = run.from; place < run.to; place++) {
    const own = [...shared]
    const word = lowers[place]!
    const surface = sentence.surfaces[place]!
    const shape = shapeOf(surface)
    const isFirst = place === run.from
    own.push('b', `w=${word}`, `s=${shape}`)
    for (const length of [2, 3, 4, 5]) if (word.length > length + 1) own.push(`e=${word.slice(-length)}`)
    if (word.length > 4) own.push(`a=${word.slice(0, 3)}`)
    own.push(...around('p', sentence, place - 1), ...around('n', sentence, place + 1))
    own.push(`P=${lowers[place - 2] ?? '^'}`, `N=${lowers[place + 2] ?? '$'}`)
    const listed = listedAs(lists, word)
    own.push(...bitFeatures('l', listed))
    own.push(`L=${listed}+${listedBits(sentence, place + 1)}`, `K=${listedBits(sentence, place - 1)}+${listed}`)
    if (phrases[place - run.from]) own.push(...bitFeatures('m', phrases[place - run.from]!))
    own.push(`c=${commonness(sentence, word)}`)
    if (isSentenceStart(sentence, place)) own.push('f', `f=${commonness(sentence, word)}`, `fs=${shape}`)
    own.push(`i=${isFirst ? 'F' : ''}${place === run.to - 1 ? 'L' : ''}`)
    features.push(own)
  }
  return features
}

/** Features that all tokens of a run share: what stands before and after it, how it ends. */
function runFeatures(sentence: NameSentence, { from, to }: NameRun): string[] {
  const { lowers, lists, capital } = sentence
  const last = lowers[to - 1]!
  const first = lowers[from]!
  const before = lowers[from - 1] ?? '^'
  const after = lowers[to] ?? '$'
  const size = Math.min(to - from, 5)
  const features = [
    `r=${size}`,
    `rp=${before}`,
    `rn=${after}`,
    `rpn=${before}+${after}`,
    `rl=${last}`,
    `rl3=${last.slice(-3)}`,
    `rl5=${last.slice(-5)}`,
    `rf=${first}`,
    `rb=${lowers[from - 2] ?? '^'}+${before}`,
    `rsize=${size}+${before.length > 2 ? before.slice(-3) : before}`,
  ]
  if (before.length > 5) features.push(`rp4=${before.slice(-4)}`, `rp6=${before.slice(-6)}`)
  if (after.length > 5) features.push(`rn4=${after.slice(-4)}`)
  if (listedAs(lists, before) & 32) features.push('role')
  const end = listedAs(lists, last)
  if (end & 192) features.push(`rw=${end & 192}`)
  for (let place = from; place < to; place++)
    if (capital[place] && listedAs(lists, lowers[place]!) & 1) return [...features, 'given']
  return features
}

/** A neighbour: the word and its ending. */
function around(name: string, sentence: NameSentence, place: number): string[] {
  const word = sentence.lowers[place]
  if (word === undefined) return [`${name}=${name === 'p' ? '^' : '$'}`]
  const features = [`${name}=${word}`, `${name}s=${shapeOf(sentence.surfaces[place]!)}`]
  if (word.length > 5) features.push(`${name}4=${word.slice(-4)}`)
  return features
}

function listedBits({ lowers, lists }: NameSentence, place: number): number {
  const word = lowers[place]
  return word === undefined ? -1 : listedAs(lists, word) & 63
}

function bitFeatures(name: string, bits: number): string[] {
  const features: string[] = []
  for (let bit = 1; bit <= bits; bit <<= 1) if (bits & bit) features.push(`${name}${bit}`)
  return features
}

/** For each token of a run, what the names of several words that it is part of are. */
function phraseBits({ lowers, lists }: NameSentence, { from, to }: NameRun): number[] {
  const found: number[] = new Array(to - from).fill(0)
  for (let start = from; start < to; start++) {
    let phrase = lowers[start]!
    for (let end = start + 1; end < to && end - start < lists.longestPhrase; end++) {
      phrase += ` ${lowers[end]}`
      const bits = phraseAs(lists, phrase)
      if (bits) for (let place = start; place <= end; place++) found[place - from] = found[place - from]! | bits
    }
  }
  return found
}

function phraseAs(lists: NameLists, phrase: string): number {
  return lists.phrases.get(phrase) ?? lists.phrases.get(phrase.replace(/(?:['’]s?|s)$/, '')) ?? 0
}

/** How the word stands in open text: known name, stop word, common, listed rare, unknown. */
function commonness({ language }: NameSentence, word: string): string {
  if (isKnownName(language, word)) return 'n'
  if (stopwordsOf(language).has(word)) return 's'
  if (isCommonLemma(language, word)) return rarity(language, word) < 14 ? 'c' : 'r'
  return 'u'
}

/** Whether a capital may be that of the sentence only: a common word at its start. */
export function isCommonStart(sentence: NameSentence, place: number): boolean {
  const common = commonness(sentence, sentence.lowers[place]!)
  return isSentenceStart(sentence, place) && common !== 'n' && common !== 'u'
}

/** First in the sentence, or after a quote mark, a dash, a colon or a stop. */
function isSentenceStart({ lowers }: NameSentence, place: number): boolean {
  return place === 0 || /^[^\p{L}\p{N},;)/&%]/u.test(lowers[place - 1]!) || (place === 1 && /^\P{L}/u.test(lowers[0]!))
}

/** The writing of a word: runs of capitals, small letters and digits, two or more as one sign more. */
export function shapeOf(surface: string): string {
  return surface
    .slice(0, 24)
    .replace(/\p{Lu}{2,}/gu, 'AA')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{N}+/gu, '9')
}
