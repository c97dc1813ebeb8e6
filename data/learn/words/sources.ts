/** Reads the sources that words are learnt from: facts (form, lemma, class, count), never sentences kept. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const evaluation = new URL('../../../../shared/eval/', import.meta.url)

/** One fact: a form, its lemma, its class (UPOS), how often it was counted (0: from a dictionary), and from where. */
export interface Fact {
  readonly form: string
  readonly lemma: string
  readonly tag: string
  readonly count: number
  readonly source: 'counted' | 'dictionary' | 'paradigms'
}

/** The lines of a file of the evaluation data, empty and comment lines dropped; with gaps, all of them. */
export function lines(path: string, gaps = false): string[] {
  const url = new URL(path, evaluation)
  if (!existsSync(url)) throw new Error(`the evaluation data is not here: ${fileURLToPath(url)} is missing`)
  return readFileSync(url, 'utf8')
    .normalize('NFC')
    .split('\n')
    .filter((line) => gaps || (line !== '' && !line.startsWith('# ')))
}

const dictionaryTags: Readonly<Record<string, string>> = {
  'sb.': 'NOUN',
  'sb. pl.': 'NOUN',
  'vb.': 'VERB',
  'adj.': 'ADJ',
  'adv.': 'ADV',
  udråbsord: 'INTJ',
}

/** Danish facts: PAROLE (counted), Det Danske Sentimentleksikon (dictionary), UniMorph (paradigms). */
export function danishFacts(): Fact[] {
  const facts: Fact[] = []
  for (const line of lines('lexicon/da/parole-form-lemma-pos-counts.tsv')) {
    const [form = '', lemma = '', tag = '', count = '0'] = line.split('\t')
    facts.push({ form, lemma, tag, count: Number(count), source: 'counted' })
  }
  for (const line of lines('lexicon/da/dds-fullforms.tsv')) {
    const [lemma = '', kind = '', forms = ''] = line.split('\t')
    const tag = dictionaryTags[kind]
    if (!tag) continue
    for (const form of forms.split(';')) {
      if (!form.includes("'")) facts.push({ form, lemma, tag, count: 0, source: 'dictionary' })
    }
  }
  facts.push(...paradigms('lexicon/da/unimorph-dan.tsv'))
  facts.push(...regularForms(facts))
  return facts
}

/** Facts of a part of Universal Dependencies, counted; by hand: three times, as the tagger does. */
export function universalFacts(path: string): Fact[] {
  const facts = new Map<string, { form: string; lemma: string; tag: string; count: number; source: 'counted' }>()
  for (const line of lines(path)) {
    const { text, tokens } = JSON.parse(line) as { text: string; tokens: [number, number, string, string, string][] }
    for (const [start, end, , lemma, tag] of tokens) {
      const form = tag === 'PROPN' ? text.slice(start, end) : text.slice(start, end).toLowerCase()
      const id = `${form}\t${lemma}\t${tag}`
      const known = facts.get(id)
      if (known) known.count += 3
      else facts.set(id, { form, lemma, tag, count: 3, source: 'counted' })
    }
  }
  return [...facts.values()]
}

/**
 * Forms of Danish verbs that no source lists in full, by the grammar: the passive in -s of every verb in -e, and the
 * whole paradigm of verbs in -ere, which has no exception.
 */
function regularForms(facts: readonly Fact[]): Fact[] {
  const verbs = new Set<string>()
  for (const { lemma, tag } of facts) if (tag === 'VERB' && /^[a-zæøå]{3,}e$/.test(lemma)) verbs.add(lemma)
  const endings = (verb: string): string[] => (verb.endsWith('ere') ? ['', 'r', 'de', 't', 's', 'des'] : ['s'])
  return [...verbs]
    .sort()
    .flatMap((lemma) =>
      endings(lemma).map(
        (ending): Fact => ({ form: lemma + ending, lemma, tag: 'VERB', count: 0, source: 'paradigms' }),
      ),
    )
}

/** English facts: the English Web Treebank's training part (counted) and UniMorph (paradigms). */
export function englishFacts(): Fact[] {
  const facts: Fact[] = []
  for (const line of lines('lexicon/en/ewt-form-lemma-pos-counts.tsv')) {
    const [form = '', lemma = '', tag = '', count = '0'] = line.split('\t')
    facts.push({ form, lemma, tag, count: Number(count), source: 'counted' })
  }
  facts.push(...paradigms('lexicon/en/unimorph-eng.tsv'))
  return facts
}

