import type { Document } from '../model/document.js'
import type { Words } from '../words/read-words.js'
import { describeContent } from './describe-content.js'
import type { Quotations } from './find-quotations.js'
import { lengthFeatures, measureLength } from './measure-length.js'
import { hasPronounForNothing, linksBackInside, pointsBack } from './points-back.js'
import { countedKindBits, firstCountedKind, placeOf, quoteFeatures } from './quote-features.js'
import { kindBit, type QuotePhrase, quoteWordsOf, withPlainApostrophe } from './quote-words.js'

/** What is known of each sentence of a document as a line that could be lifted. */
export interface SentenceDescriptions {
  /** Feature vectors, one sentence after the other, each in the order of `quoteFeatures`. */
  readonly values: Float64Array
  /** Beside `document.sentences`: words and numbers. */
  readonly wordCounts: Uint32Array
  /** Beside the tokens of `words`: kinds of quote words as bits. */
  readonly kinds: Uint32Array
}

const size = quoteFeatures.length
const dangling = kindBit('dangling')
const connective = kindBit('connective')
const negation = kindBit('negation')
const contrast = kindBit('contrast')
const question = kindBit('question')
const secondPerson = kindBit('second-person')
const condition = kindBit('condition')
const copula = kindBit('copula')
const firstPerson = kindBit('first-person')
const we = kindBit('we')
const anyCounted = countedKindBits.reduce((all, bit) => all | bit, 0)
/** Place among the counted kinds, by the number of the bit. */
const countedOfBit = Uint8Array.from({ length: 32 }, (_, bit) => Math.max(0, countedKindBits.indexOf(1 << bit)))
const openingMarks = '"“”„»«\'‘’'

/** Describes every sentence of a document. O(tokens). */
export function describeSentences(
  document: Document,
  words: Words,
  { quotationOf }: Pick<Quotations, 'quotationOf'>,
): SentenceDescriptions {
  const count = document.sentences.length
  const values = new Float64Array(count * size)
  const wordCounts = new Uint32Array(count)
  const kinds = readKinds(words)
  for (let sentence = 0; sentence < count; sentence++) {
    const row = values.subarray(sentence * size, (sentence + 1) * size)
    wordCounts[sentence] = describeWords(words, kinds, quotationOf, sentence, row)
    row[placeOf['points back']] = pointsBack(document.text, words, kinds, sentence) ? 1 : 0
    row[placeOf['links back inside']] = linksBackInside(words, sentence) ? 1 : 0
    row[placeOf['pronoun for nothing']] = hasPronounForNothing(words, sentence) ? 1 : 0
    describeMarks(document.text, document.sentences[sentence]!, wordCounts[sentence]!, row)
    describePlace(document, sentence, row)
  }
  describeStress(document, values)
  describeContent(document, words, values, size)
  return { values, wordCounts, kinds }
}

/** Kinds of quote words of each token; those of a phrase stand at its first word. */
function readKinds(words: Words): Uint32Array {
  const kindsOfForm = new Uint32Array(words.forms.length)
  const phrasesOfForm = new Map<number, readonly QuotePhrase[]>()
  for (const [form, { lower, lemma, language }] of words.forms.entries()) {
    const known = quoteWordsOf(language)
    const plain = withPlainApostrophe(lower)
    // pointers are listed as printed: "those" is no "that" in "those who"
    kindsOfForm[form] = (known.kinds.get(plain) ?? 0) | ((known.kinds.get(lemma) ?? 0) & ~dangling)
    const phrases = known.phrases.get(plain)
    if (phrases) phrasesOfForm.set(form, phrases)
  }
  const kinds = new Uint32Array(words.count)
  for (let token = 0; token < words.count; token++) {
    const form = words.formOf[token]!
    if (form < 0) continue
    kinds[token] = kindsOfForm[form]!
    for (const phrase of phrasesOfForm.get(form) ?? []) {
      const isThere = phrase.rest.every((word, index) => {
        const next = words.formOf[token + 1 + index] ?? -1
        return next >= 0 && words.forms[next]!.lower === word
      })
      if (isThere) kinds[token] = kinds[token]! | phrase.kinds
    }
  }
  return kinds
}

