import type { Language } from '../model/language.js'
import { classOfLetter, letters, type WordClass } from './class-letters.js'
import { type EndingTable, unpackEndings } from './ending-table.js'

/** What is known of word classes. */
export interface ClassTable {
  readonly endings: EndingTable
  /** Beside the endings' answers. */
  readonly likeliest: readonly WordClass[]
  /** Beside the endings' answers: their number for the tagger. */
  readonly numbers: readonly number[]
  /** Classes seen at a glance (`#`, `p,`) by name. */
  readonly numberOf: ReadonlyMap<string, number>
  readonly words: ReadonlyMap<string, number>
  /** Feature to weights by letter. */
  readonly weights: ReadonlyMap<number, Int8Array>
}

const cache = new WeakMap<Language, ClassTable>()

/** The word classes of a language, unpacked at first use. */
export function classTable(language: Language): ClassTable {
  let table = cache.get(language)
  if (!table) cache.set(language, (table = unpack(language.wordClasses)))
  return table
}

function unpack(packed: string): ClassTable {
  const [packedEndings = '', words = '', classes = '', weights = ''] = packed.split('\n\n')
  const endings = unpackEndings(packedEndings)
  const numberOf = new Map(classes.split('\n').map((name, index) => [name, index + 1]))
  return {
    endings,
    likeliest: endings.answers.map((answer) => classOfLetter.get(answer[0] ?? '') ?? 'noun'),
    numbers: endings.answers.map((answer) => numberOf.get(answer) ?? 0),
    numberOf,
    words: new Map(words.split('\n').map((word, index) => [word, index + 1])),
    weights: unpackWeights(weights),
  }
}

function unpackWeights(packed: string): Map<number, Int8Array> {
  const weights = new Map<number, Int8Array>()
  let feature = 0
  for (const line of packed.split('\n')) {
    const gap = line.indexOf(' ')
    if (gap < 0) continue
    feature += Number.parseInt(line.slice(0, gap), 36)
    const values = new Int8Array(letters.length)
    for (let at = gap + 1; at < line.length; at += 2) values[letters.indexOf(line[at]!)] = line.charCodeAt(at + 1) - 78
    weights.set(feature, values)
  }
  return weights
}
