import type { BlockKind, Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Words } from '../words/read-words.js'
import { Casing, readFacts, type WordFacts } from './word-facts.js'

export { Casing }

/** Where in the article a word stands. */
export const Region = { body: 0, title: 1, heading: 2, lead: 3, listItem: 4 } as const

/** What stands around a word; bits of `WordStream.flags`. `joined`: a hyphen ties it to the next. */
export const Flag = { sentenceStart: 1, link: 2, stress: 4, paragraphStart: 8, bracketed: 16, joined: 32 } as const

/**
 * The prose of a document as a run of words for themes: forms with hyphens are split (*open-source* is *open source*),
 * and whatever ends a phrase (punctuation, end of sentence) is one entry with `words[i] === -1`.
 */
export interface WordStream {
  readonly count: number
  /** Index into `vocabulary`; -1 is a break. */
  readonly words: Int32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Index into `document.sentences`. */
  readonly sentences: Uint32Array
  /** Bits of `Flag`. */
  readonly flags: Uint8Array
  /** Bit `n - 1` set: a link starts here and is exactly `n` words long. */
  readonly linkLengths: Uint8Array
  /** The same for bold and italics. */
  readonly stressLengths: Uint8Array
  /** Number of words in the run of capitals that an entry stands in; 0 outside. */
  readonly runLengths: Uint8Array
  /** Its distinct words: forms, and parts of forms with hyphens. */
  readonly vocabulary: readonly WordFacts[]
  /** Beside `vocabulary`: number of the word's lemma. */
  readonly lemmaOf: readonly number[]
  /** Dictionary form by lemma number, and the language it is in. */
  readonly lemmas: readonly string[]
  readonly lemmaLanguages: readonly (Language | undefined)[]
  /** Rarity in open text by lemma number, in bits. */
  readonly rarities: readonly number[]
  /** Beside `document.sentences`: one of `Region`, and the ordinal of its paragraph. */
  readonly regions: Uint8Array
  readonly paragraphs: Uint32Array
  readonly paragraphCount: number
  /** Entries that are words. */
  readonly wordCount: number
  /** Beside `vocabulary`: 1 where the word is written as a name. */
  readonly isName: Uint8Array
}

const regionOf: Partial<Record<BlockKind, number>> = {
  title: Region.title,
  heading: Region.heading,
  lead: Region.lead,
  paragraph: Region.body,
  blockquote: Region.body,
  'list-item': Region.listItem,
}

/** Longest bold or italic stretch that counts as stress of its words; longer ones are whole paragraphs. */
const longestStress = 8 // by hand: a sentence in bold says nothing of a single word

