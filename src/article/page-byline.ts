import type { FurnitureHit } from './furniture/match-furniture.js'

// by hand: particles of personal names in the languages of the Germanic and Romance press
const particles: ReadonlySet<string> = new Set(
  'af av da das de del della den der di dos du el la le ter van von zu y bin al'.split(' '),
)
const joints: ReadonlySet<string> = new Set('og and und och et & med with'.split(' '))

/** Whether a line is a personal name of two to four words and nothing else. */
export function isNameLine(text: string): boolean {
  const name = readNames(text)
  return name !== undefined && name === text.trim() && !name.includes(',')
}

/**
 * The author's name at the beginning of `text`, without role, address or outlet: `Mads Hald, journalist` gives
 * `Mads Hald`. Several names keep their joints. Undefined where the text does not begin with a name.
 */
export function readNames(text: string): string | undefined {
  const first = text.trimStart().charCodeAt(0)
  if (first < 65 || (first > 90 && first < 128)) return undefined
  const names: string[] = []
  const parts = text
    .trim()
    .slice(0, 160)
    .split(/\s*,\s*|\s+[|·•–—/-]\s+|\s*\(/u)
  for (const part of parts) {
    const tokens = part.split(/\s+/)
    const name = longestName(tokens)
    if (name === undefined) break
    names.push(name.join(' '))
    if (name.length < tokens.length) break
  }
  return names.length > 0 ? names.join(', ') : undefined
}

/** The name that a byline or a "follow" line introduces; undefined when it is none. */
export function readByline(text: string, hits: readonly FurnitureHit[]): string | undefined {
  for (const { kind, where, end } of hits) {
    if ((kind !== 'byline' && kind !== 'follow') || where === 'inside') continue
    const rest = text.slice(end).replace(/^[\s:–-]+/u, '')
    const name = readNames(rest)
    if (!name) continue
    // by hand: prose that begins with "Af" goes on behind the name
    const behind = rest.slice(name.length).trim()
    if (kind === 'follow' ? behind === '' && name.includes(' ') : isByside(behind)) return name
  }
  return undefined
}

/** What may stand behind the name in a byline: nothing, a role, an address, a date; never a sentence. */
function isByside(behind: string): boolean {
  return (
    behind.split(/\s+/).length <= 8 &&
    !/[.!?]\s+\p{Lu}/u.test(behind) &&
    (behind === '' || /^[,|·•(–—/@\d-]/u.test(behind))
  )
}

/** The first two to four words that make a name, with joints: "Anna Holm og Per Dahl". */
function longestName(tokens: readonly string[]): readonly string[] | undefined {
  const name: string[] = []
  let capitals = 0
  for (const token of tokens.slice(0, 14)) {
    if (isNameWord(token)) capitals++
    else if (!(name.length > 0 && (particles.has(token) || joints.has(token)))) break
    name.push(token)
  }
  while (name.length > 0 && !isNameWord(name.at(-1) ?? '')) name.pop()
  if (capitals < 2 || capitals > 12 || capitals / name.length < 0.5) return undefined
  const people = name.join(' ').split(/\s(?:og|and|und|och|et|&|med|with)\s/u)
  return people.every((person) => person.split(' ').length <= 5) ? name : undefined
}

function isNameWord(token: string): boolean {
  const first = token.charCodeAt(0)
  // no capital begins with a small letter, a digit or a sign of ASCII
  if (first < 65 || (first > 90 && first < 128)) return false
  return (
    /^(?:\p{Lu}[\p{L}\p{M}'’-]*|\p{Lu}\.|\p{Lu}\.\p{Lu}\.)$/u.test(token) &&
    !(token.length > 4 && token === token.toUpperCase())
  )
}
