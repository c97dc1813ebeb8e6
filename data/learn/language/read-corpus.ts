/** Reads the text that the detector is learnt from, all of it from the evaluation data, none of it kept here. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { makeRandom } from './random.js'

/** The languages of the detector, in the order of its weights: those that are confused with each other side by side. */
export const LANGUAGES = ['da', 'nb', 'nn', 'sv', 'fo', 'is', 'de', 'nl', 'af', 'en', 'fr', 'es', 'fi', 'pl'] as const

/** A sentence and what it is in: the place of its language in `LANGUAGES`. */
export interface LabelledText {
  readonly text: string
  readonly language: number
  /** Name of the source. */
  readonly source: string
}

/** How often each word of a language was counted. */
export interface WordCounts {
  readonly language: number
  readonly words: readonly string[]
  readonly counts: readonly number[]
}

const folder = new URL('../../../../shared/eval/', import.meta.url)

function read(path: string): string {
  const bytes = readFileSync(new URL(path, folder))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

interface Row {
  readonly text: string
  readonly language: string
  readonly source: string
}

/** The rows of a set in JSON lines. */
export function readRows(path: string): (Row & { readonly slice: string })[] {
  return read(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** A document in several languages; languages as places in `LANGUAGES`. */
export interface SpanDocument {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number; readonly language: number }[]
}

/** The documents of a set of mixed texts. */
export function readSpanDocuments(path: string): SpanDocument[] {
  return read(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, spans } = JSON.parse(line)
      return {
        text,
        spans: spans.map(({ start, end, language }: { start: number; end: number; language: string }) => ({
          start,
          end,
          language: LANGUAGES.indexOf(language as (typeof LANGUAGES)[number]),
        })),
      }
    })
}

function labelled(rows: readonly Row[]): LabelledText[] {
  return rows.map(({ text, language, source }) => ({
    text,
    source,
    language: LANGUAGES.indexOf(language as (typeof LANGUAGES)[number]),
  }))
}

/** Danish of the newspapers and magazines of PAROLE, put together from its tokens. */
function readParole(): LabelledText[] {
  return read('lexicon/da/parole-tagged-train.tsv')
    .split('\n\n')
    .map((block) => ({
      text: block
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '')
        .join(' ')
        .trim(),
      language: 0,
      source: 'PAROLE',
    }))
    .filter(({ text }) => text !== '')
}

/** Both sides of a file of translations, at most so many lines of it, drawn at random. */
function readParallel(name: string, limit: number): LabelledText[] {
  const random = makeRandom(11)
  const lines = read(`parallel/${name}.da-en.tsv.gz`).split('\n').filter(Boolean)
  const english = LANGUAGES.indexOf('en')
  return draw(lines, limit, random).flatMap((line) => {
    const [danish = '', other = ''] = line.split('\t')
    return [
      { text: danish, language: 0, source: name },
      { text: other, language: english, source: name },
    ]
  })
}

function draw<Item>(items: readonly Item[], limit: number, random: () => number): Item[] {
  const left = [...items]
  for (let place = 0; place < Math.min(limit, left.length); place++) {
    const other = place + Math.floor(random() * (left.length - place))
    ;[left[place], left[other]] = [left[other]!, left[place]!]
  }
  return left.slice(0, limit)
}

function perLanguage(texts: readonly LabelledText[], limit: number): LabelledText[] {
  const random = makeRandom(12)
  return LANGUAGES.flatMap((_, language) =>
    draw(
      texts.filter((text) => text.language === language),
      limit,
      random,
    ),
  )
}

/** Our own sentences of everyday, headline and office wording, several times over. */
function readColloquial(): LabelledText[] {
  const lines = readFileSync(new URL('../../language/colloquial.tsv', import.meta.url), 'utf8').split('\n')
  const texts = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([language = '', text = '']) => ({ text, language, source: 'colloquial' }))
  return Array.from({ length: TIMES_COLLOQUIAL }, () => labelled(texts)).flat()
}

/** How often each of our own sentences is shown. By hand. */
const TIMES_COLLOQUIAL = 6

/**
 * All sentences to learn from. What shares six running words with the sets that are measured on is left out.
 * @param without - sources to leave out, to see how the rest carries over.
 */
export function readSentences(without: readonly string[] = []): LabelledText[] {
  const own = [...labelled(readRows('langid/train.jsonl.gz')), ...readColloquial()]
  const more = [
    ...labelled(readRows('langid/extra/ndt.jsonl.gz')),
    ...readParole(),
    ...perLanguage(labelled(readRows('langid/extra/business-central.jsonl.gz')), 3000),
    ...perLanguage(labelled(readRows('langid/extra/libreoffice-ui.jsonl.gz')), 3000),
    ...readParallel('business-central', 3000),
    ...readParallel('libreoffice-help', 1500),
    ...readParallel('europarl', 5000),
    ...readParallel('tatoeba', 4000),
  ]
  const measured = measuredPhrases()
  return [...own, ...more.filter(({ text }) => !phrases(text).some((phrase) => measured.has(phrase)))].filter(
    ({ source }) => !without.includes(source),
  )
}

function phrases(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 6) return [words.join(' ')]
  return Array.from({ length: words.length - 5 }, (_, start) => words.slice(start, start + 6).join(' '))
}

function measuredPhrases(): Set<string> {
  const found = new Set<string>()
  for (const name of ['dev', 'test', 'spans-dev', 'spans-test']) {
    for (const { text } of readRows(`langid/${name}.jsonl`)) for (const phrase of phrases(text)) found.add(phrase)
  }
  return found
}

/** Words of film subtitles with their counts; Nynorsk and Faroese, which have none, from the sentences. */
export function readWordCounts(sentences: readonly LabelledText[]): WordCounts[] {
  return LANGUAGES.map((code, language) => {
    if (code === 'nn' || code === 'fo') {
      const counts = new Map<string, number>()
      for (const { text } of sentences.filter((sentence) => sentence.language === language)) {
        for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
      }
      return { language, words: [...counts.keys()], counts: [...counts.values()] }
    }
    const path = code === 'da' ? 'lexicon/da/frequencywords-50k.txt' : `langid/extra/words-${code}.txt.gz`
    const rows = read(path)
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([word = '', count = '']) => /^\p{L}+$/u.test(word) && count !== '')
    return { language, words: rows.map(([word]) => word ?? ''), counts: rows.map(([, count]) => Number(count)) }
  })
}
