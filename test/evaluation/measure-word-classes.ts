import { readFileSync } from 'node:fs'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Language } from '../../src/model/language.js'
import { classOfLetter } from '../../src/words/class-letters.js'
import { tagLetters } from '../../src/words/tag-sentence.js'
import { wordClass } from '../../src/words/word-class.js'
import { evaluationFile } from './run-scorer.js'

/** Shares right of the tokens of a set, punctuation too as its README counts; contractions with two classes left out. */
export interface ClassAccuracy {
  readonly tokens: number
  /** Universal Dependencies' 15 classes (symbols and foreign words as one), by the tagger. */
  readonly universal: number
  /** Our eight classes, by the tagger, and by the word alone. */
  readonly own: number
  readonly alone: number
  /** Commonest confusions, right then given, with counts. */
  readonly confusions: string
}

const letterOf: Readonly<Record<string, string>> = {
  ...{ NOUN: 'N', PROPN: 'P', VERB: 'V', AUX: 'X', ADJ: 'A', ADV: 'R', DET: 'D', PRON: 'O', ADP: 'I', CCONJ: 'C' },
  ...{ SCONJ: 'S', PART: 'T', NUM: 'M', INTJ: 'J', PUNCT: '.' },
}

type Row = { text: string; sentences: [number, number][]; tokens: [number, number, string, string, string][] }

/** Measures the tagger on a set of eval/ling, e.g. `da/ud-ddt-test`. */
export function measureWordClasses(set: string): ClassAccuracy {
  const language: Language = set.startsWith('da') ? da : en
  let [tokens, universal, own, alone] = [0, 0, 0, 0]
  const confusions = new Map<string, number>()
  for (const line of readFileSync(evaluationFile(`ling/${set}.jsonl`), 'utf8').split('\n')) {
    if (line === '') continue
    const row = JSON.parse(line) as Row
    for (const [from, to] of row.sentences) {
      const inside = row.tokens.filter(([start, end]) => start >= from && end <= to)
      const given = tagLetters(
        language,
        inside.map(([start, end]) => row.text.slice(start, end)),
      )
      for (const [index, [start, end, , , tag]] of inside.entries()) {
        if (tag.includes('+')) continue
        const right = letterOf[tag] ?? 'Z'
        const letter = given[index]!
        tokens++
        if (letter === right) universal++
        else confusions.set(`${tag}→${letter}`, (confusions.get(`${tag}→${letter}`) ?? 0) + 1)
        if (classOfLetter.get(letter) === classOfLetter.get(right)) own++
        if (wordClass(language, row.text.slice(start, end).toLowerCase()) === classOfLetter.get(right)) alone++
      }
    }
  }
  const worst = [...confusions].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 6)
  return {
    ...{ tokens, universal: universal / tokens, own: own / tokens, alone: alone / tokens },
    confusions: worst.map(([pair, count]) => `${pair} ${count}`).join(', '),
  }
}
