import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Language } from '../../../src/model/language.js'
import { tokenize } from '../../../src/text/tokenize.js'
import { lemmatize } from '../../../src/words/lemmatize.js'
import { splitCompound } from '../../../src/words/split-compound.js'
import { stopwordsOf } from '../../../src/words/stopwords.js'

/** Segments of text in two languages as numbers of lemmas, and the lemmas. */
export interface ParallelText {
  readonly lemmas: readonly [string[], string[]]
  readonly segments: (readonly [Int32Array, Int32Array])[]
}

/** Text whose licences allow derived counts to be shipped, and that no page of the evaluation archives comes from. */
export const generalCorpora: readonly string[] = ['europarl', 'tatoeba', 'cldr']

/**
 * The same with manuals and news. The Debian site's other pages are left out: some are under a licence that says nothing
 * of derived data.
 */
export const allCorpora: readonly string[] = [
  ...generalCorpora,
  'libreoffice-help',
  'business-central',
  'debian-news-security',
]

const evaluation = new URL('../../../../shared/eval/parallel/', import.meta.url)

/** Reads corpora: lemmas of all words but stop words, compounds as their parts, in order. */
export function readParallel(languages: readonly [Language, Language], corpora: readonly string[]): ParallelText {
  const readers = languages.map((language) => new LemmaReader(language))
  const segments: (readonly [Int32Array, Int32Array])[] = []
  for (const name of corpora) {
    const file = new URL(`${name}.da-en.tsv.gz`, evaluation)
    if (!existsSync(file)) throw new Error(`the evaluation data is not here: ../shared/eval/parallel/${name}`)
    for (const line of gunzipSync(readFileSync(file)).toString('utf8').normalize('NFC').split('\n')) {
      const [first = '', second = ''] = line.split('\t')
      if (first && second) segments.push([readers[0]!.read(first), readers[1]!.read(second)])
    }
  }
  return { lemmas: [readers[0]!.lemmas, readers[1]!.lemmas], segments }
}

class LemmaReader {
  readonly lemmas: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly kept = new Map<string, readonly number[]>()

  constructor(private readonly language: Language) {}

  read(text: string): Int32Array {
    const numbers: number[] = []
    let isFirst = true
    for (const { start, end, kind } of tokenize(this.language, text)) {
      if (kind !== 'word') continue
      const surface = text.slice(start, end)
      const lower = surface.toLowerCase()
      // A name is no compound.
      const isName = !isFirst && surface.slice(0, 1) !== lower.slice(0, 1)
      isFirst = false
      numbers.push(...this.lookUp(lower, isName))
    }
    return Int32Array.from(numbers)
  }

  private lookUp(lower: string, isName: boolean): readonly number[] {
    const key = isName ? `^${lower}` : lower
    let numbers = this.kept.get(key)
    if (!numbers) this.kept.set(key, (numbers = this.lemmasOf(lower, isName).map((lemma) => this.numberOf(lemma))))
    return numbers
  }

  private lemmasOf(lower: string, isName: boolean): string[] {
    const stopwords = stopwordsOf(this.language)
    const lemma = lemmatize(this.language, lower)
    if (lower.length < 2 || stopwords.has(lower) || stopwords.has(lemma)) return []
    const parts = isName ? [lemma] : splitCompound(this.language, lemma)
    return parts.length < 2 ? [lemma] : parts.map((part) => lemmatize(this.language, part.replace(/[-‐‑]$/, '')))
  }

  private numberOf(lemma: string): number {
    let number = this.numbers.get(lemma)
    if (number === undefined) {
      this.numbers.set(lemma, (number = this.lemmas.length))
      this.lemmas.push(lemma)
    }
    return number
  }
}
