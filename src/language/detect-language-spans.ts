import type { LanguageSpan } from '../model/detection.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { isConvincing, probabilities } from './calibrate.js'
import { addWords, isQuote, makeSpanWords } from './collect-words.js'
import type { DetectorTable } from './detector-table.js'
import { findDetector } from './find-detector.js'
import { Break, type SpanCosts, type SpanWords, STRIDE, segmentWords } from './segment-words.js'
import { countStrangeLetters } from './strange-letters.js'

/** Text longer than this many code units is cut into stretches, each segmented alone: bounds memory. By hand. */
const STRETCH = 1 << 18

/** A run of words in one language. */
interface Run {
  start: number
  end: number
  language: number
  mass: number
  words: number
  readonly sums: Int32Array
}

/**
 * Which language each part of a text is in: maximal runs in order that cover all its prose.
 *
 * A change of language must pay for itself: dearly within a sentence, less at a quotation mark or bracket, little at the
 * end of a line or block; and the more, the rarer the language is in the text. So an English title in a Danish sentence is
 * found, and a Danish article with English names stays Danish.
 * @param languages - the table comes from the first that has one.
 * @param input - bare text, or a document, whose blocks without a span are no prose.
 * @returns spans into the very string given (or `document.text`). Neighbours differ in language. White space and
 *   quotation marks between two spans belong to none. Text with nothing to go by is one span `und` of confidence 0; empty
 *   text gives `[]`.
 * @throws TypeError when `input` is neither; never for odd text.
 * @remarks O(length).
 */
export function detectLanguageSpans(
  languages: readonly Pick<Language, 'detector'>[],
  input: string | Pick<Document, 'text' | 'blocks'>,
): LanguageSpan[] {
  const text = typeof input === 'string' ? input : input?.text
  if (typeof text !== 'string' || (typeof input !== 'string' && !Array.isArray(input.blocks))) {
    throw new TypeError(
      `detectLanguageSpans: wanted a string or a document; got ${input === null ? 'null' : typeof input}`,
    )
  }
  const table = findDetector(languages)
  if (typeof input === 'string') return findSpans(table, input)
  const kept = documentSpans.get(input)
  const spans = kept?.table === table ? kept.spans : findSpans(table, input)
  documentSpans.set(input, { table, spans })
  return spans.map((span) => ({ ...span })) // the caller may do with them as it likes
}

/** Spans of documents: words and analysis both ask for them. Kept as long as the document is. */
const documentSpans = new WeakMap<
  object,
  { readonly table: DetectorTable | null; readonly spans: readonly LanguageSpan[] }
>()

function findSpans(table: DetectorTable | null, input: string | Pick<Document, 'text' | 'blocks'>): LanguageSpan[] {
  const text = typeof input === 'string' ? input : input.text
  const parts = typeof input === 'string' ? [{ start: 0, end: text.length }] : input.blocks.flatMap((b) => b.span ?? [])
  const runs: Run[] = []
  if (table) {
    for (const stretch of stretches(text, parts)) addRuns(table, text, stretch, runs)
  }
  if (runs.length === 0) return undetermined(text, parts)
  return toSpans(table!, text, runs, parts)
}

/** Parts in groups of about `STRETCH` code units; longer parts are cut at white space. */
function stretches(text: string, parts: readonly { start: number; end: number }[]): { start: number; end: number }[][] {
  const groups: { start: number; end: number }[][] = []
  let group: { start: number; end: number }[] = []
  let size = 0
  for (const part of parts) {
    let { start } = part
    while (start < part.end) {
      let end = Math.min(part.end, start + STRETCH - size)
      while (end < part.end && text.charCodeAt(end) > 32 && end - start < 2 * STRETCH) end++
      group.push({ start, end })
      size += end - start
      start = end
      if (size >= STRETCH) {
        groups.push(group)
        group = []
        size = 0
      }
    }
  }
  if (group.length > 0) groups.push(group)
  return groups
}

