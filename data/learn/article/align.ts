/**
 * Which lines of a page stand in the gold text: true, false, or undefined where it cannot be told. Long lines count by
 * their four-word sequences, short ones by standing whole in the gold between long ones that do.
 */
export function alignToGold(
  lines: readonly string[],
  gold: string,
  title: string | undefined,
): (boolean | undefined)[] {
  const goldGrams = new Set(grams(words(gold)))
  const goldLines = new Set(gold.split(/\n+/).map((line) => words(line).join(' ')))
  const goldText = ` ${words(gold).join(' ')} `
  const titleKey = words(title ?? '').join(' ')
  const labels = lines.map((line): boolean | undefined => {
    const list = words(line)
    const key = list.join(' ')
    if (list.length === 0 || key === titleKey) return undefined
    if (list.length < 6)
      return goldLines.has(key) ? undefined : list.length >= 3 && goldText.includes(` ${key} `) ? undefined : false
    const all = grams(list)
    const share = all.filter((gram) => goldGrams.has(gram)).length / all.length
    return share >= 0.75 ? true : share <= 0.3 ? false : undefined
  })
  const isShortGold = lines.map((line) => goldLines.has(words(line).join(' ')))
  // short lines: the article where a long line of it stands within six lines on either side
  return labels.map((label, at) => {
    if (label !== undefined || !isShortGold[at] || words(lines[at] ?? '').length >= 6) return label
    const near = (from: number, to: number): boolean => labels.slice(Math.max(0, from), to).includes(true)
    return near(at - 6, at) || near(at + 1, at + 7) ? true : undefined
  })
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

function grams(list: readonly string[]): string[] {
  const size = Math.min(4, list.length)
  return list.slice(0, list.length - size + 1).map((_, at) => list.slice(at, at + size).join(' '))
}
