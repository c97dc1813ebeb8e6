import type { BlockKind, Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { rarity } from '../words/background.js'
import { lemmatize } from '../words/lemmatize.js'
import { readWords, type WordForm, type Words } from '../words/read-words.js'
import { splitCompound } from '../words/split-compound.js'
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
  readonly lemma: string
  readonly rarity: number
}

/**
 * The terms of a document with weighted counts: lemmas, pairs of neighbouring words, parts of compounds. Stop words,
 * single letters and punctuation give none; a pair never spans a stop word, punctuation or the end of a sentence.
 * O(tokens).
 */
export function readTerms(
  languages: readonly Language[],
  document: Document,
  weights: TermWeights = termWeights,
): Terms {
  const words = readWords(languages, document)
  const collector = new TermCollector(weights)
  const formTerms: (FormTerms | undefined | null)[] = new Array(words.forms.length)
  const leadBlock = findLead(document)
  for (let sentence = 0; sentence < document.sentences.length; sentence++) {
    const block = document.sentences[sentence]!.block
    const kind = block === leadBlock ? 'lead' : document.blocks[block]!.kind
    readSentence(words, sentence, kind, collector, formTerms, weights)
  }
  return collector
}

function readSentence(
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
  let previous: FormTerms | null = null
  let previousForm: WordForm | undefined
  for (let token = words.sentenceStarts[sentence]!; token < last; token++) {
    const index = words.formOf[token]!
    if (index < 0) {
      previous = null
      continue
    }
    const form = words.forms[index]!
    let terms = formTerms[index]
    if (terms === undefined) formTerms[index] = terms = collector.readForm(form)
    if (terms) {
      collector.add(terms.own, place * terms.weight)
      for (const part of terms.parts) collector.add(part, place * weights.part)
      if (previous && previousForm && previousForm.language === form.language) {
        collector.addPair(previous, terms, previousForm, form, pairPlace)
      }
    }
    previous = terms
    previousForm = form
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

class TermCollector implements Terms {
  readonly keys: string[] = []
  readonly counts: number[] = []
  readonly rarities: number[] = []
  readonly labels: string[] = []
  private readonly indexes = new Map<string, number>()

  constructor(private readonly weights: TermWeights) {}

  /** The terms of a form, or null where it gives none. */
  readForm(form: WordForm): FormTerms | null {
    const { language, lemma, lower } = form
    if (form.isStopword || lower.length < 2 || (language && stopwordsOf(language).has(lemma))) return null
    const ownRarity = language ? rarity(language, lemma) : unknownRarity
    return {
      own: this.indexOf(form.key, form.surface, ownRarity),
      parts: language && !form.isNumber ? this.readParts(language, form) : [],
      weight: form.isNumber ? this.weights.number : 1,
      lemma,
      rarity: ownRarity,
    }
  }

  private readParts(language: Language, { lower, lemma }: WordForm): number[] {
    const parts = splitCompound(language, lower)
    if (parts.length < 2) return []
    const indexes: number[] = []
    for (const part of parts) {
      const partLemma = lemmatize(language, part)
      if (partLemma.length < 3 || partLemma === lemma || stopwordsOf(language).has(partLemma)) continue
      indexes.push(this.indexOf(`${language.code}:${partLemma}`, part, rarity(language, partLemma)))
    }
    return indexes
  }

  add(index: number, count: number): void {
    this.counts[index]! += count
  }

  addPair(first: FormTerms, second: FormTerms, firstForm: WordForm, secondForm: WordForm, count: number): void {
    const key = `${secondForm.language?.code ?? 'und'}:${first.lemma} ${second.lemma}`
    const index = this.indexes.get(key)
    if (index !== undefined) this.counts[index]! += count
    else {
      // A pair is rarer than its rarer word; by hand: two bits for the bond between words that go together.
      const pairRarity = Math.max(first.rarity, second.rarity) + 2
      this.add(this.indexOf(key, `${firstForm.surface} ${secondForm.surface}`, pairRarity), count)
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
