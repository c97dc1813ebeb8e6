/**
 * A 32-bit number for bytes, whose length is a multiple of 8, that differs wherever a single word of four bytes differs,
 * and for any other change in all but one case of four milliards: two pairs of sums side by side, one of the words and
 * one of the sums so far (Fletcher 1982). Some gigabytes a second, where CRC-32 takes a table look-up a byte.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
  let a = 1
  let b = 0
  let c = 2
  let d = 0
  for (let place = 0; place + 1 < words.length; place += 2) {
    a = (a + words[place]!) | 0
    c = (c + words[place + 1]!) | 0
    b = (b + a) | 0
    d = (d + c) | 0
  }
  let sum = bytes.length
  for (const part of [a, b, c, d]) {
    sum = Math.imul(sum ^ part, 0x9e3779b1)
    sum ^= sum >>> 15
  }
  return sum >>> 0
}
