import type { Document } from '../model/document.js'
import type { Words } from '../words/read-words.js'
import type { Quotations } from './find-quotations.js'

/** Whole sentences of one paragraph that could be set in large type. */
export interface Candidate {
  readonly first: number
  readonly last: number
  /**
   * Into `document.text`; later than the first sentence's where a speaker's label ("MA:") stands before it, or a
   * quotation mark that is closed in another sentence.
   */
  readonly start: number
  readonly end: number
  readonly wordCount: number
  /** Its quotation marks do not match: it breaks off inside a quotation. */
  readonly isHalfQuotation: boolean
}

// by hand: the contract
const maxSentences = 3
// an item of a list that was not read as one, unless it is dialogue
const bullet = /^[-–—•*] /
const furniture = /https?:|www\.|[{}<>|@\\]|\]\(/

/**
 * Every stretch of one to three sentences of a paragraph that may stand by itself: within the limits of length, of
 * finished sentences, without addresses or leftovers of markup, what is quoted never together with what is not. Headings, captions, code and list items give none, except
 * items that are dialogue. In order of place, shorter first. O(sentences).
 */
export function findCandidates(
  document: Document,
  words: Words,
  wordCounts: Uint32Array,
  quotations: Quotations,
  limits: { readonly minWords: number; readonly maxWords: number },
): Candidate[] {
  const candidates: Candidate[] = []
  const labels = findLabels(document)
  const isFit = document.sentences.map((_, index) => mayStand(document, words, quotations, index))
  const isSaid = document.sentences.map((_, index) => holdsQuotation(words, quotations, index))
  for (let first = 0; first < document.sentences.length; first++) {
    const { block, start: sentenceStart } = document.sentences[first]!
    const start = labels.get(first)?.end ?? sentenceStart
    let wordCount = 0
    for (let last = first; last < first + maxSentences && last < document.sentences.length; last++) {
      const { block: lastBlock, end } = document.sentences[last]!
      if (lastBlock !== block || !isFit[last] || (last > first && labels.has(last))) break
      if (isSaid[last] !== isSaid[first]) break
      wordCount += wordCounts[last]!
      if (wordCount > limits.maxWords) break
      if (wordCount < Math.max(1, limits.minWords)) continue
      candidates.push({ first, last, wordCount, ...withoutLoneMark(document.text, start, end) })
    }
  }
  return candidates
}

function mayStand(document: Document, words: Words, { quotationOf }: Quotations, index: number): boolean {
  const { start, end, block } = document.sentences[index]!
  const kind = document.blocks[block]?.kind
  const isQuoted = (quotationOf[words.sentenceStarts[index]!] ?? 0) > 0
  if (kind !== 'paragraph' && kind !== 'blockquote' && !(kind === 'list-item' && isQuoted)) return false
  const text = document.text.slice(start, end)
  if (bullet.test(text) && !isQuoted) return false
  return !furniture.test(text) && isFinished(text)
}

/** Whether somebody is quoted in a sentence. */
function holdsQuotation({ sentenceStarts }: Words, { quotationOf }: Quotations, sentence: number): boolean {
  for (let token = sentenceStarts[sentence]!; token < sentenceStarts[sentence + 1]!; token++) {
    if (quotationOf[token]! > 0) return true
  }
  return false
}

/** Ends in a full stop, a question or exclamation mark, before closing marks. */
function isFinished(text: string): boolean {
  let end = text.length - 1
  while (end > 0 && '"“”»«\'’‘)]*_ '.includes(text[end]!)) end--
  return '.!?…'.includes(text[end] ?? ' ')
}

const outerMarks = '"“”„»«'

/**
 * A sentence of a longer quotation opens or closes it: the mark whose fellow stands in another sentence is left out.
 * What still has half a pair inside breaks off in a quotation.
 */
function withoutLoneMark(
  text: string,
  start: number,
  end: number,
): Pick<Candidate, 'start' | 'end' | 'isHalfQuotation'> {
  if (marksMatch(text, start, end)) return { start, end, isHalfQuotation: false }
  if (outerMarks.includes(text[start]!) && marksMatch(text, start + 1, end)) {
    return { start: start + 1, end, isHalfQuotation: false }
  }
  if (outerMarks.includes(text[end - 1]!) && marksMatch(text, start, end - 1)) {
    return { start, end: end - 1, isHalfQuotation: false }
  }
  return { start, end, isHalfQuotation: true }
}

/** Quotation marks come in pairs, parentheses too. */
function marksMatch(text: string, start: number, end: number): boolean {
  let straight = 0
  let angled = 0
  let curled = 0
  let round = 0
  for (let place = start; place < end; place++) {
    const unit = text[place]!
    if (unit === '"') straight++
    else if (unit === '»' || unit === '«') angled++
    else if (unit === '“' || unit === '”' || unit === '„') curled++
    else if (unit === '(') round++
    else if (unit === ')') round--
  }
  return straight % 2 === 0 && angled % 2 === 0 && curled % 2 === 0 && round === 0
}

/** Who speaks in an interview set out with labels. */
export interface SpeakerLabel {
  readonly speaker: string
  /** Where the words begin. */
  readonly end: number
}

const label = /^(\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,24}){0,3}):\s+(?=\S)/u

/** Labels such as "MA:" or "Anna Holm:" by their sentences, where one opens paragraphs more than once. O(sentences). */
export function findLabels(document: Document): ReadonlyMap<number, SpeakerLabel> {
  const found = new Map<number, SpeakerLabel>()
  const uses = new Map<string, number>()
  for (const [index, { start, end, block }] of document.sentences.entries()) {
    if (document.sentences[index - 1]?.block === block) continue
    const match = label.exec(document.text.slice(start, Math.min(end, start + 110)))
    const speaker = match?.[1]
    if (!match || !speaker) continue
    uses.set(speaker, (uses.get(speaker) ?? 0) + 1)
    found.set(index, { speaker, end: start + match[0].length })
  }
  for (const [index, { speaker }] of found) if ((uses.get(speaker) ?? 0) < 2) found.delete(index)
  return found
}
