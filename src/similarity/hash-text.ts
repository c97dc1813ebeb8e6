/** A 32-bit hash of a string from `start` on, never 0 (MurmurHash3's steps over UTF-16 units, Appleby 2011). */
export function hashText(text: string, start: number = 0, seed: number = 0): number {
  let hash = seed
  for (let index = start; index < text.length; index++) hash = mixHash(hash, text.charCodeAt(index))
  return finishHash(hash ^ (text.length - start))
}

/** One more value in a running hash. */
export function mixHash(hash: number, value: number): number {
  let block = Math.imul(value, 0xcc9e2d51)
  block = (block << 15) | (block >>> 17)
  let mixed = hash ^ Math.imul(block, 0x1b873593)
  mixed = (mixed << 13) | (mixed >>> 19)
  return (Math.imul(mixed, 5) + 0xe6546b64) | 0
}

/** The end of a running hash: every bit depends on every value; unsigned, never 0. */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  mixed ^= mixed >>> 16
  return mixed >>> 0 || 1
}