/** The words of a document as themes read them. Captions, pull quotes, code and bylines are left out. O(tokens). */
export function readWordStream(document: Document, words: Words): WordStream {
  const vocabulary: WordFacts[] = []
  const lemmaOf: number[] = []
  const lemmas: string[] = []
  const lemmaLanguages: (Language | undefined)[] = []
  const rarities: number[] = []
  const lemmaNumbers = new Map<Language | undefined, Map<string, number>>()
  const parts: (readonly number[])[] = []

  const lemmaNumber = ({ language, lemmaText, rarity }: WordFacts): number => {
    let numbers = lemmaNumbers.get(language)
    if (!numbers) lemmaNumbers.set(language, (numbers = new Map()))
    let number = numbers.get(lemmaText)
    if (number === undefined) {
      number = lemmas.length
      numbers.set(lemmaText, number)
      lemmas.push(lemmaText)
      lemmaLanguages.push(language)
      rarities.push(rarity)
    }
    return number
  }
  const partsOf = (formIndex: number): readonly number[] => {
    let known = parts[formIndex]
    if (!known) {
      known = readFacts(words.forms[formIndex]!).map((facts) => {
        lemmaOf.push(lemmaNumber(facts))
        return vocabulary.push(facts) - 1
      })
      parts[formIndex] = known
    }
    return known
  }

  const { text, sentences, blocks } = document
  const regions = new Uint8Array(sentences.length)
  const paragraphs = new Uint32Array(sentences.length)
  let paragraphCount = 0
  let lastBlock = -1
  const room = words.count + (words.count >> 3) + sentences.length + 16 // more than most texts need; grows
  const out = {
    words: new Int32Array(room),
    starts: new Uint32Array(room),
    ends: new Uint32Array(room),
    sentences: new Uint32Array(room),
    flags: new Uint8Array(room),
  }
  let grown = 0
  const push = (word: number, start: number, end: number, sentence: number, flags: number): void => {
    if (grown === out.words.length) growAll(out)
    out.words[grown] = word
    out.starts[grown] = start
    out.ends[grown] = end
    out.sentences[grown] = sentence
    out.flags[grown] = flags
    grown++
  }
  let wordCount = 0
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const block = sentences[sentence]!.block
    const region = regionOf[blocks[block]?.kind ?? 'paragraph']
    if (region === undefined) continue
    regions[sentence] = region
    const opensParagraph = block !== lastBlock
    if (opensParagraph && region !== Region.title && region !== Region.heading) paragraphCount++
    lastBlock = block
    paragraphs[sentence] = paragraphCount
    let flags = Flag.sentenceStart | (opensParagraph ? Flag.paragraphStart : 0)
    const end = words.sentenceStarts[sentence + 1]!
    for (let token = words.sentenceStarts[sentence]!; token < end; token++) {
      const form = words.formOf[token]!
      const start = words.starts[token]!
      if (form < 0) {
        push(-1, start, words.ends[token]!, sentence, 0)
        // After an opening quotation mark or a colon a capital says no more than at the start of a sentence.
        const sign = text.charCodeAt(start)
        if (flags === 0 && !isQuietSign(sign)) flags = Flag.sentenceStart
        continue
      }
      if ((flags & Flag.paragraphStart) !== 0 && isSpeaker(text, start, words.ends[token]!)) {
        push(-1, start, words.ends[token]!, sentence, 0)
        continue
      }
      const bracketed = text.charCodeAt(start - 1) === 0x28 && text.charCodeAt(words.ends[token]!) === 0x29
      let place = start
      const parts = partsOf(form)
      for (let index = 0; index < parts.length; index++) {
        const word = parts[index]!
        const length = vocabulary[word]!.surface.length
        const joined = index + 1 < parts.length ? Flag.joined : 0
        push(word, place, place + length, sentence, flags | joined | (bracketed ? Flag.bracketed : 0))
        place += length + 1
        flags = 0
        wordCount++
      }
    }
    push(-1, sentences[sentence]!.end, sentences[sentence]!.end, sentence, 0)
  }
  const stream = {
    count: grown,
    words: out.words.subarray(0, grown),
    starts: out.starts.subarray(0, grown),
    ends: out.ends.subarray(0, grown),
    sentences: out.sentences.subarray(0, grown),
    flags: out.flags.subarray(0, grown),
    linkLengths: new Uint8Array(grown),
    stressLengths: new Uint8Array(grown),
    runLengths: new Uint8Array(grown),
    vocabulary,
    lemmaOf,
    lemmas,
    lemmaLanguages,
    rarities,
    regions,
    paragraphs,
    paragraphCount,
    wordCount,
  }
  placeMarks(document, stream)
  findRuns(stream)
  return { ...stream, isName: findNameWords(stream) }
}

type Unnamed = Omit<WordStream, 'isName'>

interface Columns {
  words: Int32Array
  starts: Uint32Array
  ends: Uint32Array
  sentences: Uint32Array
  flags: Uint8Array
}

function growAll(columns: Columns): void {
  const size = columns.words.length * 2
  const grow = <Column extends Int32Array | Uint32Array | Uint8Array>(from: Column, to: Column): Column => {
    to.set(from)
    return to
  }
  columns.words = grow(columns.words, new Int32Array(size))
  columns.starts = grow(columns.starts, new Uint32Array(size))
  columns.ends = grow(columns.ends, new Uint32Array(size))
  columns.sentences = grow(columns.sentences, new Uint32Array(size))
  columns.flags = grow(columns.flags, new Uint8Array(size))
}

