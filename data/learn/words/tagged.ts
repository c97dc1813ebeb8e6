/** Sentences with a class for each word, as one letter; see `classLetters` in src/words/class-letters.ts. */
import { lines } from './sources.js'

/** A word of a sentence and the letter of its class. */
export interface Tagged {
  readonly word: string
  readonly letter: string
}

const letterOf: Readonly<Record<string, string>> = {
  NOUN: 'N',
  PROPN: 'P',
  VERB: 'V',
  AUX: 'X',
  ADJ: 'A',
  ADV: 'R',
  DET: 'D',
  PRON: 'O',
  ADP: 'I',
  CCONJ: 'C',
  SCONJ: 'S',
  PART: 'T',
  NUM: 'M',
  INTJ: 'J',
  PUNCT: '.',
}

/** The class of the first part of a contraction (`don't`: auxiliary); Z for what is no word of the language. */
export function letterOfTag(tag: string): string {
  return letterOf[tag.split('+')[0] ?? ''] ?? 'Z'
}

/**
 * PAROLE's classes where Universal Dependencies' Danish has others, by word: what most of the occurrences in ud-ddt dev
 * are. Relative `der`, `som` are particles there; `man`, `selv` determiners; auxiliaries are verbs.
 */
const asUniversal = new Map<string, string>([
  ...'er var være været har havde have haft kan kunne kunnet skal skulle skullet vil ville villet må måtte blev blive blevet bliver bør burde'
    .split(' ')
    .map((word) => [`${word} VERB`, 'AUX'] as const),
  ['der PART', 'PRON'],
  ['som PART', 'ADP'],
  ['man DET', 'PRON'],
  ['selv DET', 'PRON'],
  ['hver DET', 'PRON'],
  ['end SCONJ', 'ADP'],
  ...'meget mere mest helt langt godt mindst lidt foreløbig tilsyneladende umiddelbart senere'
    .split(' ')
    .map((word) => [`${word} ADJ`, 'ADV'] as const),
])

/** Sentences of PAROLE's training part, its classes made Universal Dependencies'. */
export function danishSentences(): Tagged[][] {
  return sentences('lexicon/da/parole-tagged-train.tsv').map((sentence) =>
    sentence.map(([word, tag]) => ({
      word,
      letter: letterOfTag(asUniversal.get(`${word.toLowerCase()} ${tag}`) ?? tag),
    })),
  )
}

/** Sentences of UD_Danish-DDT's dev part. */
export function universalSentences(path: string): Tagged[][] {
  return lines(path).map((line) => {
    const { text, tokens } = JSON.parse(line) as { text: string; tokens: [number, number, string, string, string][] }
    return tokens.map(([start, end, , , tag]) => ({ word: text.slice(start, end), letter: letterOfTag(tag) }))
  })
}

/** Sentences of UD_English-EWT's training part. */
export function englishSentences(): Tagged[][] {
  return sentences('lexicon/en/ewt-tagged-train.tsv').map((sentence) =>
    sentence.map(([word, tag]) => ({ word, letter: letterOfTag(tag) })),
  )
}

function sentences(path: string): [word: string, tag: string][][] {
  const all: [string, string][][] = []
  let sentence: [string, string][] = []
  for (const line of [...lines(path, true), '']) {
    const [word = '', , tag] = line.split('\t')
    if (tag === undefined) {
      if (sentence.length > 0) all.push(sentence)
      sentence = []
    } else sentence.push([word, tag])
  }
  return all
}
