import type { Document } from '../model/document.js'
import type { Words } from '../words/read-words.js'
import { findSpeaker, type SpeakerSearch, speakerSearch } from './find-speaker.js'

/** Words of somebody that the article quotes. */
export interface Quotation {
  /** First token of the words. */
  readonly first: number
  /** The token after the last. */
  readonly end: number
  /** Who said them, as the article names the person. */
  readonly speaker?: string
}

/** Which words of a document are somebody's. */
export interface Quotations {
  readonly quotations: readonly Quotation[]
  /** Beside the tokens: 1 more than the index of the quotation the token stands in; 0 outside. */
  readonly quotationOf: Uint32Array
}

const closingMarks: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”"'],
  ['”', '”'],
  ['„', '“”"'],
  ['»', '«'],
  ['«', '»'],
  ['‘', '’'],
])
const dashes = '-–—'
// by hand: fewer words between marks are a title, a term or irony, not what somebody said
const leastWords = 4

/**
 * The quotations of a document: words between quotation marks of any kind (»…«, ”…”, “…”, "…", ‘…’), paragraphs of
 * dialogue that open with a dash, and sentences that end in who said them ("Det er dyrt, siger Anna Holm."). The speaker
 * is looked for before, after and between the parts; a pronoun stands for the speaker last named. Words of a few letters
 * between marks count only where a speaker is named. O(tokens).
 */
export function findQuotations(document: Document, words: Words): Quotations {
  const quotations: Quotation[] = []
  const search = speakerSearch(document, words)
  let sentence = 0
  while (sentence < document.sentences.length) {
    const { block } = document.sentences[sentence]!
    const first = words.sentenceStarts[sentence]!
    while (sentence < document.sentences.length && document.sentences[sentence]!.block === block) sentence++
    const kind = document.blocks[block]?.kind
    if (kind === 'title' || kind === 'heading') continue
    quotations.push(...quotationsOfBlock(search, first, words.sentenceStarts[sentence]!, kind === 'list-item'))
  }
  const quotationOf = new Uint32Array(words.count)
  for (const [index, { first, end }] of quotations.entries()) quotationOf.fill(index + 1, first, end)
  return { quotations, quotationOf }
}

function quotationsOfBlock(search: SpeakerSearch, first: number, end: number, isListItem: boolean): Quotation[] {
  const marked = markedParts(search, first, end)
  const isDialogue = dashes.includes(search.textOf(first)) && search.isPunctuation(first)
  const found: Quotation[] = []
  if (marked.length === 0) {
    for (const tag of search.tagsBetween(first, end)) {
      // in dialogue the words go on after the tag, to the end of the paragraph
      const whole = isDialogue || isListItem
      found.push({ first: whole ? first : tag.sentenceFirst, end: tag.place, ...named(tag.speaker) })
      if (whole) {
        if (tag.end < end) found.push({ first: tag.end, end, ...named(tag.speaker) })
        return found
      }
    }
    return found
  }
  let speaker: string | undefined
  for (const [index, part] of marked.entries()) {
    const before = marked[index - 1]?.end ?? first
    const after = marked[index + 1]?.first ?? end
    const heard = findSpeaker(search, { before, first: part.first, end: part.end, after })
    speaker = heard?.speaker ?? (heard === undefined && index > 0 ? speaker : undefined)
    if (!heard && wordsBetween(search, part.first, part.end) < leastWords) continue
    found.push({ ...part, ...named(speaker) })
  }
  return found
}

function named(speaker: string | undefined): { speaker?: string } {
  return speaker ? { speaker } : {}
}

function wordsBetween(search: SpeakerSearch, first: number, end: number): number {
  let count = 0
  for (let token = first; token < end; token++) if (!search.isPunctuation(token)) count++
  return count
}

/** Stretches between quotation marks. A mark that is never closed opens nothing, unless the paragraph begins with it. */
function markedParts(search: SpeakerSearch, first: number, end: number): { first: number; end: number }[] {
  const parts: { first: number; end: number }[] = []
  let token = first
  const neverClosed = new Set<string>()
  while (token < end) {
    const mark = search.textOf(token)
    const closing = search.isPunctuation(token) && !neverClosed.has(mark) ? closingMarks.get(mark) : undefined
    if (!closing) {
      token++
      continue
    }
    let close = token + 1
    while (close < end && !(search.isPunctuation(close) && closing.includes(search.textOf(close)))) close++
    if (close === end && token !== first) {
      neverClosed.add(mark)
      token++
      continue
    }
    if (close > token + 1) parts.push({ first: token + 1, end: close })
    token = close + 1
  }
  return parts
}
