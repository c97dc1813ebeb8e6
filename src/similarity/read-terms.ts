import type { Block, BlockKind, Document, Sentence } from '../model/document.js'
import type { Language } from '../model/language.js'
import { rarity } from '../words/background.js'
import { lemmatize } from '../words/lemmatize.js'
import { partsOf, readWords, type WordForm, type Words } from '../words/read-words.js'
import { stopwordsOf } from '../words/stopwords.js'
import { type TermWeights, termWeights } from './term-weights.js'

/** The terms of one article. Structure of arrays, in the order of first meeting. */
export interface Terms {
  /** Language and lemma, `da:avis`; pairs `da:ny avis`. */
  readonly keys: readonly string[]
  /** How often, weighted by place and kind; above 0. */
  readonly counts: readonly number[]
  /** How rare in open text: -log2 of the relative frequency. */
  readonly rarities: readonly number[]
  /** As printed, the first time. */
  readonly labels: readonly string[]
}

/** What the words of one form add: its own term, and the parts of the compound it is. */
interface FormTerms {
  readonly own: number
  readonly parts: readonly number[]
  readonly weight: number
  /** Half of a pair's key. */
  readonly spelling: string
  readonly rarity: number
}

/**
 * The terms of a document with weighted counts: lemmas, pairs of neighbouring words, parts of compounds. Stop words,
 * single letters and punctuation give none; a pair may span stop words ("ministeren for kultur"), never punctuation.
 * O(tokens).
 */
export function readTerms(
  languages: readonly Language[],
  document: Document,
  weights: TermWeights = termWeights,
): Terms {
  const collector = new TermCollector(weights)
  readBlocks(languages, document, findLead(document), collector, weights)
  const tables = documentOfTables(document)
  if (tables) readBlocks(languages, tables, -1, collector, weights)
  return collector
}

function readBlocks(
  languages: readonly Language[],
  document: Document,
  leadBlock: number,
  collector: TermCollector,
  weights: TermWeights,
): void {
  const words = readWords(languages, document)
  const formTerms: (FormTerms | undefined | null)[] = new Array(words.forms.length)
  for (let sentence = 0; sentence < document.sentences.length; sentence++) {
    const block = document.sentences[sentence]!.block
    const kind = block === leadBlock ? 'lead' : document.blocks[block]!.kind
    readSentence(document.text, words, sentence, kind, collector, formTerms, weights)
  }
}

/**
 * The cells of the data tables that are no part of the prose, each as a sentence; none where there are none. An
 * article is about what its tables say as well, and no quote or theme is wanted from them.
 */
function documentOfTables(document: Document): Document | undefined {
  const cells = document.removed.filter(({ kind }) => kind === 'table')
  if (cells.length === 0) return undefined
  const blocks: Block[] = []
  const sentences: Sentence[] = []
  let start = 0
  for (const [block, { text, source }] of cells.entries()) {
    const span = { start, end: start + text.length }
    blocks.push({ kind: 'paragraph', span, source })
    sentences.push({ ...span, block })
    start = span.end + 1
  }
  const text = cells.map((cell) => cell.text).join('\n')
  return { ...document, text, blocks, sentences, marks: [] }
}

function readSentence(
  text: string,
  words: Words,
  sentence: number,
  kind: BlockKind,
  collector: TermCollector,
  formTerms: (FormTerms | undefined | null)[],
  weights: TermWeights,
): void {
  const place = placeWeight(kind, weights)
  const pairPlace = weights.pair * (kind === 'title' ? weights.titlePair : place)
  const last = words.sentenceStarts[sentence + 1]!
  let previous: FormTerms | undefined
  let previousToken = -1
  for (let token = words.sentenceStarts[sentence]!; token < last; token++) {
    const index = words.formOf[token]!
    if (index < 0) {
      previous = undefined
      continue
    }
    const form = words.forms[index]!
    let terms = formTerms[index]
    if (terms === undefined) formTerms[index] = terms = collector.readForm(form)
    if (!terms) continue
    collector.add(terms.own, place * terms.weight)
    for (const part of terms.parts) collector.add(part, place * weights.part)
    if (previous && words.forms[words.formOf[previousToken]!]!.language === form.language) {
      const start = words.starts[previousToken]!
      collector.addPair(previous, terms, form.language, pairPlace, () => text.slice(start, words.ends[token]!))
    }
    previous = terms
    previousToken = token
  }
}

