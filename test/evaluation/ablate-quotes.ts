/** What the ranker of pull quotes owes to its sources and to its features: fitted anew without each. */
import { type FittedRanker, fitRanker } from '../../data/learn/quotes/fit-ranker.js'
import { type Example, readLifted } from '../../data/learn/quotes/read-examples.js'
import { sources } from '../../data/learn/quotes/sources.js'
import { type QuoteFeature, quoteFeatures } from '../../src/quotes/quote-features.js'

const families: Record<string, (name: QuoteFeature) => boolean> = {
  'kinds of words': (name) => name.endsWith(' words') && !/^(?:rare|long|function)/.test(name),
  'length and form': (name) =>
    /^(?:length|very|word length|long words|commas|colons|dashes|parentheses|symbols|numbers)/.test(name),
  'names, verbs, nouns': (name) => /^(?:names|verbs|no verb|nouns|capitals|all capitals)/.test(name),
  'leaning on what is before': (name) =>
    /^(?:points back|links back|pronoun|opens with a link|starts in lower)/.test(name),
  'place in the paragraph': (name) => name.endsWith('in its paragraph'),
  'who is quoted': (name) => /^(?:quoted|partly quoted|opens with a quotation)/.test(name),
  'the article’s words': (name) => /^(?:central|words of|rare|repetition)/.test(name),
}

// every fourth article of the magazine, to save time; each counts four times
const thinned = sources.map(([examples, weight], place) =>
  place === 0 ? ([examples.filter((_, index) => index % 4 === 0), 4 * weight] as const) : ([examples, weight] as const),
)

/** Chance that a lifted sentence stands above another of its article, mean over articles, per cent. */
function areaUnder({ weights }: FittedRanker, examples: readonly Example[]): number {
  let total = 0
  for (const { vectors, worth } of examples) {
    const scores = vectors.map((vector) => vector.reduce((sum, value, feature) => sum + weights[feature]! * value, 0))
    let above = 0
    let pairs = 0
    for (const [lifted, own] of worth.entries()) {
      if (own === 0) continue
      for (const [other, value] of worth.entries()) {
        if (value > 0) continue
        pairs++
        above += scores[lifted]! > scores[other]! ? 1 : scores[lifted]! === scores[other]! ? 0.5 : 0
      }
    }
    total += pairs > 0 ? above / pairs : 0.5
  }
  return (100 * total) / examples.length
}

/** A table: AUC over the sentences of test-fsm, of the other English sites of test, of test-da-model. */
export function ablateQuotes(): string {
  const magazine = readLifted('test-fsm.jsonl')
  const others = readLifted('test.jsonl')
  const danish = readLifted('test-da-model.jsonl')
  const row = (name: string, without: ReadonlySet<QuoteFeature>, kept: readonly boolean[]): string => {
    const ranker = fitRanker(
      thinned.filter((_, place) => kept[place]),
      without,
    )
    const figures = [areaUnder(ranker, magazine), areaUnder(ranker, others), areaUnder(ranker, danish)]
    return `${name.padEnd(36)}${figures.map((figure) => figure.toFixed(1).padStart(8)).join('')}`
  }
  const all = [true, true, true]
  return [
    `${'AUC'.padEnd(36)}     fsm  en A+B    da M`,
    row('all', new Set(), all),
    row('learnt from the magazine alone', new Set(), [true, false, false]),
    row('without the magazine', new Set(), [false, true, true]),
    row('without other English sites', new Set(), [true, false, true]),
    row('without the Danish marks', new Set(), [true, true, false]),
    ...Object.entries(families).map(([name, isOf]) => row(`without ${name}`, new Set(quoteFeatures.filter(isOf)), all)),
  ].join('\n')
}
