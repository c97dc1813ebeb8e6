/** The letters that the detector tells apart; the place in the string plus 2 is the letter's code. */
export const ALPHABET = "abcdefghijklmnopqrstuvwxyzæøåäöüßéèêëáàâíïóôúýðþñçąćęłńśźż'"

/** Code of no letter at all. */
export const NONE = 0
/** Code of a word's edge. */
export const EDGE = 1
/** Code of the apostrophe inside a word. */
export const APOSTROPHE: number = ALPHABET.length + 1
/** Code of a Latin letter outside the alphabet, or of a digit between letters (a misread letter). */
export const OTHER: number = ALPHABET.length + 2
/** Code of a letter of another script. */
export const FOREIGN: number = ALPHABET.length + 3

/** Code units under this have their code in a table: Latin, Latin-1, Latin Extended A and B. */
export const TABLE_SIZE = 0x250

/** What the scanner has to look up, made once. */
export interface Letters {
  /** Code of each code unit under `TABLE_SIZE`, whatever its case. */
  readonly codes: Uint8Array
  /** Code of letter and combining mark together, under `letterCode * 128 + (mark - 0x300)`; 0 where there is none. */
  readonly composed: Uint8Array
}

/** Letters that French, Finnish and others use beside the alphabet, read as their nearest kin. */
const KIN: readonly (readonly [string, string])[] = [
  ['ì', 'i'],
  ['î', 'i'],
  ['ò', 'o'],
  ['ù', 'u'],
  ['û', 'u'],
  ['ÿ', 'y'],
  ['ǽ', 'æ'],
  ['ǿ', 'ø'],
  ['ǻ', 'å'],
]

/** Builds the tables; well under a millisecond. */
export function makeLetters(): Letters {
  const codes = new Uint8Array(TABLE_SIZE)
  const codeOf = new Map<string, number>([...ALPHABET].map((letter, place) => [letter, place + 2]))
  for (const [letter, kin] of KIN) codeOf.set(letter, codeOf.get(kin) ?? OTHER)
  for (let unit = 0; unit < TABLE_SIZE; unit++) {
    const letter = String.fromCharCode(unit).toLowerCase()
    if (letter !== "'" && /^\p{L}/u.test(letter)) codes[unit] = codeOf.get(letter) ?? OTHER
  }
  const composed = new Uint8Array((ALPHABET.length + 4) * 128)
  for (const [letter, code] of codeOf) {
    const parts = letter.normalize('NFD')
    if (parts.length !== 2) continue
    const base = codeOf.get(parts[0] as string) ?? NONE
    composed[base * 128 + parts.charCodeAt(1) - 0x300] = code
  }
  return { codes, composed }
}

/** Code of a code unit from `TABLE_SIZE` on; 0 for what is no letter (surrogates too: nearly all of them are emoji). */
export function codeOfRareUnit(unit: number): number {
  if (unit < 0x370) return NONE // modifiers and combining marks
  if (unit < 0x1e00) return unit < 0x1d00 ? FOREIGN : OTHER // Greek to Cherokee and Khmer; phonetic letters
  if (unit < 0x2000) return unit < 0x1f00 ? OTHER : FOREIGN // Vietnamese; old Greek
  if (unit === 0xfffd) return OTHER // a letter lost in decoding
  if (unit < 0x2c00) return NONE
  if (unit < 0x2e00) return unit >= 0x2c60 && unit < 0x2c80 ? OTHER : FOREIGN
  if (unit < 0x3040) return NONE
  if (unit < 0xd7b0) return FOREIGN // kana, Han, Hangul
  if (unit < 0xf900) return NONE // surrogates, private use
  if (unit < 0xfe00) return unit < 0xfb07 ? OTHER : FOREIGN
  return unit >= 0xfe70 && unit < 0xfeff ? FOREIGN : NONE
}
