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

/** Words that PAROLE's scheme puts in one class where Universal Dependencies have another. */
const asUniversal = new Map<string, string>([
  ['der PART', 'PRON'],
  ['som PART', 'ADP'],
  ['man DET', 'PRON'],
  ['selv DET', 'PRON'],
  ['end SCONJ', 'ADP'],
])

/** Words whose class depends on the sentence there, and not here: auxiliary or verb, determiner or pronoun. */
const undecided = new Set(
  (
    'er var være været har havde have haft kan kunne kunnet skal skulle skullet vil ville villet må måtte blev blive ' +
    'blevet bliver bør burde VERB;ingen noget nogen nogle intet hver andre anden DET;meget mere mest mindst lidt senere ADJ'
  )
    .split(';')
    .flatMap((group) => {
      const words = group.split(' ')
      return words.slice(0, -1).map((word) => `${word} ${words.at(-1)}`)
    }),
)

/** The letter of a word that PAROLE tagged; `?` where it says nothing of the class here (also adverb or neuter, `-t`). */
function letterFromParole(word: string, lemma: string, tag: string): string {
  const lower = word.toLowerCase()
  if (undecided.has(`${lower} ${tag}`)) return '?'
  if (tag === 'ADJ' && lower.endsWith('t') && lower === `${lemma.toLowerCase()}t`) return '?'
  return letterOfTag(asUniversal.get(`${lower} ${tag}`) ?? tag)
}

/** Sentences of PAROLE's training part, its classes made Universal Dependencies'. */
export function danishSentences(): Tagged[][] {
  return sentences('lexicon/da/parole-tagged-train.tsv').map((sentence) =>
    sentence.map(([word, tag, lemma]) => ({ word, letter: letterFromParole(word, lemma, tag) })),
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

function sentences(path: string): [word: string, tag: string, lemma: string][][] {
  const all: [string, string, string][][] = []
  let sentence: [string, string, string][] = []
  for (const line of [...lines(path, true), '']) {
    const [word = '', lemma = '', tag] = line.split('\t')
    if (tag === undefined) {
      if (sentence.length > 0) all.push(sentence)
      sentence = []
    } else sentence.push([word, tag, lemma])
  }
  return all
}
