import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Span } from '../model/span.js'
import { lemmatize } from '../words/lemmatize.js'
import { partsOf, readWords } from '../words/read-words.js'
import { isTerm, termKey } from './read-terms.js'

/** Where terms stand in a document: words whose lemma, compound part or pair is among `keys`. O(tokens). */
export function findTermSpans(
  languages: readonly Language[],
  document: Document,
  keys: ReadonlySet<string>,
): Map<string, Span[]> {
  const words = readWords(languages, document)
  const spans = new Map<string, Span[]>()
  const own = words.forms.map(termKey)
  const isSkipped = words.forms.map((form) => !isTerm(form))
  const wanted = words.forms.map((form, index) => {
    const found = keys.has(own[index]!) ? [own[index]!] : []
    const { language } = form
    for (const part of language ? partsOf(form) : []) {
      const key = `${language!.code}:${lemmatize(language!, part)}`
      if (key !== own[index] && keys.has(key) && !found.includes(key)) found.push(key)
    }
    return found
  })
  const add = (key: string, start: number, end: number): void => {
    const list = spans.get(key)
    if (list) list.push({ start, end })
    else spans.set(key, [{ start, end }])
  }
  let previous = -1
  for (let token = 0; token < words.count; token++) {
    const index = words.formOf[token]!
    if (index < 0) previous = -1
    if (index < 0 || isSkipped[index]) continue
    for (const key of wanted[index]!) add(key, words.starts[token]!, words.ends[token]!)
    if (previous >= 0 && words.sentences[previous] === words.sentences[token]) {
      const first = own[words.formOf[previous]!]!
      const pair = `${first} ${own[index]!.slice(own[index]!.indexOf(':') + 1)}`
      if (keys.has(pair)) add(pair, words.starts[previous]!, words.ends[token]!)
    }
    previous = token
  }
  return spans
}
