import type { Language } from '../model/language.js'
import { lemmatize } from './lemmatize.js'

/**
 * A language whose lemmas follow Det Centrale Ordregister (COR, Dansk Sprognævn; CC0), for who has its file: half a
 * million Danish forms, most of which klartekst otherwise lemmatizes by their endings.
 *
 * Where COR gives a form one lemma, that wins over what was learnt; where it gives several (`løb`: noun or verb), ours
 * stays if it is among them, else the first. Corrections by hand (`data/<code>/exceptions.tsv`) win over both. Forms of
 * several words are passed over.
 * @param language - `da`; left as it is.
 * @param cor - the text of a `cor1.*.tsv` file: id (`COR.…`), lemma, gloss, grammar, form, with tabs between; further
 *   columns, comments and lines of other shape are ignored.
 * @returns a new value, to be made once and used in its place with the functions of `klartekst/core`. An index must be
 *   built and asked with the same one: its terms are lemmas.
 * @throws TypeError when no line has that shape.
 * @remarks O(length); some seconds for the whole register. Keeps only what our endings get wrong.
 * @example extractThemes([withCor(da, readFileSync('cor1.5.tsv', 'utf8')), en], article)
 */
export function withCor(language: Language, cor: string): Language {
  const lemmasOf = readForms(cor)
  if (lemmasOf.size === 0) {
    throw new TypeError(
      'withCor: wanted the text of a cor1.*.tsv file (lines of COR id, lemma, gloss, grammar, form, tabs between); got ' +
        `${typeof cor === 'string' ? JSON.stringify(cor.slice(0, 40)) : typeof cor}`,
    )
  }
  const corrections: string[] = []
  for (const [form, lemmas] of lemmasOf) {
    const own = lemmatize(language, form)
    if (!lemmas.includes(own)) corrections.push(`${form}\t${lemmas[0]}`)
  }
  if (corrections.length === 0) return { ...language }
  // Lines further down win: those by hand stay last.
  const gap = language.lemmas.indexOf('\n\n') + 2
  const lemmas = `${language.lemmas.slice(0, gap)}${corrections.join('\n')}\n${language.lemmas.slice(gap)}`
  return { ...language, lemmas }
}

/** Forms of one word with their lemmas in lower case, in the order of the file. */
function readForms(cor: string): Map<string, string[]> {
  const lemmasOf = new Map<string, string[]>()
  if (typeof cor !== 'string') return lemmasOf
  for (const line of cor.normalize('NFC').split(/\r?\n/)) {
    const [id = '', lemma = '', , , form = ''] = line.split('\t')
    if (!id.startsWith('COR') || lemma === '' || form === '' || /[\s\d]/u.test(form + lemma)) continue
    const lower = lemma.toLowerCase()
    const known = lemmasOf.get(form)
    if (!known) lemmasOf.set(form, [lower])
    else if (!known.includes(lower)) known.push(lower)
  }
  return lemmasOf
}
