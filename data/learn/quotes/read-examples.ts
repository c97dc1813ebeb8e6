import { readFileSync } from 'node:fs'
import { da } from '../../../src/da.js'
import { parseArticle } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import { describeSentences } from '../../../src/quotes/describe-sentences.js'
import { findQuotations } from '../../../src/quotes/find-quotations.js'
import { foldWords } from '../../../src/quotes/fold-words.js'
import { quoteFeatures } from '../../../src/quotes/quote-features.js'
import { readWords } from '../../../src/words/read-words.js'

/** An article to learn from. Beside each other: the sentences that could be lifted. */
export interface Example {
  readonly id: string
  readonly site: string
  readonly language: string
  /** Feature vectors. */
  readonly vectors: Float64Array[]
  /** Words of each sentence: lemmas, in small letters. */
  readonly lemmas: string[][]
  /** How much the sentence speaks for being lifted: 0 not at all, 1 lifted, 2 by all means. */
  readonly worth: number[]
}

const languages = [da, en]
const size = quoteFeatures.length
const root = new URL('../../../../shared/eval/', import.meta.url)

function readRows<Row>(file: string): Row[] {
  return readFileSync(new URL(file, root), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

interface QuoteRow {
  id: string
  title: string
  text: string
  language: string
  tier: string
  sentences: string[]
  gold: number[]
  source: { site: string }
}

/** Articles whose lifted lines are known: English of tiers A and B, Danish of tier M (a model's marks). @param file - of the evaluation data on quotes. */
export function readLifted(file: string): Example[] {
  return readRows<QuoteRow>(`quotes/${file}`)
    .filter(({ tier, language }) => tier === 'M' || (language === 'en' && (tier === 'A' || tier === 'B')))
    .map(({ id, title, text, language, sentences, gold, source }) => {
      const lines = gold.map((index) => ` ${foldWords(sentences[index]!).join(' ')} `)
      return describe({ id, title, body: text, format: 'markdown', language }, source.site, (words) =>
        lines.some((line) => line.includes(` ${words} `) || ` ${words} `.includes(line)) ? 1 : 0,
      )
    })
    .filter(({ worth }) => worth.some((value) => value > 0))
}

/** Danish articles marked by reading: `danish-marks.tsv` beside this file. */
export function readMarked(): Example[] {
  const marks = new Map<string, Map<string, number>>()
  for (const line of readFileSync(new URL('danish-marks.tsv', import.meta.url), 'utf8').split('\n')) {
    const [file, id, grade, hash] = line.split('\t')
    if (line.startsWith('#') || !hash) continue
    const key = `${file}\t${id}`
    if (!marks.has(key)) marks.set(key, new Map())
    marks.get(key)!.set(hash, Number(grade))
  }
  const rows = new Map<
    string,
    Map<string, { id: string; title?: string; body?: string; text?: string; site?: string }>
  >()
  return [...marks].map(([key, grades]) => {
    const [file = '', id = ''] = key.split('\t')
    if (!rows.has(file)) rows.set(file, new Map(readRows<{ id: string }>(`${file}.jsonl`).map((row) => [row.id, row])))
    const row = rows.get(file)!.get(id)
    if (!row) throw new Error(`danish-marks.tsv: ${file} has no article ${id}`)
    const { title = '', body = row.text ?? '', site = file } = row
    const format = row.body === undefined ? 'text' : 'markdown'
    return describe({ id, title, body, format, language: 'da' }, site, (words) => {
      const grade = grades.get(hashOf(words)) ?? 0
      return grade === 3 ? 2 : grade === 2 ? 1 : 0
    })
  })
}

/** FNV-1a, 32 bits, eight hexadecimal digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

function describe(article: Article, site: string, worthOf: (words: string) => number): Example {
  const document = parseArticle(languages, article)
  const words = readWords(languages, document)
  const { values, wordCounts } = describeSentences(document, words, findQuotations(document, words))
  const vectors: Float64Array[] = []
  const lemmas: string[][] = []
  const worth: number[] = []
  for (const [index, { start, end, block }] of document.sentences.entries()) {
    const kind = document.blocks[block]!.kind
    if (wordCounts[index]! < 4 || (kind !== 'paragraph' && kind !== 'blockquote' && kind !== 'list-item')) continue
    vectors.push(values.slice(index * size, (index + 1) * size))
    const own: string[] = []
    for (let token = words.sentenceStarts[index]!; token < words.sentenceStarts[index + 1]!; token++) {
      const form = words.forms[words.formOf[token]!]
      if (form && !form.isNumber && !form.isName) own.push(form.lemma)
    }
    lemmas.push(own)
    worth.push(worthOf(foldWords(document.text.slice(start, end)).join(' ')))
  }
  return { id: article.id!, site, language: article.language!, vectors, lemmas, worth }
}
