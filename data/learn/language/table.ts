import { ALPHABET, EDGE, OTHER } from '../../../src/language/letters.js'
import type { Features } from './features.js'
import type { Examples } from './make-examples.js'
import { STRIDE } from './train.js'

/** A feature as a line of the table spells it, and its weights by language, whole numbers from -7 to 7. */
export interface TableRow {
  /** A gram (`_` is a word's edge, `?` a letter beyond the alphabet), `=word` or `=first second`. */
  readonly feature: string
  readonly weights: readonly number[]
}

function spell(codes: ArrayLike<number>): string {
  let text = ''
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!
    text += code === EDGE ? '_' : code === OTHER ? '?' : ALPHABET[code - 2]
  }
  return text
}

/** The rows of a trained model; features whose weights all round to 0 are left out. Sorted by code point. */
export function toRows(examples: Examples, features: Features, weights: Float32Array, step: number): TableRow[] {
  const spellWord = (word: number): string => spell(examples.words[word]!.slice(1, -1))
  const rows: TableRow[] = []
  for (const [feature, key] of features.keys.entries()) {
    const numbers = Array.from(weights.subarray(feature * STRIDE, feature * STRIDE + 14), (weight) =>
      Math.max(-7, Math.min(7, Math.round(weight / step))),
    )
    if (numbers.every((number) => number === 0)) continue
    const [first, second] = features.sample[feature]!
    let name = `=${spellWord(first)}${second >= 0 ? ` ${spellWord(second)}` : ''}`
    if (key < 2 ** 31) {
      const codes: number[] = []
      for (let left = key; left > 0; left = Math.floor(left / 64)) codes.unshift(left % 64)
      name = spell(codes)
    }
    rows.push({ feature: name, weights: numbers.map((number) => number || 0) })
  }
  return rows.sort((a, b) => (a.feature < b.feature ? -1 : 1))
}

/** Lines of the table: feature, tab, `da3 nb-2`. */
export function formatRows(rows: readonly TableRow[], languages: readonly string[]): string {
  return rows
    .map(({ feature, weights }) => {
      const parts = weights.flatMap((weight, language) => (weight === 0 ? [] : [`${languages[language]}${weight}`]))
      return `${feature}\t${parts.join(' ')}\n`
    })
    .join('')
}

/** Reads the lines of the table again. */
export function parseRows(lines: readonly string[], languages: readonly string[]): TableRow[] {
  return lines.map((line) => {
    const [feature = '', list = ''] = line.split('\t')
    const weights = languages.map(() => 0)
    for (const part of list.split(' ')) {
      const language = languages.indexOf(part.slice(0, 2))
      const weight = Number(part.slice(2))
      if (language < 0 || !Number.isInteger(weight) || Math.abs(weight) > 7) throw new Error(`cannot read: ${line}`)
      weights[language] = weight
    }
    return { feature, weights }
  })
}
