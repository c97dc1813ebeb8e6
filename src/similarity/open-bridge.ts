import type { Bridge } from '../model/bridge.js'

/** What a term is called in the other language, and how surely, above 0 to 1. */
export interface Translation {
  readonly key: string
  readonly weight: number
}

/** A bridge unpacked: the terms of both languages with their translations, surest first. */
export type OpenBridge = ReadonlyMap<string, readonly Translation[]>

const opened = new WeakMap<Bridge, OpenBridge>()

// by hand, on the dev mean of the mixed archives: as many as the table was cut to, for most words
const mostEach = 6

/** The table of a bridge, by term key (`da:avis`), unpacked at first use. */
export function openBridge(bridge: Bridge): OpenBridge {
  let table = opened.get(bridge)
  if (!table) opened.set(bridge, (table = unpack(bridge)))
  return table
}

/** The bridge between two languages, if there is one. */
export function findBridge(bridges: readonly Bridge[] | undefined, a: string, b: string): Bridge | undefined {
  return bridges?.find(
    ({ languages: [first, second] }) => (first === a && second === b) || (first === b && second === a),
  )
}

function unpack({ languages: [first, second], terms }: Bridge): OpenBridge {
  const table = new Map<string, Translation[]>()
  const add = (from: string, to: string, weight: number): void => {
    const list = table.get(from)
    if (list) list.push({ key: to, weight })
    else table.set(from, [{ key: to, weight }])
  }
  let before = ''
  for (const line of terms.split('\n')) {
    // A word of the second language, then by turns a weight and a word of the first.
    const [head = '', ...rest] = line.split(/([1-9])/)
    if (head === '') continue
    before = before.slice(0, head.charCodeAt(0) - 97) + readLetters(head.slice(1))
    for (let place = 0; place + 1 < rest.length; place += 2) {
      const weight = Number(rest[place]) / 9
      const lemma = readLetters(rest[place + 1]!)
      add(`${first}:${lemma}`, `${second}:${before}`, weight)
      add(`${second}:${before}`, `${first}:${lemma}`, weight)
    }
  }
  for (const [key, list] of table) {
    list.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    table.set(key, list.slice(0, mostEach))
  }
  return table
}

function readLetters(packed: string): string {
  return packed.replace(/[ABC]/g, (letter) => 'æøå'.charAt(letter.charCodeAt(0) - 65))
}
