/** Runs in every runtime, so it uses nothing but the library and the language. */
import type * as library from '../../src/index.js'

/** Text that is no prose, to see that all runtimes read it alike too. */
const ODD_TEXTS = [
  '',
  ' \n\t',
  '12.000,5 % … — «» 🎉🎉 \ud800 \udc00 \u0000',
  'a\u030a A\u030a ﬁ ǆ İ ı ẞ ß ſ ŉ ΐ Ω K Å',
  'Når b\u00f8rnene kom\u00admer hjem, NÃ¥r sommeren er forbi, n�r det regner.',
  'Правительство решило закрыть мост 政府决定关闭这座桥 الحكومة',
  'constructor __proto__ toString hasOwnProperty valueOf',
]

/**
 * A hash for each function, over what it gives for all the texts: 64 bits of FNV-1a over the JSON, in JSON's own order of
 * keys, so that a change of any bit of any result is seen.
 */
export function hashOutputs(klartekst: typeof library, texts: readonly string[]): Record<string, string> {
  const hashes = new Map<string, [number, number]>()
  const add = (name: string, result: unknown): void => {
    const hash = hashes.get(name) ?? [0x811c9dc5, 0x1b873593]
    const json = JSON.stringify(result)
    for (let at = 0; at < json.length; at++) {
      hash[0] = Math.imul(hash[0] ^ json.charCodeAt(at), 0x01000193)
      hash[1] = Math.imul(hash[1] ^ json.charCodeAt(at), 0x85ebca6b)
    }
    hashes.set(name, hash)
  }
  let before = ''
  for (const text of [...texts, ...ODD_TEXTS]) {
    const document = klartekst.parseArticle(text)
    add('detectLanguage', klartekst.detectLanguage(text))
    add('detectLanguageSpans', klartekst.detectLanguageSpans(text))
    add('parseArticle', document)
    add('splitSentences', klartekst.splitSentences(text))
    const tokens = klartekst.tokenize(text)
    add('tokenize', tokens)
    const words = new Set(tokens.filter(({ kind }) => kind === 'word').map(({ start, end }) => text.slice(start, end)))
    for (const language of ['da', 'en']) {
      for (const word of words) {
        add('lemmatize', klartekst.lemmatize(word, { language }))
        add('splitCompound', klartekst.splitCompound(word, { language }))
      }
    }
    add('findNames', klartekst.findNames(text))
    add('extractThemes', klartekst.extractThemes(document))
    add('extractPullQuotes', klartekst.extractPullQuotes(document))
    add('vectorize', klartekst.vectorize(document))
    add('similarity', klartekst.similarity(before, document))
    add('analyze', klartekst.analyze(text))
    before = text
  }
  const index = klartekst.buildRelatedIndex(texts.map((body, place) => ({ id: String(place), body })))
  add('related', [...klartekst.relatedAll(index, { minScore: 0 })])
  add('saveIndex', Array.from(klartekst.saveIndex(index)))
  return Object.fromEntries(
    [...hashes].map(([name, parts]) => [
      name,
      parts.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join(''),
    ]),
  )
}
