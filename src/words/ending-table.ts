import { unpackGroups } from './unpack-words.js'

/**
 * Answers by the longest ending of a word that carries one; whole words first. A tree of letters read from the end of
 * the word; node 0 is the empty ending.
 */
export interface EndingTable {
  readonly answers: readonly string[]
  /** Beside the nodes: number of the answer, or -1. */
  readonly answerOfNode: Int32Array
  /** Beside the nodes: the node one letter shorter, and the letter. */
  readonly parents: Int32Array
  readonly units: Uint16Array
  /** Hash table over parent and letter; node numbers, 0 where empty. */
  readonly slots: Int32Array
}

/** `^` at the start of an ending: the whole word. */
const Start = 0x5e

/** Unpacks endings packed backwards by answer. */
export function unpackEndings(packed: string): EndingTable {
  // No ending takes more nodes than it takes characters.
  const room = packed.length + 2
  let size = 1024
  while (size < room * 1.5) size *= 2
  const slots = new Int32Array(size)
  const parents = new Int32Array(room)
  const units = new Uint16Array(room)
  const answerOfNode = new Int32Array(room).fill(-1)
  const answers: string[] = []
  const building = { answers, answerOfNode, parents, units, slots }
  let count = 1
  unpackGroups(packed, (backwards, answer) => {
    if (answer !== answers[answers.length - 1]) answers.push(answer)
    let node = 0
    for (let at = 0; at < backwards.length; at++) {
      const unit = backwards.charCodeAt(at)
      const slot = slotOf(building, node, unit)
      const parent = node
      node = slots[slot]!
      if (node > 0) continue
      node = count++
      slots[slot] = node
      parents[node] = parent
      units[node] = unit
    }
    answerOfNode[node] = answers.length - 1
  })
  return {
    answers,
    answerOfNode: answerOfNode.slice(0, count),
    parents: parents.slice(0, count),
    units: units.slice(0, count),
    slots,
  }
}

/** The number of a word's answer, or -1. O(letters); makes no strings. */
export function answerOf(table: EndingTable, word: string): number {
  const { answerOfNode, slots } = table
  let answer = answerOfNode[0] ?? -1
  let node = 0
  for (let at = word.length - 1; at >= 0; at--) {
    const unit = word.charCodeAt(at)
    node = unit === Start ? 0 : slots[slotOf(table, node, unit)]!
    if (node === 0) return answer
    const found = answerOfNode[node]!
    if (found >= 0) answer = found
  }
  const whole = slots[slotOf(table, node, Start)]!
  return whole > 0 && answerOfNode[whole]! >= 0 ? answerOfNode[whole]! : answer
}

/** Where the node below `parent` by a letter stands in the hash table, or would. */
function slotOf({ slots, parents, units }: EndingTable, parent: number, unit: number): number {
  const mask = slots.length - 1
  let slot = (Math.imul(parent * 64 + unit, 0x9e3779b1 | 0) >>> 12) & mask
  for (;;) {
    const node = slots[slot]!
    if (node === 0 || (parents[node] === parent && units[node] === unit)) return slot
    slot = (slot + 1) & mask
  }
}
