/** How rare lemmas are in open text. */

/** A lemma with its rarity in bits (-log2 of relative frequency), rounded to halves. */
export interface Rarity {
  readonly lemma: string
  readonly bits: number
  readonly isName: boolean
}

/** The commonest lemmas, in code-point order. `perMillion`: counts of lower-case words. */
export function learnBackground(
  perMillion: ReadonlyMap<string, number>,
  lemmatize: (word: string) => string,
  names: ReadonlySet<string>,
  size: number,
): Rarity[] {
  const lemmas = new Map<string, number>()
  for (const [word, count] of perMillion) {
    if (!/^[a-zæøåäöüéèô]{2,}$/u.test(word)) continue
    const bare = word.endsWith('s') ? word.slice(0, -1) : word
    const lemma = names.has(word) ? word : bare.length > 3 && names.has(bare) ? bare : lemmatize(word)
    lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + count)
  }
  return [...lemmas]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size)
    .map(([lemma, count]) => ({ lemma, bits: Math.round(-2 * Math.log2(count / 1e6)) / 2, isName: names.has(lemma) }))
    .sort((a, b) => (a.lemma < b.lemma ? -1 : 1))
}
