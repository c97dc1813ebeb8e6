import { KNOTS } from '../../../src/language/calibrate.js'
import { pairKey, wordHash, wordMass } from '../../../src/language/keys.js'
import { readWords } from '../../../src/language/read-words.js'
import { addWeights, scoreWord } from '../../../src/language/score-word.js'
import { unpackDetector } from '../../../src/language/unpack-detector.js'
import { packDetector } from '../pack-detector.js'
import { LANGUAGES, readRows } from './read-corpus.js'

/**
 * Lines of data/language/settings.tsv: the languages; how sharp the probabilities are at each length of text; how much a
 * text says for its language at least.
 */
export function fitSettings(lines: readonly string[], step: number, log: (line: string) => void): string[] {
  const head = `languages\t${LANGUAGES.join(' ')}`
  const table = unpackDetector(packDetector(lines, [head]))
  const texts = readRows('langid/dev.jsonl').map(({ text, language }) => {
    const sums = new Int32Array(16)
    let mass = 0
    let before = 0
    readWords(table.letters, text, 0, text.length, (codes, length) => {
      if (length === 0) return
      const hash = wordHash(codes, length)
      scoreWord(table, codes, length, hash, sums, 0)
      if (before !== 0) addWeights(table, pairKey(before, hash), sums, 0)
      before = hash
      mass += wordMass(length)
    })
    return { sums, mass, gold: LANGUAGES.indexOf(language as (typeof LANGUAGES)[number]) }
  })
  const sharpness = KNOTS.map(() => step)
  const loss = (near: readonly { sums: Int32Array; mass: number; gold: number }[]): number => {
    let sum = 0
    for (const { sums, mass, gold } of near) {
      const scale = interpolate(sharpness, mass) / Math.sqrt(mass)
      let total = 0
      for (let language = 0; language < 14; language++) total += Math.exp((sums[language]! - sums[gold]!) * scale)
      sum += Math.log(total)
    }
    return sum
  }
  for (let round = 0; round < 6; round++) {
    for (const [knot, value] of sharpness.entries()) {
      const near = texts.filter(
        ({ mass }) =>
          mass > (KNOTS[knot - 1] ?? 0) && (mass < (KNOTS[knot + 1] ?? Infinity) || knot === KNOTS.length - 1),
      )
      let best = value
      let least = Number.POSITIVE_INFINITY
      for (let factor = 0.6; factor < 1.7; factor *= 1.06) {
        sharpness[knot] = value * factor
        // A weak pull to the neighbours: the outer knots see few texts.
        const pull = [knot - 1, knot + 1].reduce(
          (sum, other) =>
            sum + (sharpness[other] === undefined ? 0 : Math.log(sharpness[knot]! / sharpness[other]!) ** 2),
          0,
        )
        const found = loss(near) + 20 * pull
        if (found < least) [best, least] = [sharpness[knot]!, found]
      }
      sharpness[knot] = Number(best.toPrecision(4))
    }
  }
  log(`sharpness ${sharpness.join(' ')} (unit ${step.toPrecision(4)})`)
  const least = LANGUAGES.map((_, language) =>
    leastEvidence(
      texts.filter(({ gold }) => gold === language),
      language,
    ),
  )
  log(`least ${least.join(' ')}`)
  return [head, `sharpness\t${sharpness.join(' ')}`, `least\t${least.join(' ')}`]
}

/** How little a text of the language says for it at least, by mass: somewhat under the least of the longer texts of dev. */
function leastEvidence(texts: readonly { sums: Int32Array; mass: number }[], language: number): number {
  const shares = texts
    .filter(({ sums, mass }) => mass >= 150 && sums[language] === Math.max(...sums.subarray(0, LANGUAGES.length)))
    .map(({ sums, mass }) => sums[language]! / mass)
    .sort((a, b) => a - b)
  const least = Math.min(0.95 * (shares[0] ?? 0), 0.8 * (shares[Math.floor(shares.length / 100)] ?? 0))
  return Number(least.toPrecision(3))
}

function interpolate(values: readonly number[], mass: number): number {
  let upper = 0
  while (upper < KNOTS.length && KNOTS[upper]! < mass) upper++
  if (upper === 0) return values[0]!
  if (upper >= values.length) return values.at(-1)!
  const part = Math.log(mass / KNOTS[upper - 1]!) / Math.log(KNOTS[upper]! / KNOTS[upper - 1]!)
  return values[upper - 1]! * (1 - part) + values[upper]! * part
}
