import nlp from 'compromise'
import type { LanguageDetection } from '../model/detection.js'
import type { Name } from '../model/name.js'
import type { Span } from '../model/span.js'

/** `findNames` of `klartekst`, or of `klartekst/core` with its languages bound. */
export type FindNames = (text: string, options?: { readonly language?: string }) => Name[]

/** `detectLanguage` of `klartekst`, or of `klartekst/core` with its languages bound. */
export type DetectLanguage = (text: string) => LanguageDetection

const kinds = [
  ['people', 'person'],
  ['organizations', 'organisation'],
  ['places', 'place'],
] as const

/** How often a person is right that compromise alone finds. Fitted: on WNUT17 dev; see test/evaluation/REPORT.md. */
const CONFIDENCE = 0.6

/**
 * `findNames` with the people that the package `compromise` finds in English beside our own names: where it sees a person
 * and we see no name, its person is added. It must be installed (`npm install compromise`).
 *
 * A name of ours always wins over one that overlaps it. Its organisations and places are left out, for they are wrong
 * more often than right where we see none. Text that is not English is answered as before.
 * @param findNames - klartekst's own.
 * @param detectLanguage - klartekst's own: asked, paragraph by paragraph, where the caller states no language.
 * @returns a function of the same shape; names in order that do not overlap.
 * @remarks Costs what compromise costs: some 30 kB a second. It helps on tweets and chat, little on articles: see
 *   test/evaluation/REPORT.md.
 * @example withCompromise(findNames, detectLanguage)('lol Kayla Brooks is here') //=> [{ kind: 'person', … }]
 */
export function withCompromise(findNames: FindNames, detectLanguage: DetectLanguage): FindNames {
  return (text, options) => {
    const own = findNames(text, options)
    const stated = options?.language
    const people = paragraphsOf(text)
      .filter(({ start, end }) => isEnglish(stated ?? detectLanguage(text.slice(start, end)).language))
      .flatMap((paragraph) => namesIn(text, paragraph))
      .filter(({ kind }) => kind === 'person')
    return fillGaps(own, people)
  }
}

/**
 * The names of an English text as `compromise` alone sees them: people, organisations, places; an alternative to
 * `findNames`, of the same shape.
 * @param text - in English; of another language nothing sensible comes back.
 * @returns names in order that do not overlap, all of the same `confidence`, since compromise gives none.
 * @remarks As slow as compromise: some 30 kB a second.
 */
export function findCompromiseNames(text: string): Name[] {
  return fillGaps(
    [],
    paragraphsOf(text).flatMap((paragraph) => namesIn(text, paragraph)),
  )
}

/**
 * The noun phrases of an English text as `compromise` sees them, in order, without a leading determiner: candidates for
 * tags, as a `vocabulary` of `extractThemes`.
 * @param text - in English; of another language nothing sensible comes back.
 * @remarks As slow as compromise. Phrases that hold others are given whole; spans do not overlap.
 * @example findNounPhrases('The new climate agreement was signed.') //=> [{ start: 4, end: 25 }]
 */
export function findNounPhrases(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => {
    const phrases: Span[] = []
    const words = text.slice(paragraph.start, paragraph.end)
    for (const span of spansOf(words, nlp(words).nouns(), paragraph.start)) {
      const determiner =
        /^(?:the|an?|this|that|these|those|my|your|his|her|its|our|their|some|any|every|each)\s+/i.exec(
          text.slice(span.start, span.end),
        )
      const start = span.start + (determiner?.[0].length ?? 0)
      if (start < span.end && start >= (phrases[phrases.length - 1]?.end ?? 0)) phrases.push({ start, end: span.end })
    }
    return phrases
  })
}

function isEnglish(language: string): boolean {
  return /^en(?:[-_]|$)/.test(language)
}

/** Lines with text: compromise reads them one by one, so that its time stays in proportion to the text. */
function paragraphsOf(text: string): Span[] {
  return Array.from(text.matchAll(/\S[^\n]*/g), ({ 0: line, index }) => ({ start: index, end: index + line.length }))
}

function namesIn(text: string, { start, end }: Span): Name[] {
  const words = text.slice(start, end)
  const document = nlp(words)
  return kinds.flatMap(([method, kind]) =>
    spansOf(words, document[method](), start).map((span) => ({ ...span, kind, confidence: CONFIDENCE })),
  )
}

/** What compromise's `json` says of one match. */
interface Match {
  readonly text?: string
  readonly offset?: { readonly start: number; readonly length: number }
}

/** Where the matches stand, without the marks around them and a possessive ending. */
function spansOf(words: string, view: { json(options: object): unknown }, shift: number): Span[] {
  const matches = view.json({ offset: true, terms: false }) as readonly Match[]
  const spans: Span[] = []
  for (const { text, offset } of matches) {
    if (!text || !offset) continue
    // its offsets are off where it rewrote the text before
    const from = words.startsWith(text, offset.start) ? offset.start : words.indexOf(text)
    if (from < 0) continue
    const lead = /^[\p{P}\p{S}\s]*/u.exec(text)![0].length
    const bare = text
      .slice(lead)
      .replace(/[\p{P}\p{S}\s]+$/u, '')
      .replace(/['’]s?$/, '')
    if (bare !== '') spans.push({ start: shift + from + lead, end: shift + from + lead + bare.length })
  }
  return spans
}

/** Our names, and of the others those that overlap none of ours or taken before them; in order. */
function fillGaps(own: readonly Name[], others: readonly Name[]): Name[] {
  const ordered = [...others].sort((a, b) => a.start - b.start || b.end - a.end)
  const names: Name[] = []
  let next = 0
  let past = 0
  for (const name of ordered) {
    while (next < own.length && own[next]!.start < name.end) past = take(names, own[next++]!)
    if (name.start >= past) past = take(names, name)
  }
  return [...names, ...own.slice(next)]
}

function take(names: Name[], name: Name): number {
  names.push(name)
  return name.end
}
