/** Learns both tables of word classes: endings, and the weights of the tagger that reads them. */

import { letters } from '../../../src/words/class-letters.js'
import { answerOf, unpackEndings } from '../../../src/words/ending-table.js'
import { mostClasses, sightOf } from '../../../src/words/tag-features.js'
import { packEndings } from '../pack-words.js'
import { learnClasses } from './learn-classes.js'
import { learnTagger, type TaggerExample, taggerExample } from './learn-tagger.js'
import type { Fact } from './sources.js'
import type { Tagged } from './tagged.js'

/** Rows of the two tables. */
export interface WordClassTables {
  readonly endings: string[]
  readonly tagger: string[]
}

const folds = 3
// by hand: sizes that keep both tables together under 60 kB gzipped.
const listedWords = 400
const features = 6000
const cost = 1

export function learnWordClasses(
  sentences: readonly (readonly Tagged[])[],
  facts: readonly Fact[],
  open: ReadonlyMap<string, number>,
): WordClassTables {
  const names = ['']
  const numberOf = (name: string): number => {
    let number = names.indexOf(name)
    if (number < 0) number = names.push(name) - 1
    return number < mostClasses ? number : 0
  }
  const classesBy = (part: readonly (readonly Tagged[])[]): { rows: string[]; classOf: (lower: string) => number } => {
    const rows = learnClasses(part, facts, open, cost).map(({ ending, answer }) => `${ending}\t${answer}`)
    const table = unpackEndings(packEndings(rows))
    const classOf = (lower: string): number => {
      const sight = sightOf(lower)
      if (sight !== '') return numberOf(sight)
      const answer = answerOf(table, lower)
      return answer < 0 ? 0 : numberOf(table.answers[answer]!)
    }
    return { rows, classOf }
  }
  const { rows, classOf } = classesBy(sentences)
  for (const row of rows) numberOf(row.split('\t')[1]!)
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    for (const { word, letter } of sentence) {
      if (letter !== 'P' && letter !== '.') counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
    }
  }
  const listed = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, listedWords)
    .map(([word]) => word)
  const listedNumber = new Map(listed.map((word, index) => [word, index + 1]))
  const wordOf = (lower: string): number => listedNumber.get(lower) ?? 0
  // The classes of a sentence come from the other sentences, as they do for text not seen.
  const examples: TaggerExample[] = []
  for (let fold = 0; fold < folds; fold++) {
    const others = classesBy(sentences.filter((_, index) => index % folds !== fold)).classOf
    sentences.forEach((sentence, index) => {
      if (index % folds === fold) examples.push(taggerExample(sentence, others, wordOf))
    })
  }
  sentences.forEach((sentence) => {
    for (const { word } of sentence) classOf(word.toLowerCase())
  })
  const weights = learnTagger(examples, 6, features)
  const tagger = [
    ...listed.map((word) => `word\t${word}`),
    ...names.slice(1, mostClasses).map((name) => `class\t${name}`),
    ...[...weights].map(([feature, values]) => {
      const shown = [...values].flatMap((value, index) => (value === 0 ? [] : [`${letters[index]}${value}`]))
      return `weight\t${feature}\t${shown.join(' ')}`
    }),
  ]
  return { endings: rows, tagger }
}
