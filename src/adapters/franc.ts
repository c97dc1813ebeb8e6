import { franc } from 'franc'
import type { LanguageDetection } from '../model/detection.js'
import { detectorLanguages, francCodes } from '../packed/franc-codes.js'

/** `detectLanguage` of `klartekst`, or of `klartekst/core` with its languages bound. */
export type DetectLanguage = (text: string, options?: { readonly languages?: readonly string[] }) => LanguageDetection

/** Under this confidence the answer may be a guess, and franc is asked whether it knows better. By hand. */
const SURE = 0.9
/** franc is asked about a guess only when there are so many letters. Fitted: with 20 it is wrong more often than right. */
const LEAST_LETTERS = 40
/**
 * How often franc is right on what we hand it in Latin letters, by how many of them: to which number, what share. Fitted on
 * half of the messages of the TypeScript compiler in far languages, which franc was not learnt on; see
 * test/evaluation/REPORT.md. The first by hand: a shorter text is seldom handed on.
 */
const LATIN_CONFIDENCE: readonly (readonly [letters: number, confidence: number])[] = [
  [20, 0.5],
  [40, 0.58],
  [80, 0.79],
  [Number.POSITIVE_INFINITY, 0.89],
]
/** And in other scripts, most of which are of few languages. Fitted on the same; no length differs much. */
const OTHER_CONFIDENCE = 0.95

/**
 * `detectLanguage` with franc's long tail of some 165 more languages behind it: text that is in none of the languages that
 * klartekst knows is handed to the package `franc`, which must be installed (`npm install franc`).
 *
 * What klartekst knows it answers as before, so Danish and its neighbours stay as they are. Handed on is what it calls `und`
 * and, from 40 letters on, what it is not sure of where franc sees a language of the tail.
 * @param detectLanguage - klartekst's own.
 * @returns a function of the same shape. Its languages are BCP 47 (`it`, `zh`), or ISO 639-3 where there is no shorter code
 *   (`ceb`). The confidence of franc's answers is how often it is right in such a script, at such a length; it names
 *   one candidate. `und` where
 *   franc has no answer: less than ten characters, no letters. With `languages` franc is not asked, since the caller says
 *   that the text is in one of those.
 * @throws as `detectLanguage` does; RangeError too for `languages` of the tail.
 * @remarks What is handed on costs what franc costs, some milliseconds, whatever its length. As CommonJS it needs a Node that
 *   can require ES modules (20.19, 22.12): franc is one.
 * @example withFranc(detectLanguage)('Il ponte rimarrà chiuso fino alla primavera prossima').language //=> 'it'
 */
export function withFranc(detectLanguage: DetectLanguage): DetectLanguage {
  return (text, options) => {
    const own = detectLanguage(text, options)
    if (options?.languages !== undefined || own.confidence >= SURE) return own
    if (own.language === 'und') return askFranc(text, readCodes().ours) ?? own
    return (count(text, /\p{L}/gu) >= LEAST_LETTERS && askFranc(text, [])) || own
  }
}

/** franc's answer, if it is a language of the tail. @param ignore - ISO 639-3 codes that franc shall not answer with */
function askFranc(text: string, ignore: string[]): LanguageDetection | undefined {
  const { names, ours } = readCodes()
  const code = franc(text, { ignore })
  if (code === 'und' || ours.includes(code)) return undefined
  const language = names.get(code) ?? code
  const latin = count(text, /\p{Script=Latin}/gu)
  const confidence =
    2 * latin < count(text, /\p{L}/gu) ? OTHER_CONFIDENCE : (LATIN_CONFIDENCE.find(([most]) => latin < most)?.[1] ?? 0)
  return { language, confidence, candidates: [{ language, confidence }] }
}

let read: { readonly names: ReadonlyMap<string, string>; readonly ours: string[] } | undefined

/** BCP 47 codes by ISO 639-3 code where they differ, and the ISO 639-3 codes of what klartekst knows itself. */
function readCodes(): { readonly names: ReadonlyMap<string, string>; readonly ours: string[] } {
  if (!read) {
    const rows = francCodes.split('\n').map((row) => row.split('\t') as [string, string])
    const own = new Set(detectorLanguages.split(' '))
    read = { names: new Map(rows), ours: rows.filter(([, name]) => own.has(name)).map(([code]) => code) }
  }
  return read
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0
}
