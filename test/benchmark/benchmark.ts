/**
 * Speed beside peers in one run: `npm run benchmark`. Texts are the bodies of the evaluation sets, so it needs
 * ../shared. Rates are of this machine and noisy; read the ratios.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import nlp from 'compromise'
import { franc } from 'franc'
import { evaluationFile } from '../evaluation/run-scorer.js'
import { type Contender, compare } from './compare.js'

// What users get: the build, not the sources by way of a loader.
const built = new URL('../../dist/node/index.js', import.meta.url).href
const { analyze, buildRelatedIndex, detectLanguage, extractThemes, parseArticle, related, splitSentences, tokenize } =
  (await import(built)) as typeof import('../../src/index.js')

const require = createRequire(import.meta.url)
const SentenceTokenizer = require('natural/lib/natural/tokenizers/sentence_tokenizer.js')
const Tokenizer = require('natural/lib/natural/tokenizers/aggressive_tokenizer.js')
const TfIdf = require('natural/lib/natural/tfidf/tfidf.js')

interface Body {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly format: 'markdown'
  readonly language: string
}

const read = (path: string): Body[] =>
  readFileSync(evaluationFile(path), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Body)

const danish = read('themes/da.dev.jsonl').slice(0, 80)
const english = read('themes/en-blog.dev.jsonl').slice(0, 80)
const bytes = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
const megabytes = (texts: readonly string[]): number => bytes(texts) / 1e6

/** A contender that does the same to each text; its unit is megabytes. */
function over(name: string, texts: readonly string[], work: (text: string) => unknown): Contender {
  const size = megabytes(texts)
  return {
    name,
    run: () => {
      for (const text of texts) work(text)
      return size
    },
  }
}

function table(title: string, unit: string, contenders: readonly Contender[], rounds?: number): void {
  console.log(`\n### ${title}\n\n| system | ${unit} | klartekst is × |\n| --- | ---: | ---: |`)
  for (const { name, rate, ratio } of compare(contenders, rounds)) {
    console.log(`| ${name} | ${rate < 10 ? rate.toFixed(2) : rate.toFixed(0)} | ${ratio.toFixed(1)} |`)
  }
}

const danishTexts = danish.map((article) => parseArticle(article).text)
const englishTexts = english.map((article) => parseArticle(article).text)
const sentences = danishTexts.flatMap((text) =>
  splitSentences(text, { language: 'da' }).map(({ start, end }) => text.slice(start, end)),
)

table('Language of a sentence', 'sentences/s', [
  { name: 'klartekst', run: () => sentences.slice(0, 400).map((text) => detectLanguage(text)).length },
  { name: 'franc', run: () => sentences.slice(0, 400).map((text) => franc(text)).length },
])
table('Sentences, Danish', 'MB/s', [
  over('klartekst', danishTexts, (text) => splitSentences(text, { language: 'da' })),
  over('natural', danishTexts.slice(0, 10), (text) => new SentenceTokenizer([]).tokenize(text.slice(0, 8000))),
])
table('Sentences, English', 'MB/s', [
  over('klartekst', englishTexts, (text) => splitSentences(text, { language: 'en' })),
  over('compromise', englishTexts.slice(0, 6), (text) => nlp.tokenize(text).sentences().out('array')),
])
table('Tokens, Danish', 'MB/s', [
  over('klartekst', danishTexts, (text) => tokenize(text, { language: 'da' })),
  over('natural, aggressive (cuts at æ ø å)', danishTexts, (text) => new Tokenizer().tokenize(text)),
])
table('Themes, Danish (klartekst from the article, natural from its text)', 'MB/s', [
  over(
    'klartekst, extractThemes',
    danish.map(({ body }) => body),
    (body) => extractThemes({ body, format: 'markdown', language: 'da' }),
  ),
  over('natural, TfIdf.addDocument', danishTexts, (text) => new TfIdf().addDocument(text)),
])
table(
  'The whole analysis, English',
  'MB/s',
  [
    over(
      'klartekst, analyze',
      english.map(({ body }) => body),
      (body) => analyze({ body, format: 'markdown' }),
    ),
    over('compromise, nouns()', englishTexts.slice(0, 3), (text) => nlp(text).nouns().out('array')),
  ],
  3,
)

const archive = read('related/en-18f/articles.jsonl').slice(0, 150)
table(
  'Related articles: 150 blog posts, from text to all lists',
  'articles/s',
  [
    {
      name: 'klartekst',
      run: () => {
        const index = buildRelatedIndex(archive)
        for (const { id } of archive) related(index, id)
        return archive.length
      },
    },
    {
      name: 'natural, TfIdf.tfidfs on the 25 strongest terms',
      run: () => {
        const tfidf = new TfIdf()
        for (const { title, body } of archive) tfidf.addDocument(`${title} ${body}`)
        for (let document = 0; document < archive.length; document++) {
          const terms = tfidf.listTerms(document).slice(0, 25)
          tfidf.tfidfs(terms.map(({ term }: { term: string }) => term))
        }
        return archive.length
      },
    },
  ],
  3,
)