function placeWeight(kind: BlockKind, weights: TermWeights): number {
  if (kind === 'title') return weights.title
  if (kind === 'lead') return weights.lead
  return kind === 'heading' ? weights.heading : 1
}

/** The lead, or the paragraph that stands in its place: the first of the article. -1 where there is none. */
function findLead(document: Document): number {
  const lead = document.blocks.findIndex((block) => block.kind === 'lead')
  return lead >= 0 ? lead : document.blocks.findIndex((block) => block.kind === 'paragraph')
}

/**
 * What makes a word one with its other forms in any article: language code and lemma. Unlike `form.key` it does not
 * hang on whether this document shows the word to be a name, so that two articles agree.
 */
export function termKey({ language, lower, isNumber, key }: WordForm): string {
  return language && !isNumber ? `${language.code}:${lemmatize(language, lower)}` : key
}

/** Whether a word says anything of its own: no stop word, in this form or as lemma, and no single letter. */
export function isTerm(form: WordForm): boolean {
  if (form.isStopword || form.lower.length < 2) return false
  return !form.language || !stopwordsOf(form.language).has(lemmatize(form.language, form.lower))
}

class TermCollector implements Terms {
  readonly keys: string[] = []
  readonly counts: number[] = []
  readonly rarities: number[] = []
  readonly labels: string[] = []
  private readonly indexes = new Map<string, number>()

  constructor(private readonly weights: TermWeights) {}

  /** The terms of a form, or null where it gives none. */
  readForm(form: WordForm): FormTerms | null {
    if (!isTerm(form)) return null
    const key = termKey(form)
    const { language } = form
    const spelling = key.slice(key.indexOf(':') + 1)
    const ownRarity = language ? rarity(language, spelling) : unknownRarity
    return {
      own: this.indexOf(key, form.surface, ownRarity),
      parts: this.readParts(form, key),
      weight: form.isNumber ? this.weights.number : 1,
      spelling,
      rarity: ownRarity,
    }
  }

  private readParts(form: WordForm, own: string): number[] {
    const { language } = form
    if (!language) return []
    const indexes: number[] = []
    for (const part of partsOf(form)) {
      const spelling = lemmatize(language, part)
      const key = `${language.code}:${spelling}`
      if (spelling.length < 3 || key === own || stopwordsOf(language).has(spelling)) continue
      indexes.push(this.indexOf(key, part, rarity(language, spelling)))
    }
    return indexes
  }

  add(index: number, count: number): void {
    this.counts[index]! += count
  }

  addPair(
    first: FormTerms,
    second: FormTerms,
    language: Language | undefined,
    count: number,
    label: () => string,
  ): void {
    const key = `${language?.code ?? 'und'}:${first.spelling} ${second.spelling}`
    const index = this.indexes.get(key)
    if (index !== undefined) this.counts[index]! += count
    else {
      // by hand, after trials: a pair as rare as its rarer word; rarer than that, pairs push out words where an index keeps a share.
      this.add(this.indexOf(key, label(), Math.max(first.rarity, second.rarity)), count)
    }
  }

  private indexOf(key: string, label: string, bits: number): number {
    let index = this.indexes.get(key)
    if (index === undefined) {
      index = this.keys.length
      this.indexes.set(key, index)
      this.keys.push(key)
      this.counts.push(0)
      this.rarities.push(bits)
      this.labels.push(label)
    } else this.labels[index] = betterLabel(this.labels[index]!, label)
    return index
  }
}

/** Of two printed forms of one term, the one that looks more like an entry: shorter, then with fewer capitals. */
function betterLabel(kept: string, other: string): string {
  if (other.length !== kept.length) return other.length < kept.length ? other : kept
  return other > kept ? other : kept
}

/** By hand: a word in a language without data is as rare as the rarer half of a vocabulary. */
const unknownRarity = 16
