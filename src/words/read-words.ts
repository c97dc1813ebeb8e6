import { languageOf } from '../document/language-of.js'
import { detectLanguageSpans } from '../language/detect-language-spans.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { tokenize } from '../text/tokenize.js'
import { lemmatize } from './lemmatize.js'
import { stopwordsOf } from './stopwords.js'

/** A distinct word form of a document, in one language. */
export interface WordForm {
  /** As first met. */
  readonly surface: string
  readonly lower: string
  readonly lemma: string
  /** What makes it one with its other forms: language code and lemma, e.g. `da:avis`. */
  readonly key: string
  readonly language: Language | undefined
  readonly isStopword: boolean
  readonly isNumber: boolean
}

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
 * Each passage is read in its own language; in a language that is not among `languages`, a lemma is the lower-case word.
 */
export function readWords(languages: readonly Language[], document: Document): Words {
  const kept = cache.get(document)
  if (kept && sameLanguages(kept.languages, languages)) return kept.words
  const words = read(languages, document)
  cache.set(document, { languages, words })
  return words
}

function sameLanguages(a: readonly Language[], b: readonly Language[]): boolean {
  return a === b || (a.length === b.length && a.every((language, index) => language === b[index]))
}

function read(languages: readonly Language[], document: Document): Words {
  const { text, sentences } = document
  const forms: WordForm[] = []
  const readers = new Map<Language | undefined, Map<string, number>>()
  const starts: number[] = []
  const ends: number[] = []
  const sentenceOf: number[] = []
  const formOf: number[] = []
  const sentenceStarts = new Uint32Array(sentences.length + 1)
  const languageAt = passageLanguages(languages, document)
  for (const [index, sentence] of sentences.entries()) {
    sentenceStarts[index] = starts.length
    const language = languageAt(sentence.start)
    let known = readers.get(language)
    if (!known) readers.set(language, (known = new Map()))
    for (const token of tokenize(language, text.slice(sentence.start, sentence.end))) {
      starts.push(sentence.start + token.start)
      ends.push(sentence.start + token.end)
      sentenceOf.push(index)
      if (token.kind !== 'word' && token.kind !== 'number') {
        formOf.push(-1)
        continue
      }
      const surface = text.slice(sentence.start + token.start, sentence.start + token.end)
      let form = known.get(surface)
      if (form === undefined) {
        form = forms.length
        forms.push(readForm(language, surface, token.kind === 'number'))
        known.set(surface, form)
      }
      formOf.push(form)
    }
  }
  sentenceStarts[sentences.length] = starts.length
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    sentences: Uint32Array.from(sentenceOf),
    formOf: Int32Array.from(formOf),
    forms,
    sentenceStarts,
  }
}

function readForm(language: Language | undefined, surface: string, isNumber: boolean): WordForm {
  const lower = surface.toLowerCase()
  const lemma = language && !isNumber ? lemmatize(language, surface) : lower
  return {
    surface,
    lower,
    lemma,
    key: `${language?.code ?? 'und'}:${lemma}`,
    language,
    isStopword: language ? stopwordsOf(language).has(lower) : false,
    isNumber,
  }
}

/** The language of the passage at a place, for ascending places; the document's where passages are not told apart. */
function passageLanguages(languages: readonly Language[], document: Document): (place: number) => Language | undefined {
  const own = languageOf(languages, document.language.language)
  const spans = detectLanguageSpans(languages, document)
  let current = 0
  return (place) => {
    while (current + 1 < spans.length && (spans[current]?.end ?? 0) <= place) current++
    const passage = spans[current]
    return (passage && languageOf(languages, passage.language)) ?? own
  }
}
