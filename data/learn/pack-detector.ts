import { ALPHABET } from '../../src/language/letters.js'
import { DIGITS, PACKED_LETTERS } from '../../src/language/unpack-detector.js'
import { parseRows, type TableRow } from './language/table.js'

/**
 * Packs the detector's table for `unpackDetector` of src/language/unpack-detector.ts, which describes the form.
 * @param weights - lines of data/language/weights-*.tsv
 * @param settings - lines of data/language/settings.tsv: name, tab, numbers apart by spaces; `languages` first
 */
export function packDetector(weights: readonly string[], settings: readonly string[]): string {
  const [first = '', ...others] = settings
  const languages = first.split('\t')[1]?.split(' ') ?? []
  const rows = parseRows(weights, languages).map((row) => ({ ...row, packed: pack(row.feature) }))
  const isPair = (row: TableRow): boolean => row.feature.includes(' ')
  const isWord = (row: TableRow): boolean => row.feature.startsWith('=') && !isPair(row)
  const groups = [rows.filter((row) => !row.feature.startsWith('=')), rows.filter(isWord), rows.filter(isPair)].map(
    (group) => group.sort((a, b) => (a.packed < b.packed ? -1 : 1)),
  )
  const all = groups.flat()
  const masks = [0, 5, 10].map((shift) =>
    all
      .map(
        (row) =>
          DIGITS[
            (row.weights.reduce((mask, weight, place) => mask | (weight === 0 ? 0 : 1 << place), 0) >> shift) & 31
          ],
      )
      .join(''),
  )
  const values = all.map((row) =>
    row.weights
      .filter((weight) => weight !== 0)
      .map((weight) => DIGITS[weight + 8])
      .join(''),
  )
  return [
    languages.join(' '),
    others.map((line) => line.replace('\t', '=').replaceAll(' ', ',')).join(';'),
    ...groups.map((group) => frontCode(group.map((row) => row.packed))),
    masks.join(''),
    values.join(''),
  ].join('\n')
}

/** A feature in one-byte letters; words and pairs begin with an edge. */
function pack(feature: string): string {
  const letters = feature.replace(/^=/, '_').replace(' ', '_')
  return Array.from(letters, (letter) => {
    if (letter === '_') return PACKED_LETTERS[0]
    return PACKED_LETTERS[(letter === '?' ? ALPHABET.length : ALPHABET.indexOf(letter)) + 1]
  }).join('')
}

/** Each entry as a digit, how many letters it shares with the entry before (at most 9), and its further letters. */
function frontCode(entries: readonly string[]): string {
  let before = ''
  return entries
    .map((entry) => {
      let shared = 0
      while (shared < 9 && shared < entry.length && entry[shared] === before[shared]) shared++
      before = entry
      return shared + entry.slice(shared)
    })
    .join('')
}
