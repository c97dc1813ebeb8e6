/** Gives every word of a packed list with the label of its group; see `packGroups` in data/learn/pack-words.ts. */
export function unpackGroups(packed: string, give: (word: string, label: string) => void): void {
  const lines = packed.split('\n')
  const alphabet = lines[0] ?? ''
  for (let line = 1; line < lines.length; line++) {
    const text = lines[line]!
    const tab = text.indexOf('\t')
    const label = text.slice(0, tab)
    let word = ''
    for (let at = tab + 1; at < text.length; ) {
      const shared = text.charCodeAt(at++) - 35
      word = word.slice(0, shared)
      for (let unit: number; at < text.length && (unit = text.charCodeAt(at)) > 64; at++) {
        word += unit <= 90 ? (alphabet[unit - 65] ?? '') : text[at]
      }
      give(word, label)
    }
  }
}
