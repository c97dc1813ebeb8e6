/**
 * Fits the ranker of pull quotes, `data/quotes/ranker.tsv`: logistic regression of "an editor lifted this sentence" on
 * the features of src/quotes, each less its mean in the article, so that only differences within an article teach.
 * Ridge penalty, Newton's method, no randomness: the same bytes on each run. Run: npx tsx data/learn/learn-quotes.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { da } from '../../src/da.js'
import { parseArticle } from '../../src/document/parse-article.js'
import { en } from '../../src/en.js'
import { describeSentences } from '../../src/quotes/describe-sentences.js'
import { foldWords } from '../../src/quotes/fold-words.js'
import { type QuoteFeature, quoteFeatures } from '../../src/quotes/quote-features.js'
import { readWords } from '../../src/words/read-words.js'
import { fitLogistic } from './quotes/fit-logistic.js'

const languages = [da, en]
const size = quoteFeatures.length

/**
 * Ridge penalty on weights of features of unit variance. Kept by hand: dev is flat between 100 and 1000, and cross
 * validation on the magazine falls slowly in AUC and rises slowly in MRR.
 */
const ridge = 100

/**
 * Weights set by hand, because the magazine's editors lift lines that lean on the one before, which read badly in large
 * type, and because its articles hold hardly any links or stress: elsewhere a bold or linked line is mostly a label or a lead.
 */
const byHand: Partial<Record<QuoteFeature | 'more sentences' | 'half a quotation', number>> = {
  'points back': -0.5,
  'opens with a link word': -0.3,
  'links back inside': -0.3,
  'starts in lower case': -1.5,
  'opens with a quotation': 0.3,
  linked: -1,
  stressed: -1,
  'more sentences': -0.3,
  'half a quotation': -0.7,
}

interface Row {
  title: string
  text: string
  language: string
  sentences: string[]
  gold: number[]
}

interface Example {
  /** Vectors of the sentences that may be lifted, less the article's mean. */
  readonly vectors: Float64Array[]
  readonly raw: Float64Array[]
  readonly lifted: boolean[]
}

function readRows(file: string): Row[] {
  const url = new URL(`../../../shared/eval/quotes/${file}`, import.meta.url)
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

function readExample({ title, text, language, sentences, gold }: Row): Example {
  const document = parseArticle(languages, { title, body: text, format: 'markdown', language })
  const { values, wordCounts } = describeSentences(document, readWords(languages, document))
  const goldWords = gold.map((index) => ` ${foldWords(sentences[index]!).join(' ')} `)
  const raw: Float64Array[] = []
  const lifted: boolean[] = []
  for (const [index, { start, end, block }] of document.sentences.entries()) {
    const kind = document.blocks[block]!.kind
    if (wordCounts[index]! < 4 || (kind !== 'paragraph' && kind !== 'blockquote' && kind !== 'list-item')) continue
    const words = ` ${foldWords(document.text.slice(start, end)).join(' ')} `
    raw.push(values.slice(index * size, (index + 1) * size))
    lifted.push(goldWords.some((line) => line.includes(words) || words.includes(line)))
  }
  const mean = new Float64Array(size)
  for (const vector of raw)
    for (let feature = 0; feature < size; feature++) mean[feature]! += vector[feature]! / raw.length
  return { raw, vectors: raw.map((vector) => vector.map((value, feature) => value - mean[feature]!)), lifted }
}

const examples = readRows('train-fsm.jsonl').map(readExample)
const vectors = examples.flatMap(({ vectors }) => vectors)
const raw = examples.flatMap(({ raw }) => raw)
const lifted = examples.flatMap(({ lifted }) => lifted)
const usual = quoteFeatures.map((_, feature) => raw.reduce((sum, vector) => sum + vector[feature]!, 0) / raw.length)
const spread = quoteFeatures.map((_, feature) =>
  Math.sqrt(vectors.reduce((sum, vector) => sum + vector[feature]! ** 2, 0) / vectors.length),
)
const isFree = quoteFeatures.map((name, feature) => byHand[name] === undefined && spread[feature]! > 1e-9)
const inputs = vectors.map((vector) => {
  const row = Float64Array.from(vector, (value, feature) => (isFree[feature] ? value / spread[feature]! : 0))
  return Float64Array.from([...row, 1])
})
// what is set by hand counts, so that the rest is fitted around it
const offsets = vectors.map((vector) =>
  quoteFeatures.reduce((sum, name, feature) => sum + (byHand[name] ?? 0) * vector[feature]!, 0),
)
const fitted = fitLogistic(inputs, lifted, offsets, [...quoteFeatures.map(() => ridge), 0])

const number = (value: number): string => String(Math.round(value * 1e4) / 1e4 + 0)
const lines = quoteFeatures.map((name, feature) => {
  const weight = isFree[feature] ? fitted[feature]! / spread[feature]! : (byHand[name] ?? 0)
  return `${name}\t${number(weight)}\t${number(usual[feature]!)}`
})
for (const name of ['more sentences', 'half a quotation'] as const) lines.push(`${name}\t${number(byHand[name]!)}\t0`)
const head = `# generated by data/learn/learn-quotes.ts, do not edit
# What editors lift: columns feature, weight, usual value. The log odds of a line are the first row's weight and the
# weights times (value - usual value). The same weights serve every language: the words behind them stand in
# data/<code>/quote-words.tsv.
# Fitted on ${lifted.filter(Boolean).length} lifted of ${lifted.length} sentences in ${examples.length} articles of Free Software Magazine, whose articles carry
# different free and verbatim-copying licences: ${quoteFeatures.length} weights are all that is learnt from them, no words.
# By hand (reasons in the script): ${Object.keys(byHand).join(', ')}.
`
writeFileSync(
  new URL('../quotes/ranker.tsv', import.meta.url),
  `${head}${[`usual line\t${number(fitted[size]!)}\t0`, ...lines.sort()].join('\n')}\n`,
)
