import { expect, it } from 'vitest'
import { packDetector } from '../../data/learn/pack-detector.js'
import { pairKey, visitGrams, wordHash, wordMass } from '../../src/language/keys.js'
import { makeLetters } from '../../src/language/letters.js'
import { readWords } from '../../src/language/read-words.js'
import { addWeights, scoreWord } from '../../src/language/score-word.js'
import { unpackDetector } from '../../src/language/unpack-detector.js'

const table = unpackDetector(
  packDetector(
    [
      '=er en\tda2',
      '=er et\tda1 sv-1',
      '=hund\tda7',
      '_hu\tda3 nb-2',
      'und\tnb5',
      'ø\tda1 nb1',
      '?\tsv-7',
      '=hunden\tsv4',
    ],
    ['languages\tda nb sv', 'sharpness\t1.5 2', 'most\t60'],
  ),
)

/** What each word of a text says for da, nb, sv. */
function sumsOf(text: string): number[][] {
  const found: number[][] = []
  readWords(table.letters, text, 0, text.length, (codes, length) => {
    const sums = new Int16Array(16)
    scoreWord(table, codes, length, wordHash(codes, length), sums, 0)
    found.push([...sums.subarray(0, 3)])
  })
  return found
}

it('gives back what was packed', () => {
  expect(table.languages).toEqual(['da', 'nb', 'sv'])
  expect(table.settings.get('sharpness')).toEqual([1.5, 2])
  expect(sumsOf('Hund')).toEqual([[3 + 3 * 7, -2 + 5, 0]])
  expect(sumsOf('hunden')).toEqual([[3, -2 + 5, 3 * 4]])
  expect(sumsOf('ør kat žø')).toEqual([
    [1, 1, 0],
    [0, 0, 0],
    [1, 1, -7],
  ])
})

it('knows pairs of words', () => {
  const hashes: number[] = []
  readWords(table.letters, 'er en et', 0, 8, (codes, length) => hashes.push(wordHash(codes, length)))
  const [er, en, et] = hashes as [number, number, number]
  const sums = new Int32Array(16)
  addWeights(table, pairKey(er, en), sums, 0)
  expect([...sums.subarray(0, 3)]).toEqual([6, 0, 0])
  addWeights(table, pairKey(er, et), sums, 0)
  expect([...sums.subarray(0, 3)]).toEqual([9, 0, -3])
  addWeights(table, pairKey(en, er), sums, 0)
  expect([...sums.subarray(0, 3)]).toEqual([9, 0, -3])
})

it('counts as mass the grams that are looked up and the word', () => {
  readWords(makeLetters(), 'i af hun huset havvindmølle', 0, 27, (codes, length) => {
    let grams = 0
    visitGrams(codes, length, () => grams++)
    expect(wordMass(length)).toBe(grams + 3)
  })
})
