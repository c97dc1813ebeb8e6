/**
 * Learns the tables of words from the sources in ../shared/eval/lexicon: lemma endings, background, compounds and word
 * classes, for Danish and English. Deterministic. Run: npx tsx data/learn/learn-words.ts
 */

import type { Language } from '../../src/model/language.js'
import { lemmatize } from '../../src/words/lemmatize.js'
import { packLemmas } from './pack-words.js'
import { handEntries } from './words/hand-entries.js'
import { learnBackground } from './words/learn-background.js'
import { learnCompounds } from './words/learn-compounds.js'
import { learnLemmas } from './words/learn-lemmas.js'
import { learnWordClasses } from './words/learn-word-classes.js'
import {
  danishFacts,
  danishVocabulary,
  englishFacts,
  nameWords,
  openTextCounts,
  universalFacts,
} from './words/sources.js'
import { danishSentences, englishSentences, universalSentences } from './words/tagged.js'
import { writeTable } from './words/write-table.js'

// UD_Danish-DDT's dev part tells auxiliaries from verbs, which PAROLE does not, and has its own lemmas of participles and
// adverbs; by hand: it counts three times.
const universalPart = 'ling/da/ud-ddt-dev.jsonl'
const universal = universalSentences(universalPart)
const threeTimes = <T>(list: readonly T[]): T[] => [...list, ...list, ...list]
const danish = {
  facts: [...danishFacts(), ...universalFacts(universalPart)],
  open: openTextCounts('da'),
  vocabulary: danishVocabulary(),
  sentences: [...danishSentences(), ...threeTimes(universal)],
}
const english = { facts: englishFacts(), open: openTextCounts('en'), vocabulary: [], sentences: englishSentences() }

const danishSources =
  'PAROLE-DK (Copenhagen Dependency Treebanks; MIT), Det Danske Sentimentleksikon (DSL and CST; CC BY-SA 4.0),\n' +
  'UD_Danish-DDT, dev part (CC BY-SA 4.0), UniMorph (CC BY-SA 3.0); weighed by wordfreq and FrequencyWords (CC BY-SA 4.0)'
const englishSources =
  'UD_English-EWT, training part (CC BY-SA 4.0), UniMorph (CC BY-SA 3.0);\n' +
  'weighed by wordfreq and FrequencyWords (CC BY-SA 4.0)'
const lemmaHead =
  'Lemmas: a word loses `cut` letters at its end and gets `add`, by the longest ending listed; ^ before an ending: the\n' +
  'whole word. Correct a word in exceptions.tsv, not here. Least sum of errors and rules over all endings.'

const compoundHead =
  'Parts of compounds: what a part costs as first part (with its linking letters) or as head, in quarter bits; learnt from\n' +
  'words alone, by how many compounds it takes part in. Correct a word in compounds.tsv, not here.'
const classHead =
  'Word classes by ending, ^ for a whole word: N noun, P name, V verb, X auxiliary, A adjective, R adverb, D determiner,\n' +
  'O pronoun, I adposition, C and S conjunctions, T particle, M number, J interjection; the likelier of two first.'
const taggerHead =
  'The tagger: words it knows, combinations of classes it reads, and the weights of its features by class (letters as in\n' +
  'class-endings.tsv; features are numbered in src/words/tag-features.ts). Averaged perceptron.'
const backgroundHead =
  'Background: how rare the 10,000 commonest lemmas are in open text, as -log2 of relative frequency, rounded to halves.'

for (const [code, sources, words, cost, headWeight] of [
  ['da', danishSources, danish, 0.6, 1],
  ['en', englishSources, english, 0.7, 0],
] as const) {
  const endings = learnLemmas({ ...words, cost, headWeight })
  const lines = endings.map(({ ending, answer }) => {
    const cut = /^\d+/.exec(answer)?.[0] ?? '0'
    return `${ending}\t${cut}\t${answer.slice(cut.length)}`
  })
  writeTable(`${code}/lemma-endings.tsv`, `${lemmaHead}\nSources: ${sources}.`, 'ending	cut	add', lines)
  const language = { code, lemmas: packLemmas(lines, handEntries(`${code}/exceptions.tsv`)) } as Language
  const names = nameWords(code, words.facts)
  const background = learnBackground(
    words.open,
    (word) => lemmatize(language, word),
    nameWords(code, words.facts),
    10_000,
  )
  writeTable(
    `${code}/background.tsv`,
    `${backgroundHead}\nSources: wordfreq (data CC BY-SA 4.0), FrequencyWords (CC BY-SA 4.0), summed over lemmas.`,
    'lemma	bits	name',
    background.map(({ lemma, bits, isName }) => `${lemma}\t${bits}${isName ? '\tname' : ''}`),
  )

  const classes = learnWordClasses(words.sentences, words.facts, words.open)
  writeTable(`${code}/class-endings.tsv`, `${classHead}\nSources: ${sources}.`, 'ending	classes', classes.endings)
  writeTable(`${code}/tagger.tsv`, `${taggerHead}\nSources: ${sources}.`, 'kind	what	weights', classes.tagger)
  const hand = handEntries(`${code}/compounds.tsv`)
  if (!hand.some((line) => line.startsWith('never-first'))) continue
  const { modifiers, heads, unseen } = learnCompounds({
    ...words,
    names,
    lemmatize: (word) => lemmatize(language, word),
    hand,
  })
  writeTable(
    `${code}/compound-parts.tsv`,
    `${compoundHead}\nSources: ${sources}; vocabulary of snowball-data (BSD-3).`,
    'role	part	quarter bits',
    [
      `unseen\t-\t${unseen}`,
      ...[...modifiers].map(([part, cost]) => `modifier\t${part}\t${cost}`),
      ...[...heads].map(([part, cost]) => `head\t${part}\t${cost}`),
    ],
  )
}