/** What the words of a sentence say; their number comes back. */
function describeWords(
  words: Words,
  kinds: Uint32Array,
  quotationOf: Uint32Array,
  sentence: number,
  row: Float64Array,
): number {
  const counts = new Uint8Array(countedKindBits.length)
  let total = 0
  let letters = 0
  let long = 0
  let functionWords = 0
  let numbers = 0
  let capitals = 0
  let allCapitals = 0
  let pointers = 0
  let names = 0
  let verbs = 0
  let nouns = 0
  let quoted = 0
  let isNegated = false
  let isAntithesis = false
  for (let token = words.sentenceStarts[sentence]!; token < words.sentenceStarts[sentence + 1]!; token++) {
    const formIndex = words.formOf[token]!
    if (formIndex < 0) continue
    const form = words.forms[formIndex]!
    const bits = kinds[token]!
    const length = form.surface.length
    letters += length
    if (length >= 7) long++
    if (form.isStopword) functionWords++
    if (form.isName) names++
    if (form.class === 'verb' || bits & copula) verbs++
    else if (form.class === 'noun') nouns++
    if (quotationOf[token]! > 0) quoted++
    if (form.isNumber) numbers++
    else if (form.surface !== form.lower) {
      if (total > 0) capitals++
      if (length > 1 && form.surface === form.surface.toUpperCase()) allCapitals++
    }
    for (let left = bits & anyCounted; left !== 0; left &= left - 1) {
      const kind = countedOfBit[31 - Math.clz32(left & -left)]!
      if (counts[kind]! < 3) counts[kind]!++
    }
    if (total === 0) {
      const isLower = form.surface === form.lower && !form.isNumber
      row[placeOf['starts in lower case']] = isLower ? 1 : 0
      row[placeOf['opens with a link word']] = bits & connective ? 1 : 0
      row[placeOf['opens with a question word']] = bits & question ? 1 : 0
      row[placeOf['opens with you']] = bits & secondPerson ? 1 : 0
      row[placeOf['opens with a condition']] = bits & condition ? 1 : 0
      row[placeOf['opens with I or we']] = bits & (firstPerson | we) ? 1 : 0
    } else if (bits & dangling) pointers++
    if (bits & negation) isNegated = true
    else if (isNegated && bits & contrast) isAntithesis = true
    total++
  }
  if (total === 0) return 0
  for (const feature of lengthFeatures) row[placeOf[feature]] = measureLength(feature, total)
  row[placeOf['word length']] = letters / total
  row[placeOf['long words']] = long / total
  row[placeOf['function words']] = functionWords / total
  row[placeOf.numbers] = Math.min(3, numbers)
  row[placeOf.capitals] = capitals / total
  row[placeOf['all capitals']] = Math.min(3, allCapitals)
  row[placeOf['points back inside']] = Math.min(3, pointers)
  row[placeOf.antithesis] = isAntithesis ? 1 : 0
  row[placeOf.names] = names / total
  row[placeOf.verbs] = verbs / total
  row[placeOf['no verb']] = verbs === 0 ? 1 : 0
  row[placeOf.nouns] = nouns / total
  row[placeOf.quoted] = quoted / total
  row[placeOf['partly quoted']] = quoted > 0 && quoted < total ? 1 : 0
  for (let kind = 0; kind < counts.length; kind++) row[firstCountedKind + kind] = Math.log2(1 + counts[kind]!)
  return total
}

/** Punctuation of a sentence. */
function describeMarks(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  wordCount: number,
  row: Float64Array,
): void {
  let commas = 0
  let parentheses = 0
  let colons = 0
  let dashes = 0
  let symbols = 0
  for (let place = start; place < end; place++) {
    const unit = text.charCodeAt(place)
    if (unit === 44) commas++
    else if (unit === 40 || unit === 91) parentheses++
    else if (unit === 58 || unit === 59) colons++
    else if (unit === 0x2013 || unit === 0x2014 || (unit === 45 && text.charCodeAt(place - 1) === 32)) dashes++
    else if (isSymbol(unit)) symbols++
  }
  row[placeOf.commas] = wordCount > 0 ? commas / Math.sqrt(wordCount) : 0
  row[placeOf.parentheses] = Math.min(2, parentheses)
  row[placeOf.colons] = Math.min(2, colons)
  row[placeOf.dashes] = Math.min(2, dashes)
  row[placeOf.symbols] = Math.min(3, symbols)
  row[placeOf['opens with a quotation']] = openingMarks.includes(text[start] ?? ' ') ? 1 : 0
  let close = end - 1
  while (close > start && `${openingMarks})]*_ `.includes(text[close]!)) close--
  const final = text[close] ?? ''
  row[placeOf.exclamation] = final === '!' ? 1 : 0
  row[placeOf['question mark']] = final === '?' ? 1 : 0
  row[placeOf.unfinished] = '.!?'.includes(final) ? 0 : 1
}

/** Signs of code, addresses and tables: # $ % & * + / < = > @ \ ^ _ ` { | } ~ */
function isSymbol(unit: number): boolean {
  return (
    (unit >= 35 && unit <= 38) ||
    unit === 42 ||
    unit === 43 ||
    unit === 47 ||
    (unit >= 60 && unit <= 62) ||
    unit === 64 ||
    unit === 92 ||
    (unit >= 94 && unit <= 96) ||
    (unit >= 123 && unit <= 126)
  )
}

/** Place within the paragraph. Place within the article is left out: sites differ in it. */
function describePlace(document: Document, sentence: number, row: Float64Array): void {
  const { block } = document.sentences[sentence]!
  const isFirst = document.sentences[sentence - 1]?.block !== block
  const isLast = document.sentences[sentence + 1]?.block !== block
  row[placeOf['first in its paragraph']] = isFirst && !isLast ? 1 : 0
  row[placeOf['last in its paragraph']] = isLast && !isFirst ? 1 : 0
  row[placeOf['alone in its paragraph']] = isFirst && isLast ? 1 : 0
}

/** Shares of the sentence that the author linked and stressed. Marks and sentences are both in order. */
function describeStress(document: Document, values: Float64Array): void {
  let first = 0
  for (const mark of document.marks) {
    while (first < document.sentences.length && document.sentences[first]!.end <= mark.start) first++
    for (let index = first; index < document.sentences.length; index++) {
      const sentence = document.sentences[index]!
      if (sentence.start >= mark.end) break
      const shared = Math.min(mark.end, sentence.end) - Math.max(mark.start, sentence.start)
      const feature = placeOf[mark.kind === 'link' ? 'linked' : 'stressed']
      const place = index * size + feature
      values[place] = Math.min(1, values[place]! + shared / Math.max(1, sentence.end - sentence.start))
    }
  }
}
