/** Strings one after the other as bytes: no object a string, and read one at a time. */
export interface TextList {
  /** UTF-8; a lone surrogate stands as the three bytes of its number. */
  readonly bytes: Uint8Array
  /** Where each string begins in `bytes`, and the end of the last. */
  readonly starts: Uint32Array
}

/** Strings as bytes. O(characters). */
export function packTexts(texts: readonly string[]): TextList {
  const starts = new Uint32Array(texts.length + 1)
  let bytes = new Uint8Array(1024)
  let length = 0
  for (const [index, text] of texts.entries()) {
    if (length + text.length * 3 > bytes.length) {
      const grown = new Uint8Array((length + text.length * 3) * 2)
      grown.set(bytes.subarray(0, length))
      bytes = grown
    }
    length = writeText(text, bytes, length)
    starts[index + 1] = length
  }
  return { bytes: bytes.slice(0, length), starts }
}

/** The end of a text written at a place. */
function writeText(text: string, bytes: Uint8Array, start: number): number {
  let place = start
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) {
      bytes[place++] = unit
      continue
    }
    const point = text.codePointAt(index)!
    if (point > 0xffff) index++
    if (point < 0x800) bytes[place++] = 0xc0 | (point >> 6)
    else {
      if (point < 0x10000) bytes[place++] = 0xe0 | (point >> 12)
      else {
        bytes[place++] = 0xf0 | (point >> 18)
        bytes[place++] = 0x80 | ((point >> 12) & 63)
      }
      bytes[place++] = 0x80 | ((point >> 6) & 63)
    }
    bytes[place++] = 0x80 | (point & 63)
  }
  return place
}

/** The string at a place, exactly as it was packed. */
export function textAt({ bytes, starts }: TextList, index: number): string {
  const end = starts[index + 1]!
  let text = ''
  for (let place = starts[index]!; place < end; ) {
    const first = bytes[place++]!
    if (first < 0x80) text += String.fromCharCode(first)
    else if (first < 0xe0) text += String.fromCharCode(((first & 31) << 6) | (bytes[place++]! & 63))
    else if (first < 0xf0) {
      text += String.fromCharCode(((first & 15) << 12) | ((bytes[place++]! & 63) << 6) | (bytes[place++]! & 63))
    } else {
      const high = ((first & 7) << 18) | ((bytes[place++]! & 63) << 12)
      text += String.fromCodePoint(high | ((bytes[place++]! & 63) << 6) | (bytes[place++]! & 63))
    }
  }
  return text
}
