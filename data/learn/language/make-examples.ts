import { makeLetters } from '../../../src/language/letters.js'
import { readWords } from '../../../src/language/read-words.js'
import { makeRandom } from './random.js'
import type { LabelledText, WordCounts } from './read-corpus.js'
import { addNoise, toAscii } from './spoil-text.js'

/** Examples to learn from, as numbers. */
export interface Examples {
  /** Distinct words, each as its letter codes. */
  readonly words: readonly Uint8Array[]
  /** Example `e` holds the words `tokens[starts[e]]` up to `tokens[starts[e + 1]]`. */
  readonly tokens: Int32Array
  readonly starts: Int32Array
  /** Its language. */
  readonly languages: Uint8Array
}

/** Words of one example beyond this many are left out: a long sentence teaches no more. */
const MOST_WORDS = 14

/** Ends in a semicolon and has a bracket or an equals sign: half a list or code, nothing to learn from. */
const HALF_LIST = /[=({}].*;\s*$/s

/** Gathers texts as lists of word numbers. */
export class ExampleMaker {
  private readonly letters = makeLetters()
  private readonly numbers = new Map<string, number>()
  private readonly words: Uint8Array[] = []
  private tokens = new Int32Array(1 << 20)
  private size = 0
  private readonly starts: number[] = [0]
  private readonly languages: number[] = []

  add(text: string, language: number): void {
    if (HALF_LIST.test(text)) return
    const from = this.size
    readWords(this.letters, text, 0, text.length, (codes, length) => {
      if (length === 0 || this.size - from >= MOST_WORDS) return
      const key = String.fromCharCode(...codes.subarray(1, length + 1))
      let number = this.numbers.get(key)
      if (number === undefined) {
        number = this.words.length
        this.numbers.set(key, number)
        this.words.push(codes.slice(0, length + 2))
      }
      if (this.size === this.tokens.length) {
        const larger = new Int32Array(this.size * 2)
        larger.set(this.tokens)
        this.tokens = larger
      }
      this.tokens[this.size++] = number
    })
    if (this.size === from) return
    this.starts.push(this.size)
    this.languages.push(language)
  }

  finish(): Examples {
    return {
      words: this.words,
      tokens: this.tokens.subarray(0, this.size),
      starts: Int32Array.from(this.starts),
      languages: Uint8Array.from(this.languages),
    }
  }
}

/** How many bags of words a language gives, by code; by experiment. */
const BAGS = new Map([
  ['da', 80_000],
  ['nb', 80_000],
  ['nn', 40_000],
  ['sv', 40_000],
])
const OTHER_BAGS = 15_000

/**
 * Each sentence, three pieces of one to six words cut from it (headlines and fragments), some of them spoilt; and bags
 * of one to four words drawn from the counts of spoken language.
 */
export function makeExamples(
  sentences: readonly LabelledText[],
  counts: readonly WordCounts[],
  codes: readonly string[],
): Examples {
  const maker = new ExampleMaker()
  const random = makeRandom(1)
  const spoil = (text: string): string => {
    const chance = random()
    return chance < 0.06 ? toAscii(text) : chance < 0.12 ? addNoise(text, random) : text
  }
  for (const { text, language } of sentences) {
    maker.add(spoil(text), language)
    const words = text.split(/\s+/)
    for (let piece = 0; piece < 3; piece++) {
      const length = 1 + Math.floor(random() * 6)
      const start = Math.floor(random() * Math.max(1, words.length - length + 1))
      maker.add(spoil(words.slice(start, start + length).join(' ')), language)
    }
  }
  for (const { language, words, counts: times } of counts) {
    const sums: number[] = []
    let total = 0
    for (const time of times) sums.push((total += time ** 0.6))
    const drawWord = (): string => {
      const wanted = random() * total
      let low = 0
      let high = sums.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (sums[middle]! < wanted) low = middle + 1
        else high = middle
      }
      return words[low] ?? ''
    }
    const bags = BAGS.get(codes[language] ?? '') ?? OTHER_BAGS
    for (let bag = 0; bag < bags; bag++) {
      const length = 1 + Math.floor(random() * 4)
      maker.add(spoil(Array.from({ length }, drawWord).join(' ')), language)
    }
  }
  return maker.finish()
}
