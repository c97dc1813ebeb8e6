import { unpackGroups } from './unpack-words.js'

/** Answers by the longest ending of a word that carries one; whole words first. */
export interface EndingTable {
  /** Numbers of answers of whole words. */
  readonly words: ReadonlyMap<string, number>
  /** Numbers of answers of endings, by length of the ending. */
  readonly endings: readonly ReadonlyMap<string, number>[]
  readonly answers: readonly string[]
}

/** Unpacks endings packed backwards by answer; `^` at the start of an ending means the whole word. */
export function unpackEndings(packed: string): EndingTable {
  const words = new Map<string, number>()
  const endings: Map<string, number>[] = []
  const answers: string[] = []
  unpackGroups(packed, (backwards, answer) => {
    if (answer !== answers[answers.length - 1]) answers.push(answer)
    const ending = reversed(backwards)
    if (ending.startsWith('^')) words.set(ending.slice(1), answers.length - 1)
    else {
      while (endings.length <= ending.length) endings.push(new Map())
      endings[ending.length]?.set(ending, answers.length - 1)
    }
  })
  return { words, endings, answers }
}

/** The number of a word's answer, or -1. O(letters). */
export function answerOf({ words, endings }: EndingTable, word: string): number {
  const whole = words.get(word)
  if (whole !== undefined) return whole
  for (let length = Math.min(word.length, endings.length - 1); length >= 0; length--) {
    const known = endings[length]!
    if (known.size === 0) continue
    const answer = known.get(word.slice(word.length - length))
    if (answer !== undefined) return answer
  }
  return -1
}

function reversed(text: string): string {
  let result = ''
  for (let at = text.length - 1; at >= 0; at--) result += text[at]
  return result
}
