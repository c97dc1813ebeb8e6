/** Spellings of texts that were typed without Danish keys, hastily, or read by a machine. */

const ASCII = new Map(
  Object.entries({
    æ: 'ae',
    ø: 'oe',
    å: 'aa',
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    ð: 'd',
    þ: 'th',
    Æ: 'Ae',
    Ø: 'Oe',
    Å: 'Aa',
  }),
)
/** Confusions of optical reading. By hand. */
const MISREAD = new Map(
  Object.entries({
    ø: 'o',
    å: 'a',
    æ: 'a',
    ö: 'o',
    ä: 'a',
    ü: 'u',
    l: '1',
    m: 'rn',
    i: 'l',
    o: '0',
    e: 'c',
    n: 'u',
    t: 'f',
  }),
)
const LETTERS = 'etaoinrsldkgmvfphb'

/** Without letters beyond a to z: ø as oe, other marks dropped. */
export function toAscii(text: string): string {
  return text
    .replace(/[^\p{ASCII}]/gu, (letter) => ASCII.get(letter) ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}

/** One letter in twenty wrong: misread, left out, doubled, swapped or another. */
export function addNoise(text: string, random: () => number): string {
  let result = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (!/\p{L}/u.test(letter) || random() >= 0.05) {
      result += letter
      continue
    }
    const kind = random()
    if (kind < 0.4) result += MISREAD.get(letter.toLowerCase()) ?? letter
    else if (kind < 0.55) result += ''
    else if (kind < 0.65) result += letter + letter
    else if (kind < 0.85 && at + 1 < text.length) result += text[++at]! + letter
    else result += LETTERS[Math.floor(random() * LETTERS.length)]!
  }
  return result
}
