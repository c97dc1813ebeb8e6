/**
 * The same text in memory of its own. Engines let a slice point into the text it was cut from; a word kept in a cache
 * would keep its whole article. Engines copy short slices (under 13 units in V8) anyway.
 */
export function freshCopy(text: string): string {
  if (text.length < 13) return text
  // by hand: arguments of one call are limited; no word worth keeping is that long.
  if (text.length > 1000) return text
  const units: number[] = []
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at))
  return String.fromCharCode(...units)
}