function paradigms(path: string): Fact[] {
  const facts: Fact[] = []
  const seen = new Set<string>()
  for (const line of lines(path)) {
    const [lemma = '', form = '', features = ''] = line.split('\t')
    const tag = features.startsWith('N') ? 'NOUN' : features.startsWith('V') ? 'VERB' : 'ADJ'
    for (const each of [form, lemma]) {
      const id = `${each}\t${lemma}\t${tag}`
      if (seen.has(id)) continue
      seen.add(id)
      facts.push({ form: each, lemma, tag, count: 0, source: 'paradigms' })
    }
  }
  return facts
}

/** How common words are in open text, per million: wordfreq's list, else film subtitles'. Keyed by lower-case word. */
export function openTextCounts(code: string): Map<string, number> {
  const counts = new Map<string, number>()
  let total = 0
  // by hand: film subtitles are spoken; they count half for words that the wider list does not know.
  const share = 0.5
  const subtitles: [string, number][] = []
  for (const line of lines(`lexicon/${code}/frequencywords-50k.txt`)) {
    const [word = '', count = '0'] = line.split(' ')
    subtitles.push([word, Number(count)])
    total += Number(count)
  }
  for (const [word, count] of subtitles) counts.set(word, (share * count * 1e6) / total)
  for (const line of lines(`lexicon/${code}/wordfreq-small.tsv`)) {
    const [word = '', centibels = '900'] = line.split('\t')
    counts.set(word, 10 ** (6 - Number(centibels) / 100))
  }
  return counts
}

/** Plain vocabulary without counts. */
export function danishVocabulary(): string[] {
  return lines('lexicon/da/snowball-voc.txt')
}

/**
 * Lower-case words that are names more often than anything else: counted so, or in a list of names and in no dictionary.
 */
export function nameWords(code: string, facts: readonly Fact[]): Set<string> {
  const votes = new Map<string, number>()
  const vote = (word: string, weight: number): void => {
    votes.set(word, (votes.get(word) ?? 0) + weight)
  }
  for (const { form, tag, count } of facts) {
    if (tag === 'X' || tag === 'FOREIGN' || tag === 'SYM' || tag === 'PUNCT') continue
    vote(form.toLowerCase(), tag === 'PROPN' ? count : -Math.max(count, 1))
  }
  for (const word of listedNames(code)) vote(word, 1)
  return new Set([...votes].filter(([word, weight]) => weight > 0 && /^\p{L}+$/u.test(word)).map(([word]) => word))
}

/** Words of names from the name lists and of tagged persons and places, lower case, each once. */
function listedNames(code: string): Set<string> {
  const names = new Set<string>()
  const lists =
    code === 'da'
      ? ['full-name-generator-names-dk.ts', 'full-name-generator-surnames-dk.ts']
      : ['names-gb.ts', 'names-us.ts', 'surnames-gb.ts', 'surnames-us.ts'].map((file) => `full-name-generator-${file}`)
  for (const file of lists) {
    for (const line of lines(`lexicon/${code}/${file}`)) {
      if (/^\s*\/[/*]/.test(line)) continue
      for (const [, name = ''] of line.matchAll(/'(\p{L}+)'/gu)) names.add(name.toLowerCase())
    }
  }
  if (code === 'da') {
    for (const line of lines('lexicon/da/kommuner.txt')) {
      for (const name of line.split(' ')) if (/^\p{Lu}\p{L}+$/u.test(name)) names.add(name.toLowerCase())
    }
  }
  const tagged = code === 'da' ? 'danplus-news-train-entities.jsonl' : 'wnut-train-entities.jsonl'
  for (const line of lines(`lexicon/${code}/${tagged}`)) {
    const { text, entities } = JSON.parse(line) as { text: string; entities: [number, number, string][] }
    for (const [start, end, kind] of entities) {
      if (kind !== 'person' && kind !== 'place') continue
      for (const [name] of text.slice(start, end).matchAll(/(?<!\p{L})\p{Lu}\p{Ll}+(?!\p{L})/gu))
        names.add(name.toLowerCase())
    }
  }
  return names
}
