import type { Document } from '../model/document.js'
import { rarity } from '../words/background.js'
import type { Words } from '../words/read-words.js'
import { placeOf } from './quote-features.js'

/**
 * Adds to each sentence's vector what its words are in the article: how near it lies to the article's centre, whether
 * it holds words of the title, how rare its words are in the language, how often the article comes back to them.
 * @param size - length of a vector. O(tokens).
 */
export function describeContent(document: Document, words: Words, values: Float64Array, size: number): void {
  const { keyOfForm, keyCount } = numberKeys(words)
  const frequency = new Uint32Array(keyCount)
  const titleKeys = new Uint8Array(keyCount)
  for (let token = 0; token < words.count; token++) {
    const key = keyOf(words, keyOfForm, token)
    if (key < 0) continue
    frequency[key]!++
    const { block } = document.sentences[words.sentences[token]!]!
    const kind = document.blocks[block]?.kind
    if (kind === 'title') titleKeys[key] = 1
  }
  const weights = new Float64Array(keyCount)
  const rarities = new Float64Array(keyCount)
  for (const [form, { language, lemma }] of words.forms.entries()) {
    const key = keyOfForm[form]!
    if (key < 0) continue
    rarities[key] = language ? Math.min(20, rarity(language, lemma)) / 20 : 0.8
    weights[key] = rarities[key]! * Math.log2(1 + frequency[key]!)
  }
  let centreNorm = 0
  for (const weight of weights) centreNorm += weight * weight
  centreNorm = Math.sqrt(centreNorm) || 1
  const seen = new Int32Array(keyCount).fill(-1)
  for (let sentence = 0; sentence < document.sentences.length; sentence++) {
    const row = values.subarray(sentence * size, (sentence + 1) * size)
    let shared = 0
    let norm = 0
    let inTitle = 0
    let rare = 0
    let rarest = 0
    let often = 0
    let distinct = 0
    let repeated = 0
    for (let token = words.sentenceStarts[sentence]!; token < words.sentenceStarts[sentence + 1]!; token++) {
      const key = keyOf(words, keyOfForm, token)
      if (key < 0) continue
      if (seen[key] === sentence) {
        repeated++
        continue
      }
      seen[key] = sentence
      distinct++
      shared += rarities[key]! * weights[key]!
      norm += rarities[key]! * rarities[key]!
      rare += rarities[key]!
      if (rarities[key]! > rarest) rarest = rarities[key]!
      often += Math.log2(frequency[key]!)
      if (titleKeys[key]) inTitle++
    }
    if (distinct === 0) continue
    row[placeOf.central] = shared / (centreNorm * Math.sqrt(norm))
    row[placeOf['words of the title']] = Math.min(3, inTitle)
    row[placeOf['rare words']] = rare / distinct
    row[placeOf['rarest word']] = rarest
    row[placeOf['words of the article']] = often / distinct
    row[placeOf.repetition] = Math.min(2, repeated)
  }
}

/** Content words of one key have one number; stop words and numbers none. */
function numberKeys(words: Words): { keyOfForm: Int32Array; keyCount: number } {
  const numbers = new Map<string, number>()
  const keyOfForm = new Int32Array(words.forms.length).fill(-1)
  for (const [form, { key, isStopword, isNumber }] of words.forms.entries()) {
    if (isStopword || isNumber) continue
    let number = numbers.get(key)
    if (number === undefined) numbers.set(key, (number = numbers.size))
    keyOfForm[form] = number
  }
  return { keyOfForm, keyCount: numbers.size }
}

function keyOf(words: Words, keyOfForm: Int32Array, token: number): number {
  const form = words.formOf[token]!
  return form < 0 ? -1 : keyOfForm[form]!
}
