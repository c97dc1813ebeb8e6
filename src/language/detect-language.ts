import type { LanguageCandidate, LanguageDetection } from '../model/detection.js'
import type { Language } from '../model/language.js'
import { isConvincing, probabilities } from './calibrate.js'
import type { DetectorTable } from './detector-table.js'
import { findDetector } from './find-detector.js'
import { pairKey, wordHash, wordMass } from './keys.js'
import { readWords } from './read-words.js'
import { addWeights } from './score-word.js'
import { countStrangeLetters } from './strange-letters.js'
import { scoreWordCached } from './word-cache.js'

/** Which languages a detection may answer with. */
export interface DetectOptions {
  /** BCP 47 codes; regions are ignored (`da-DK`), `no` means `nb` and `nn`. Default: all that the detector knows. */
  readonly languages?: readonly string[]
}

/** Texts longer than this many code units are read in samples. By hand: confidence is 1 long before. */
const LONGEST_READ = 16_000
/** Samples of a long text, evenly spaced. */
const SAMPLES = 20
/** Candidates less likely than this are not named. By hand. */
const LEAST_CONFIDENCE = 0.001

const NO_ANSWER: LanguageDetection = { language: 'und', confidence: 0, candidates: [] }

/**
 * Which language a text is in, with a calibrated probability for each language that it may be in.
 *
 * Knows da, nb, nn, sv, de, nl, is, fo, en, af, fi, fr, es, pl. Case, numbers, addresses, @names, #tags, markup and code
 * count for nothing.
 * @param languages - the table comes from the first that has one.
 * @param options.languages - limits the candidates; the probabilities are then those of a text that is in one of them,
 *   so a text in another language gets an answer too.
 * @returns `confidence` and `candidates` 0–1, four decimals, likeliest first, ties by code. A text that may be two
 *   languages says so by its confidence. `und` with confidence 0 where there is no letter to go by: empty text, numbers,
 *   other scripts than the Latin; and for a sentence or more in a language that is none of ours (most Italian, Turkish or
 *   Czech; not always the nearest kin of ours, Portuguese or Low German).
 * @throws TypeError when `text` is no string; RangeError when `options.languages` is empty or names a language that the
 *   detector does not know. Never for odd text.
 * @remarks O(length) up to 16,000 code units, of which evenly spaced samples are read beyond that.
 */
export function detectLanguage(
  languages: readonly Pick<Language, 'detector'>[],
  text: string,
  options: DetectOptions = {},
): LanguageDetection {
  if (typeof text !== 'string') throw new TypeError(`detectLanguage: wanted a string; got ${describe(text)}`)
  const table = findDetector(languages)
  const allowed = options.languages === undefined ? undefined : allowedPlaces(table, options.languages)
  if (!table) return NO_ANSWER
  const sums = new Int32Array(table.languages.length)
  const { mass, foreign, words } = scoreText(table, text, sums)
  if (mass === 0 || foreign > mass) return NO_ANSWER
  const detection = answer(table, probabilities(table, sums, 0, mass, allowed))
  if (allowed) return detection
  const strange = countStrangeLetters(table.letters, text, 0, Math.min(text.length, LONGEST_READ)) / words
  const place = table.languages.indexOf(detection.language)
  return isConvincing(table, sums, place, mass, strange) ? detection : NO_ANSWER
}

/** Adds up what the words of a text say; how much was read, in how many words, and how much in other scripts. */
function scoreText(
  table: DetectorTable,
  text: string,
  sums: Int32Array,
): { mass: number; foreign: number; words: number } {
  let mass = 0
  let words = 0
  let foreign = 0
  let before = 0
  const take = (codes: Uint8Array, length: number, start: number, end: number): void => {
    if (length === 0) {
      foreign += wordMass(end - start)
      before = 0
      return
    }
    const hash = wordHash(codes, length)
    scoreWordCached(table, codes, length, hash, sums, 0)
    if (before !== 0) addWeights(table, pairKey(before, hash), sums, 0)
    before = hash
    mass += wordMass(length)
    words++
  }
  if (text.length <= LONGEST_READ) readWords(table.letters, text, 0, text.length, take)
  else {
    const size = LONGEST_READ / SAMPLES
    const step = (text.length - size) / (SAMPLES - 1)
    for (let sample = 0; sample < SAMPLES; sample++) {
      let start = Math.floor(sample * step)
      const end = start + size
      if (sample > 0) while (start < end && text.charCodeAt(start) > 32) start++ // not from the middle of a word
      before = 0
      readWords(table.letters, text, start, end, take)
    }
  }
  return { mass, foreign, words }
}

function answer(table: DetectorTable, shares: Float64Array): LanguageDetection {
  const candidates: LanguageCandidate[] = []
  for (const [place, language] of table.languages.entries()) {
    // Rounded down, so that the sum stays within 1.
    const confidence = Math.floor((shares[place] ?? 0) * 10_000 + 1e-6) / 10_000
    if (confidence >= LEAST_CONFIDENCE) candidates.push({ language, confidence })
  }
  candidates.sort((a, b) => b.confidence - a.confidence || (a.language < b.language ? -1 : 1))
  const best = candidates[0]
  return best ? { language: best.language, confidence: best.confidence, candidates } : NO_ANSWER
}

/** For each language of the table, whether it may be answered with. */
function allowedPlaces(table: DetectorTable | null, codes: readonly string[]): boolean[] {
  const known = table?.languages ?? []
  const allowed = known.map(() => false)
  if (!Array.isArray(codes) || codes.length === 0) {
    throw new RangeError(
      `detectLanguage: wanted \`languages\` to be a list of at least one code; got ${describe(codes)}. Leave it out to allow all.`,
    )
  }
  for (const code of codes) {
    const base = String(code).toLowerCase().split(/[-_]/)[0] ?? ''
    const names = base === 'no' ? ['nb', 'nn'] : [base]
    for (const name of names) {
      const place = known.indexOf(name)
      if (place >= 0) allowed[place] = true
      else if (table) {
        throw new RangeError(
          `detectLanguage: \`languages\` names ${JSON.stringify(code)}, which the detector does not know; it knows ${known.join(', ')}`,
        )
      }
    }
  }
  return allowed
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  return typeof value === 'object' ? 'an object' : typeof value
}
