import { addWords, makeSpanWords } from '../../../src/language/collect-words.js'
import { languageOfWords } from '../../../src/language/detect-language-spans.js'
import { Break, type SpanCosts, type SpanWords } from '../../../src/language/segment-words.js'
import { unpackDetector } from '../../../src/language/unpack-detector.js'
import { packDetector } from '../pack-detector.js'
import { makeRandom } from './random.js'
import { readSpanDocuments, type SpanDocument } from './read-corpus.js'

interface Measured {
  readonly words: SpanWords
  /** The true language of each word; Norwegian is one. -1: not judged. */
  readonly gold: readonly number[]
  readonly lengths: readonly number[]
}

const fold = (language: number): number => (language === 2 ? 1 : language)

/** Random changes tried. */
const TRIALS = 1500

/**
 * Fits what a change of language costs on the dev set of mixed documents: random steps, ever smaller, kept where letters
 * right, changes found and documents right (weighed together) get better. Lines of data/language/settings.tsv.
 */
export function fitSpans(lines: readonly string[], settings: readonly string[], log: (line: string) => void): string[] {
  const table = unpackDetector(packDetector(lines, settings))
  const documents = readSpanDocuments('langid/spans-dev.jsonl').map((document): Measured => {
    const words = makeSpanWords(1000)
    addWords(table, document.text, 0, document.text.length, Break.block, words)
    const places = Array.from({ length: words.count }, (_, word) => word)
    return {
      words,
      gold: places.map((word) => languageAt(document, words.starts[word]!)),
      lengths: places.map((word) => words.ends[word]! - words.starts[word]!),
    }
  })
  let best = [180, 150, 40, 40, 20, 100, 7]
  const toCosts = ([inside, comma, quote, sentence, block, most, rare]: readonly number[]): SpanCosts => ({
    // The dev set has no single line breaks: their cost lies between that of a sentence and that of a block.
    change: [inside!, comma!, quote!, sentence!, Math.round((sentence! + block!) / 2), block!],
    most: most!,
    rare: rare!,
  })
  let least = loss(documents, toCosts(best), table.languages.length + 1)
  const random = makeRandom(21)
  for (let trial = 0; trial < TRIALS; trial++) {
    const reach = 0.7 * (1 - trial / TRIALS) + 0.1
    const tried = best.map((cost) =>
      random() < 0.3 ? Math.max(1, Math.round(cost * Math.exp((random() + random() - 1) * reach))) : cost,
    )
    const found = loss(documents, toCosts(tried), table.languages.length + 1)
    if (found < least) [best, least] = [tried, found]
  }
  log(`spans: ${best.join(' ')}, loss ${least.toFixed(3)}`)
  const { change, most, rare } = toCosts(best)
  return [`change\t${change.join(' ')}`, `most\t${most}`, `rare\t${rare}`]
}

function languageAt({ spans }: SpanDocument, at: number): number {
  const span = spans.find(({ start, end }) => start <= at && at < end)
  return span ? fold(span.language) : -1
}

function loss(documents: readonly Measured[], costs: SpanCosts, size: number): number {
  let [wrong, letters, bad, hits, edges] = [0, 0, 0, 0, 0]
  for (const { words, gold, lengths } of documents) {
    const chosen = languageOfWords(words, size, costs)
    let [wrongHere, lettersHere] = [0, 0]
    const found: number[] = []
    const wanted: number[] = []
    let before = -1
    for (let word = 0; word < words.count; word++) {
      if (gold[word]! < 0) continue
      lettersHere += lengths[word]!
      if (fold(chosen[word]!) !== gold[word]) wrongHere += lengths[word]!
      if (before >= 0 && gold[before] !== gold[word]) wanted.push(words.starts[word]!)
      if (before >= 0 && fold(chosen[before]!) !== fold(chosen[word]!)) found.push(words.starts[word]!)
      before = word
    }
    wrong += wrongHere
    letters += lettersHere
    // Documents right, smoothed: between 1 and 4 percent of the letters wrong.
    bad += Math.min(1, Math.max(0, wrongHere / lettersHere - 0.01) / 0.03)
    for (const edge of wanted) if (found.some((other) => Math.abs(other - edge) <= 10)) hits += 2
    edges += wanted.length + found.length
  }
  return (2 * (100 * wrong)) / letters + 0.5 * (100 - (100 * hits) / edges) + (0.2 * (100 * bad)) / documents.length
}
