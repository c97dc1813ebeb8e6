/** Universal part of speech, as far as themes and quotes need it. */
export type WordClass = 'noun' | 'name' | 'verb' | 'adjective' | 'adverb' | 'number' | 'function' | 'other'

/** The classes of Universal Dependencies as letters, and what they are to us. */
export const classOfLetter: ReadonlyMap<string, WordClass> = new Map<string, WordClass>([
  ['N', 'noun'],
  ['P', 'name'],
  ['V', 'verb'],
  ['X', 'function'],
  ['A', 'adjective'],
  ['R', 'adverb'],
  ['D', 'function'],
  ['O', 'function'],
  ['I', 'function'],
  ['C', 'function'],
  ['S', 'function'],
  ['T', 'function'],
  ['M', 'number'],
  ['J', 'other'],
  ['.', 'other'],
  ['Z', 'other'],
])

/** In the order the tagger numbers them. */
export const letters = 'NPVXARDOICSTMJ.Z'