function addRuns(
  table: DetectorTable,
  text: string,
  parts: readonly { start: number; end: number }[],
  runs: Run[],
): void {
  const words = makeSpanWords(64 + parts.reduce((sum, { start, end }) => sum + ((end - start) >> 3), 0))
  for (const { start, end } of parts) addWords(table, text, start, end, Break.block, words)
  const chosen = languageOfWords(words, table.languages.length + 1, spanCosts(table))
  for (let word = 0; word < words.count; word++) {
    const language = chosen[word]!
    let run = runs.at(-1)
    if (run === undefined || run.language !== language) {
      run = { start: words.starts[word]!, end: 0, language, mass: 0, words: 0, sums: new Int32Array(STRIDE) }
      runs.push(run)
    }
    run.end = words.ends[word]!
    run.mass += words.masses[word]!
    run.words++
    for (let place = 0; place < table.languages.length; place++) {
      run.sums[place]! += words.sums[word * STRIDE + place]!
    }
  }
}

/** Twice through: the second time a change to a language that is rare in the text costs more. */
export function languageOfWords(words: SpanWords, size: number, costs: SpanCosts): Uint8Array {
  const entry = new Int32Array(size)
  const first = segmentWords(words, size, costs, entry)
  const shares = new Float64Array(size)
  let total = 0
  for (let word = 0; word < words.count; word++) {
    shares[first[word]!]! += words.masses[word]!
    total += words.masses[word]!
  }
  if (total === 0 || shares.includes(total)) return first
  // Steps of one percent, so that the last bit of a logarithm never decides.
  for (let language = 0; language < size; language++) {
    const percent = Math.round((100 * shares[language]!) / total)
    entry[language] = Math.round(-costs.rare * Math.log((percent + 1) / 101))
  }
  return segmentWords(words, size, costs, entry)
}

function spanCosts(table: DetectorTable): SpanCosts {
  return {
    change: table.settings.get('change') ?? [120, 100, 60, 60, 30, 20],
    most: table.settings.get('most')?.[0] ?? 60,
    rare: table.settings.get('rare')?.[0] ?? 5,
  }
}

/** Runs as spans. Two runs part at the last white space between them; quotation marks there belong to none. */
function toSpans(
  table: DetectorTable,
  text: string,
  runs: readonly Run[],
  parts: readonly { readonly start: number; readonly end: number }[],
): LanguageSpan[] {
  const bounds = trimmed(text, parts)
  const spans: LanguageSpan[] = []
  let start = bounds.start
  for (const [place, run] of runs.entries()) {
    const next = runs[place + 1]
    let end = bounds.end
    let nextStart = end
    if (next !== undefined) {
      nextStart = next.start
      while (nextStart > run.end && text.charCodeAt(nextStart - 1) > 32) nextStart--
      end = nextStart
      while (end > run.end && (text.charCodeAt(end - 1) <= 32 || isQuote(text, end - 1))) end--
      while (nextStart < next.start && isQuote(text, nextStart)) nextStart++
    }
    const language = table.languages[run.language]
    const strange = countStrangeLetters(table.letters, text, run.start, run.end) / run.words
    if (language === undefined || run.mass === 0 || !isConvincing(table, run.sums, run.language, run.mass, strange)) {
      const before = spans.at(-1)
      if (before?.language === 'und') spans[spans.length - 1] = { ...before, end }
      else spans.push({ start, end, language: 'und', confidence: 0 })
    } else {
      const share = probabilities(table, run.sums, 0, run.mass)[run.language]!
      spans.push({ start, end, language, confidence: Math.floor(share * 10_000 + 1e-6) / 10_000 })
    }
    start = nextStart
  }
  return spans
}

function undetermined(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): LanguageSpan[] {
  const { start, end } = trimmed(text, parts)
  return start < end ? [{ start, end, language: 'und', confidence: 0 }] : []
}

/** From the first to the last of the parts that is no white space. */
function trimmed(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number } {
  let start = parts[0]?.start ?? 0
  let end = parts.at(-1)?.end ?? 0
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (end > start && text.charCodeAt(end - 1) <= 32) end--
  return { start, end }
}