/** Whether initials stand before a colon, as those of a speaker in an interview: *AB: Yes.* */
function isSpeaker(text: string, start: number, end: number): boolean {
  return end - start < 4 && text.charCodeAt(end) === 0x3a && /^\p{Lu}+$/u.test(text.slice(start, end))
}

/** Comma, hyphen, closing bracket, slash: signs after which a capital still marks a name. */
function isQuietSign(unit: number): boolean {
  return (
    unit === 0x2c ||
    unit === 0x2d ||
    unit === 0x29 ||
    unit === 0x28 ||
    unit === 0x2f ||
    unit === 0x27 ||
    unit === 0x2019
  )
}

/** Writes links and stress into the stream. */
function placeMarks(document: Document, stream: Unnamed): void {
  for (const mark of document.marks) {
    let first = lowerBound(stream.starts, stream.count, mark.start)
    const last = lowerBound(stream.starts, stream.count, mark.end)
    while (first < last && stream.words[first]! < 0) first++
    let length = 0
    let end = last
    while (end > first && stream.words[end - 1]! < 0) end--
    length = end - first
    if (length <= 0) continue
    const isLink = mark.kind === 'link'
    if (!isLink && length > longestStress) continue
    const lengths = isLink ? stream.linkLengths : stream.stressLengths
    if (length <= 8) lengths[first] = lengths[first]! | (1 << (length - 1))
    const flag = isLink ? Flag.link : Flag.stress
    for (let index = first; index < end; index++) stream.flags[index] = stream.flags[index]! | flag
  }
}

/** First index whose value is at least `wanted`, among ascending values. */
export function lowerBound(values: Uint32Array, count: number, wanted: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Runs of words with capitals in running text; a sentence's first word counts only where it is no stop word. */
function findRuns(stream: Unnamed): void {
  let start = -1
  for (let index = 0; index <= stream.count; index++) {
    const word = index < stream.count ? stream.words[index]! : -1
    const region = index < stream.count ? stream.regions[stream.sentences[index]!] : undefined
    let capital = false
    if (word >= 0 && region !== Region.title && region !== Region.heading) {
      const { casing, isStopword } = stream.vocabulary[word]!
      capital = casing !== Casing.lower && !(isStopword && (stream.flags[index]! & Flag.sentenceStart) !== 0)
    }
    if (capital) {
      if (start < 0) start = index
    } else if (start >= 0) {
      const length = Math.min(index - start, 255)
      for (let inside = start; inside < index; inside++) stream.runLengths[inside] = length
      start = -1
    }
  }
}

/**
 * Which words of the stream are written as names, beside `vocabulary`: capitals in running text more often than not,
 * capitals inside, or a capital everywhere in a word that no list knows as a common one.
 */
function findNameWords(stream: Unnamed): Uint8Array {
  const { words, vocabulary, lemmaOf, sentences, regions, flags } = stream
  const lower = new Uint32Array(stream.lemmas.length)
  const capital = new Uint32Array(stream.lemmas.length)
  for (let place = 0; place < stream.count; place++) {
    const word = words[place]!
    if (word < 0) continue
    const lemma = lemmaOf[word]!
    const { casing } = vocabulary[word]!
    const region = regions[sentences[place]!]!
    if (casing === Casing.lower) lower[lemma]!++
    else if (region !== Region.title && region !== Region.heading && (flags[place]! & Flag.sentenceStart) === 0)
      capital[lemma]!++
  }
  const names = new Uint8Array(vocabulary.length)
  for (let word = 0; word < vocabulary.length; word++) {
    const { casing, wordClass } = vocabulary[word]!
    if (casing === Casing.lower) continue
    const lemma = lemmaOf[word]!
    const seen = lower[lemma]! + capital[lemma]!
    const isName =
      casing !== Casing.capital ||
      (seen > 0 ? capital[lemma]! > lower[lemma]! : wordClass === 'name' || wordClass === 'other')
    if (isName) names[word] = 1
  }
  return names
}
