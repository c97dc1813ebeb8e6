const table = new Uint32Array(256)

/** CRC-32 (ISO 3309) of bytes: finds every error of up to 32 bits in a row. */
export function checksum(bytes: Uint8Array): number {
  if (table[1] === 0) {
    for (let value = 0; value < 256; value++) {
      let rest = value
      for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
      table[value] = rest
    }
  }
  let sum = 0xffffffff
  for (let place = 0; place < bytes.length; place++) sum = table[(sum ^ bytes[place]!) & 255]! ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
