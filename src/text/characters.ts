/** What a character is, as far as words and sentences need it. Kinds of white space come first, kinds of word after. */
export const Space = 1
export const Newline = 2
/** Letters without case count as lower. */
export const Lower = 3
export const Upper = 4
export const Digit = 5
/** Combining marks, soft hyphen, joiners: they belong to the character before them. */
export const Mark = 6
export const Opener = 7
export const Closer = 8
/** Quote marks that open as well as close: `"`, `'`, `”`, `’`. */
export const Quote = 9
/** `.` `!` `?` `…` and their like. */
export const Terminator = 10
export const Dash = 11
export const Punctuation = 12
export const Sign = 13
export const Emoji = 14
/** The first half of a surrogate pair: look at the pair. */
export const Pair = 15

export const FullStop = 0x2e

/** Kinds by UTF-16 unit, filled as characters are met (0 until then). Depends on nothing but Unicode. */
const kinds: Uint8Array = /* @__PURE__ */ new Uint8Array(0x10000)

/** The kind of a UTF-16 unit; `Pair` for the first half of a surrogate pair. */
export function kindOfUnit(unit: number): number {
  return kinds[unit] || classify(unit)
}

/** The kind of the character at a place, reading a surrogate pair as one. `Space` past the end of the text. */
export function kindAt(text: string, place: number): number {
  const unit = text.charCodeAt(place)
  // past the end charCodeAt gives NaN
  if (Number.isNaN(unit)) return Space
  const kind = kinds[unit] || classify(unit)
  return kind === Pair ? kindOfPair(text, place) : kind
}

/** How many units the character at a place takes: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, place: number): number {
  return (text.charCodeAt(place) & 0xfc00) === 0xd800 && (text.charCodeAt(place + 1) & 0xfc00) === 0xdc00 ? 2 : 1
}

/** True for kinds that make up words. */
export function isWordKind(kind: number): boolean {
  return kind >= Lower && kind <= Mark
}

function classify(unit: number): number {
  const kind = (unit & 0xfc00) === 0xd800 ? Pair : kindOf(String.fromCharCode(unit))
  kinds[unit] = kind
  return kind
}

function kindOfPair(text: string, place: number): number {
  const character = String.fromCodePoint(text.codePointAt(place) as number)
  return character.length === 2 ? kindOf(character) : Sign
}

const listed: readonly (readonly [number, string])[] = [
  [Newline, '\n\r\u2028\u2029\u000b\u000c\u0085'],
  [Space, '\ufeff\u200b\u0000'],
  [Mark, '\u00ad\u200c\u200d\u2060\u180e\ufe0e\ufe0f_'],
  [Quote, '"\'”’“‘«»„‚‹›`´'],
  [Terminator, '.!?…‼⁇⁈⁉。！？'],
  [Sign, '%‰'],
  [Dash, '-–—‒―−‐‑'],
]

function kindOf(character: string): number {
  for (const [kind, characters] of listed) if (characters.includes(character)) return kind
  if (/^[\p{Lu}\p{Lt}]$/u.test(character)) return Upper
  if (/^\p{L}$/u.test(character)) return Lower
  if (/^\p{M}$/u.test(character)) return Mark
  if (/^\p{N}$/u.test(character)) return Digit
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u.test(character)) {
    // ©, ®, ™ and their like are pictures by Unicode, but not as people write
    return character.charCodeAt(0) < 0x2190 ? Sign : Emoji
  }
  if (/^\p{Emoji_Modifier}$/u.test(character)) return Emoji
  if (/^[\p{Ps}\p{Pi}]$/u.test(character)) return Opener
  if (/^[\p{Pe}\p{Pf}]$/u.test(character)) return Closer
  if (/^\p{Pd}$/u.test(character)) return Dash
  if (/^\p{P}$/u.test(character)) return Punctuation
  if (/^[\s\p{Z}\p{Cc}]$/u.test(character)) return Space
  // other format characters (direction marks) go with what is before them
  if (/^\p{Cf}$/u.test(character)) return Mark
  return Sign
}
