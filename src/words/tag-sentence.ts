import type { Language } from '../model/language.js'
import { classOfLetter, letters } from './class-letters.js'
import { classTable } from './class-table.js'
import { answerOf } from './ending-table.js'
import { endingOf, featureKinds, letterAtSight, shapeOf, sightOf, writeFeatures } from './tag-features.js'
import type { WordClass } from './word-class.js'

const mark = letters.indexOf('.')

/**
 * The class of each token of a sentence, judged by the word and its neighbours.
 * @param tokens - all tokens in order, punctuation too, as printed.
 * @remarks One pass, linear. Averaged perceptron (Collins 2002) over what endings say; learnt by data/learn/learn-words.ts.
 */
export function tagSentence(language: Language, tokens: readonly string[]): WordClass[] {
  return tagLetters(language, tokens).map((letter) => classOfLetter.get(letter) ?? 'other')
}

/** The same with the classes of Universal Dependencies, one letter each; see `class-letters.ts`. For evaluation. */
export function tagLetters(language: Language, tokens: readonly string[]): string[] {
  const table = classTable(language)
  const { length } = tokens
  const classes = new Int32Array(length)
  const words = new Int32Array(length)
  const shapes = new Int32Array(length)
  const endings = new Int32Array(length)
  // What is no word, by its class; -1 for words.
  const atSight = new Int8Array(length)
  let isFirst = true
  for (let at = 0; at < length; at++) {
    const token = tokens[at]!
    const lower = token.toLowerCase()
    const sight = sightOf(lower)
    atSight[at] = letterAtSight(sight)
    endings[at] = endingOf(lower)
    const answer = sight === '' ? answerOf(table.endings, lower) : -1
    classes[at] = answer >= 0 ? table.numbers[answer]! : (table.numberOf.get(sight) ?? 0)
    words[at] = table.words.get(lower) ?? 0
    shapes[at] = shapeOf(token, isFirst && atSight[at] !== mark)
    if (atSight[at] !== mark) isFirst = false
  }
  const input = { length, classes, words, shapes, endings }
  const features = new Int32Array(featureKinds)
  const scores = new Int32Array(letters.length)
  const result: string[] = []
  let before = 0
  let before2 = 0
  for (let at = 0; at < length; at++) {
    let best = atSight[at]!
    if (best < 0) {
      writeFeatures(input, at, before, before2, features)
      scores.fill(0)
      for (const feature of features) {
        const weights = feature < 0 ? undefined : table.weights.get(feature)
        if (weights) for (let letter = 0; letter < weights.length; letter++) scores[letter]! += weights[letter]!
      }
      best = 0
      for (let letter = 1; letter < scores.length; letter++) if (scores[letter]! > scores[best]!) best = letter
    }
    result.push(letters[best]!)
    before2 = before
    before = best + 1
  }
  return result
}
