import { languageOf } from '../document/language-of.js'
import { detectLanguageSpans } from '../language/detect-language-spans.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { NumberToken, PunctuationToken, scanTokens, WordToken } from '../text/scan-tokens.js'
import { Reading } from './reading.js'
import { splitCompound } from './split-compound.js'
import type { WordForm } from './word-form.js'

export type { WordForm } from './word-form.js'

/**
 * The tokens of a document with what is known of each word, worked out once. Structure of arrays: index `i` is the
 * i-th token of the document's sentences, in order.
 */
export interface Words {
  readonly count: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Index into `document.sentences`. */
  readonly sentences: Uint32Array
  /** Index into `forms`; -1 for punctuation and symbols. */
  readonly formOf: Int32Array
  readonly forms: readonly WordForm[]
  /** Beside `document.sentences`: its first token; one more entry at the end. */
  readonly sentenceStarts: Uint32Array
}

const cache = new WeakMap<Document, { languages: readonly Language[]; words: Words }>()

/**
 * The words of a document. Kept as long as the document is, so that themes, quotes and vector share one reading.
 * Each passage is read in its own language; a passage in a language that is not among `languages` in the document's;
 * where that is none of them either, a lemma is the lower-case word.
 * @remarks Linear in the text; each distinct form is looked up once.
 */
export function readWords(languages: readonly Language[], document: Document): Words {
  const kept = cache.get(document)
  if (kept && sameLanguages(kept.languages, languages)) return kept.words
  const words = read(languages, document)
  cache.set(document, { languages, words })
  return words
}

const parts = new WeakMap<WordForm, readonly string[]>()

/** The parts of a compound's lemma, worked out when first asked; one part for what is no compound, a name or a number. */
export function partsOf(form: WordForm): readonly string[] {
  let split = parts.get(form)
  if (!split) {
    split = form.language && !form.isNumber && !form.isName ? splitCompound(form.language, form.lemma) : [form.lemma]
    parts.set(form, split)
  }
  return split
}

function sameLanguages(a: readonly Language[], b: readonly Language[]): boolean {
  return a === b || (a.length === b.length && a.every((language, index) => language === b[index]))
}

function read(languages: readonly Language[], document: Document): Words {
  const { text, sentences } = document
  const tokens = new TokenList(text.length)
  const sentenceStarts = new Uint32Array(sentences.length + 1)
  const reading = new Reading(text)
  const languageAt = passageLanguages(languages, document)
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index]!
    sentenceStarts[index] = tokens.count
    const own = languageAt(sentence.start)
    // A capital says nothing where a sentence starts, also inside quotation marks or after a colon.
    let free = true
    scanTokens(own, text, sentence.start, sentence.end, (start, end, kind) => {
      if (kind === WordToken || kind === NumberToken) {
        tokens.add(start, end, index, reading.meet(languageAt(start), start, end, kind === NumberToken, !free))
        free = false
        return
      }
      if (kind === PunctuationToken) free = mayStart(text.charCodeAt(start))
      tokens.add(start, end, index, -1)
    })
  }
  sentenceStarts[sentences.length] = tokens.count
  return { ...tokens.finish(), forms: reading.finish(), sentenceStarts }
}

/** Whether a sentence may start after this punctuation mark: colon, stops, dashes, quotation marks and brackets. */
function mayStart(unit: number): boolean {
  return unit !== 0x2c && unit !== 0x3b && unit !== 0x2f && unit !== 0x29 && unit !== 0x5d
}

/** Growing columns of tokens. */
class TokenList {
  count = 0
  private starts: Uint32Array
  private ends: Uint32Array
  private sentences: Uint32Array
  private formOf: Int32Array

  constructor(units: number) {
    // by hand: a token and its space take five units or more in most prose; the columns grow when they take less.
    const room = Math.max(16, Math.ceil(units / 5))
    this.starts = new Uint32Array(room)
    this.ends = new Uint32Array(room)
    this.sentences = new Uint32Array(room)
    this.formOf = new Int32Array(room)
  }

  add(start: number, end: number, sentence: number, form: number): void {
    const index = this.count++
    if (index === this.starts.length) this.grow()
    this.starts[index] = start
    this.ends[index] = end
    this.sentences[index] = sentence
    this.formOf[index] = form
  }

  finish(): Pick<Words, 'count' | 'starts' | 'ends' | 'sentences' | 'formOf'> {
    const { count } = this
    return {
      count,
      starts: this.starts.slice(0, count),
      ends: this.ends.slice(0, count),
      sentences: this.sentences.slice(0, count),
      formOf: this.formOf.slice(0, count),
    }
  }

  private grow(): void {
    const room = this.starts.length * 2
    const wider = (column: Uint32Array): Uint32Array => {
      const result = new Uint32Array(room)
      result.set(column)
      return result
    }
    this.starts = wider(this.starts)
    this.ends = wider(this.ends)
    this.sentences = wider(this.sentences)
    const formOf = new Int32Array(room)
    formOf.set(this.formOf)
    this.formOf = formOf
  }
}

/** The language of the passage at a place, for ascending places; the document's where passages are not told apart. */
function passageLanguages(languages: readonly Language[], document: Document): (place: number) => Language | undefined {
  const own = languageOf(languages, document.language.language)
  const spans = detectLanguageSpans(languages, document)
  const read = spans.map((span) => languageOf(languages, span.language) ?? own)
  const last = spans.length - 1
  let current = 0
  // Past the passage at hand; the last one goes on for ever.
  let past = last > 0 ? spans[0]!.end : Number.POSITIVE_INFINITY
  return (place) => {
    while (place >= past) past = ++current < last ? spans[current]!.end : Number.POSITIVE_INFINITY
    return last >= 0 ? read[current] : own
  }
}
