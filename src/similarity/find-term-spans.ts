import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Span } from '../model/span.js'
import { lemmatize } from '../words/lemmatize.js'
import { readWords } from '../words/read-words.js'
import { splitCompound } from '../words/split-compound.js'

/** Where terms stand in a document: words whose lemma, compound part or pair is among `keys`. O(tokens). */
export function findTermSpans(
  languages: readonly Language[],
  document: Document,
  keys: ReadonlySet<string>,
): Map<string, Span[]> {
  const words = readWords(languages, document)
  const spans = new Map<string, Span[]>()
  const wanted = words.forms.map(({ key, language, lower, isNumber, lemma }) => {
    const found = keys.has(key) ? [key] : []
    if (!language || isNumber) return found
    const parts = splitCompound(language, lower)
    for (const part of parts.length > 1 ? parts : []) {
      const partKey = `${language.code}:${lemmatize(language, part)}`
      if (partKey !== `${language.code}:${lemma}` && keys.has(partKey)) found.push(partKey)
    }
    return found
  })
  const add = (key: string, start: number, end: number): void => {
    const list = spans.get(key)
    if (list) list.push({ start, end })
    else spans.set(key, [{ start, end }])
  }
  for (let token = 0; token < words.count; token++) {
    const index = words.formOf[token]!
    if (index < 0) continue
    for (const key of wanted[index]!) add(key, words.starts[token]!, words.ends[token]!)
    const next = token + 1 < words.count ? words.formOf[token + 1]! : -1
    if (next < 0 || words.sentences[token] !== words.sentences[token + 1]) continue
    const pair = `${words.forms[next]!.language?.code ?? 'und'}:${words.forms[index]!.lemma} ${words.forms[next]!.lemma}`
    if (keys.has(pair)) add(pair, words.starts[token]!, words.ends[token + 1]!)
  }
  return spans
}
