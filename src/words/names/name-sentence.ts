import type { Language } from '../../model/language.js'
import { scanTokens, WordToken } from '../../text/scan-tokens.js'
import { NumberToken } from '../../text/token-kind.js'
import { type NameLists, nameListsOf } from './name-lists.js'

/** A sentence as the search for names reads it. All arrays stand beside each other, one place a token. */
export interface NameSentence {
  readonly language: Language
  readonly lists: NameLists
  readonly surfaces: readonly string[]
  readonly lowers: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Whether it is a word written with a capital. */
  readonly capital: readonly boolean[]
  readonly isNumber: readonly boolean[]
}

/** A stretch of tokens that may hold names: capital words, with small name words and numbers between or after them. */
export interface NameRun {
  readonly from: number
  readonly to: number
}

/** Small words and numbers in a row inside a run are at most so many. By hand: "Ministry of the Interior". */
const mostBetween = 2
/** A run is cut here: headlines in capitals and hostile text. By hand. */
const longestRun = 40

/** Reads the sentence at `start`–`end`; undefined when no word in it has a capital. */
export function readNameSentence(
  language: Language,
  text: string,
  start: number,
  end: number,
): NameSentence | undefined {
  const surfaces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const capital: boolean[] = []
  const isNumber: boolean[] = []
  let hasCapital = false
  scanTokens(language, text, start, end, (from, to, kind) => {
    const surface = text.slice(from, to)
    const isCapital = kind === WordToken && startsWithCapital(surface)
    hasCapital ||= isCapital
    surfaces.push(surface)
    starts.push(from)
    ends.push(to)
    capital.push(isCapital)
    isNumber.push(kind === NumberToken)
  })
  if (!hasCapital) return undefined
  return {
    language,
    lists: nameListsOf(language),
    surfaces,
    lowers: surfaces.map((surface) => surface.toLowerCase()),
    starts,
    ends,
    capital,
    isNumber,
  }
}

/** The runs of a sentence in order. */
export function nameRuns({ capital, isNumber, lowers, lists }: NameSentence): NameRun[] {
  const runs: NameRun[] = []
  for (let from = 0; from < capital.length; from++) {
    if (!capital[from]) continue
    let to = from + 1
    for (let next = to; next < capital.length && next - to <= mostBetween && to - from < longestRun; next++) {
      if (capital[next]) to = next + 1
      else if (isNumber[next] && next === to) to = next + 1
      else if (!lists.particles.has(lowers[next]!)) break
    }
    runs.push({ from, to })
    from = to - 1
  }
  return runs
}

/** A capital first, or inside (`eBay`, `3F`); not `@name`. */
function startsWithCapital(surface: string): boolean {
  return /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu}|\p{N}{1,3}\p{Lu}|\p{L}+['’-]\p{Lu})/u.test(surface)
}
