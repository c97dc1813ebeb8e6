/** Learns the endings that turn a form into its lemma. */
import type { Fact } from './sources.js'
import { type Ending, type Example, learnEndings } from './suffix-tree.js'

/** What is learnt from: facts, how common forms are, plain vocabulary; and the price of a rule. */
export interface LemmaSources {
  readonly facts: readonly Fact[]
  readonly open: ReadonlyMap<string, number>
  readonly vocabulary: readonly string[]
  /** Price of one ending in units of evidence: higher gives a smaller table. */
  readonly cost: number
  /** How much the words that a form is head of weigh; 0 where the language writes compounds apart. */
  readonly headWeight: number
}

const learnt = new Set([
  'NOUN',
  'VERB',
  'ADJ',
  'ADV',
  'AUX',
  'PRON',
  'DET',
  'ADP',
  'NUM',
  'INTJ',
  'SCONJ',
  'CCONJ',
  'PART',
])
const content = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'AUX'])
const letters = /^\p{L}+$/u

/** How to come from form to lemma: letters to cut off the end, and what to add. */
export function ruleOf(form: string, lemma: string): string {
  let shared = 0
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++
  return `${form.length - shared}${lemma.slice(shared)}`
}

/** Endings with their rules, in code-point order. */
export function learnLemmas({ facts, open, vocabulary, cost, headWeight }: LemmaSources): Ending[] {
  const forms = new Map<string, Map<string, { counted: number; listed: number }>>()
  for (const fact of facts) {
    if (!learnt.has(fact.tag)) continue
    const form = fact.form.toLowerCase()
    const lemma = fact.lemma.toLowerCase()
    if (!letters.test(form) || !letters.test(lemma)) continue
    let lemmas = forms.get(form)
    if (!lemmas) forms.set(form, (lemmas = new Map()))
    let evidence = lemmas.get(lemma)
    if (!evidence) lemmas.set(lemma, (evidence = { counted: 0, listed: 0 }))
    // by hand: function words rarely become terms; their lemmas must not decide for content words.
    if (fact.count) evidence.counted += fact.count * (content.has(fact.tag) ? 1 : 0.3)
    else evidence.listed += fact.source === 'dictionary' ? 1 : 0.7
  }
  const examples: Example[] = []
  for (const [word, lemmas] of forms) {
    let counted = 0
    let total = 0
    for (const evidence of lemmas.values()) {
      counted += evidence.counted
      total += evidence.counted * 3 + evidence.listed
    }
    // fitted on ud-ddt dev: a counted form says more than a listed one, and a common one more than a rare one.
    const weight = 1 + Math.log2(1 + counted) + 0.3 * Math.log2(1 + (open.get(word) ?? 0))
    const answers = new Map<string, number>()
    for (const [lemma, evidence] of lemmas) {
      const rule = ruleOf(word, lemma)
      answers.set(rule, (answers.get(rule) ?? 0) + (weight * (evidence.counted * 3 + evidence.listed)) / total)
    }
    examples.push({ word, answers })
  }
  if (headWeight > 0)
    examples.push(...heads(facts, forms, new Set([...forms.keys(), ...open.keys(), ...vocabulary]), headWeight))
  const uses = new Map<string, number>()
  for (const { answers } of examples) for (const rule of answers.keys()) uses.set(rule, (uses.get(rule) ?? 0) + 1)
  const general = new Set([...uses].filter(([, count]) => count >= 3).map(([rule]) => rule))
  return learnEndings(examples, { cost, letterCost: cost / 10, reach: 0, general })
}

/**
 * Each form once more as the head of compounds not seen (`*form`), as a noun if it can be one, weighed by how many
 * words of the vocabulary end in it after another word.
 */
function heads(
  facts: readonly Fact[],
  forms: ReadonlyMap<string, unknown>,
  vocabulary: ReadonlySet<string>,
  headWeight: number,
): Example[] {
  const counts = new Map<string, number>()
  for (const word of vocabulary) {
    for (let at = 3; at <= word.length - 3; at++) {
      const head = word.slice(at)
      const modifier = word.slice(0, at)
      if (!forms.has(head)) continue
      if (vocabulary.has(modifier.endsWith('s') ? modifier.slice(0, -1) : modifier)) {
        counts.set(head, (counts.get(head) ?? 0) + 1)
      }
    }
  }
  // by hand: a head is a noun, seldom an adjective or a verb.
  const classes = new Map([
    ['NOUN', 1],
    ['ADJ', 0.2],
    ['VERB', 0.1],
  ])
  const rules = new Map<string, Map<string, number>>()
  for (const fact of facts) {
    const form = fact.form.toLowerCase()
    const share = classes.get(fact.tag)
    if (share === undefined || form.length < 3 || !forms.has(form)) continue
    let answers = rules.get(form)
    if (!answers) rules.set(form, (answers = new Map()))
    const rule = ruleOf(form, fact.lemma.toLowerCase())
    answers.set(rule, Math.max(answers.get(rule) ?? 0, share * (fact.count ? 1 : 0.8)))
  }
  const examples: Example[] = []
  for (const [form, shares] of rules) {
    const weight = headWeight * (0.2 + Math.log2(1 + (counts.get(form) ?? 0)))
    let total = 0
    for (const share of shares.values()) total += share
    examples.push({
      word: `*${form}`,
      answers: new Map([...shares].map(([rule, share]) => [rule, (weight * share) / total])),
    })
  }
  return examples
}
