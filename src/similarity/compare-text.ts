/** Orders strings by code point, the same on every machine. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const first = a.charCodeAt(index)
    const second = b.charCodeAt(index)
    if (first !== second) return codePointOrder(first) - codePointOrder(second)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all other units. */
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
