import type { ArchiveStatistics } from '../model/statistics.js'
import { isCommonLemma } from '../words/background.js'
import { commonnessIn } from './background.js'
import type { Candidates } from './find-candidates.js'
import { longestCandidate } from './find-candidates.js'
import type { NamePlaces } from './place-names.js'
import { Casing, Flag, Region, type WordStream } from './word-stream.js'

/** What a candidate is measured by, in the order of a row. Each is about 0–1, so that weights may be compared. */
export const features = [
  'two words',
  'three or four words',
  'two words where compounds are written apart',
  'three or four words where compounds are written apart',
  'frequency',
  'said more than once',
  'frequency in this text',
  'frequency beside the commonest',
  'rarity',
  'rarest word',
  'commonest word',
  'frequency and rarity',
  'in the title',
  'in title and text',
  'share of the title',
  'in a heading',
  'in several headings',
  'in heading and text',
  'is a link',
  'in a link',
  'is stressed',
  'in stressed words',
  'in a list',
  'in the lead',
  'first place',
  'early',
  'late',
  'in the last part',
  'paragraphs',
  'share of the paragraphs',
  'span over the text',
  'opens paragraphs',
  'capitals',
  'always capitals',
  'acronym',
  'inner capitals',
  'whole run of capitals',
  'part of a run of capitals',
  'noun',
  'unknown word',
  'begins with an adjective',
  'begins with a verb',
  'ends in an adjective',
  'ends in a verb',
  'holds together',
  'free of neighbours',
  'one free word',
  'preposition inside',
  'number inside',
  'letters',
  'short word',
  'broad word',
  'ends in a broad word',
  'calendar word',
  'sentences about it',
  'person',
  'organisation',
  'place',
  'other name',
  'part of a longer name',
  'ends its phrase',
  'opens its phrase',
  'one word that ends its phrase',
  'one word that opens its phrase',
  'modifies the next word',
  'only calendar words',
  'title begins with it',
  'common in the archive',
  'rarest word in the archive',
  'new in the archive',
  'commonness in the archive and title',
] as const

/** Names of the features by their place in a row. */
export type Feature = (typeof features)[number]

/** Measured only where the caller gives statistics of an archive; fitted after the others, which stay as they are. */
export const archiveFeatures: readonly Feature[] = [
  'common in the archive',
  'rarest word in the archive',
  'new in the archive',
  'commonness in the archive and title',
]

/** Rarity at which a word counts as wholly rare: -log2 of a share of one in a million. */
const rarest = 20

/** What is measured once for a document and used for each of its candidates. */
export interface Measures {
  /** Fills `row` (one number a feature) for a candidate. */
  readonly measure: (candidate: number, row: Float64Array) => void
  /**
   * 0–1, how much the text is a single short paragraph (an abstract, a brief): there, editors tag in other ways, so
   * each feature has a second weight that is multiplied by this.
   */
  readonly brevity: number
}

/**
 * Prepares the features of a document's candidates.
 * @param names - where names stand
 * @param background - the caller's archive; adds `archiveFeatures`
 */
export function prepareMeasures(
  stream: WordStream,
  candidates: Candidates,
  names: NamePlaces,
  background?: ArchiveStatistics,
): Measures {
  const commonnessOf = commonnessIn(stream, background)
  const { words, vocabulary, sentences, regions, paragraphs, flags } = stream
  const lemmaCount = stream.lemmas.length
  const rarity = new Float64Array(lemmaCount)
  for (let lemma = 0; lemma < lemmaCount; lemma++) rarity[lemma] = Math.min(1, stream.rarities[lemma]! / rarest)
  const counts = new Uint32Array(lemmaCount)
  const acronyms = new Uint32Array(lemmaCount)
  let titleWords = 0
  let contentWords = 0
  let commonest = 1
  for (let place = 0; place < stream.count; place++) {
    const word = words[place]!
    if (word < 0) continue
    const lemma = stream.lemmaOf[word]!
    const { isStopword, isNumber, casing, letters } = vocabulary[word]!
    counts[lemma]!++
    if (casing === Casing.upper && letters > 1) acronyms[lemma]!++
    if (isStopword || isNumber) continue
    contentWords++
    if (counts[lemma]! > commonest) commonest = counts[lemma]!
    const region = regions[sentences[place]!]!
    if (region === Region.title) titleWords++
  }
  for (let lemma = 0; lemma < lemmaCount; lemma++) {
    // *SKAT*, always in capitals, is not the common word *skat*: how common that is says nothing of it.
    if (acronyms[lemma]! > 0 && acronyms[lemma] === counts[lemma] && isCommonWord(stream, lemma)) rarity[lemma] = 1
  }
  const isContent = new Uint8Array(vocabulary.length)
  const isNoun = new Uint8Array(vocabulary.length)
  for (let word = 0; word < vocabulary.length; word++) {
    const facts = vocabulary[word]!
    if (facts.isContent) isContent[word] = 1
    if (facts.wordClass === 'noun' || facts.wordClass === 'name') isNoun[word] = 1
  }
  const sentenceWeights = weighSentences(stream, counts, rarity)
  const total = Math.max(1, stream.count)
  const length = Math.max(1, stream.wordCount)
  const logLength = Math.log(1 + length)
  const paragraphCount = Math.max(1, stream.paragraphCount)
  const lastPart = stream.count * 0.85

  const measure = (candidate: number, row: Float64Array): void => {
    row.fill(0)
    const from = candidates.placeStarts[candidate]!
    const to = candidates.placeStarts[candidate + 1]!
    const frequency = to - from
    const size = candidates.lengths[candidate]!
    const base = candidate * longestCandidate
    let sumRarity = 0
    let least = 1
    let most = 0
    let sumCounts = 0
    let contentSize = 0
    for (let index = 0; index < size; index++) {
      const lemma = candidates.lemmas[base + index]!
      sumCounts += counts[lemma]!
      const value = rarity[lemma]!
      if (size > 2 && index > 0 && index < size - 1 && value < 0.45) continue
      sumRarity += value
      contentSize++
      if (value < least) least = value
      if (value > most) most = value
    }
    const meanRarity = sumRarity / contentSize
    let title = 0
    let heading = 0
    let list = 0
    let lead = 0
    let last = 0
    let opens = 0
    let sawParagraphs = 0
    let lastParagraph = -1
    let links = 0
    let exactLinks = 0
    let stress = 0
    let exactStress = 0
    let judged = 0
    let capitals = 0
    let uppers = 0
    let mixed = 0
    let wholeRun = 0
    let partOfRun = 0
    let about = 0
    const kinds = [0, 0, 0, 0, 0]
    let partOfName = 0
    let firstInText = -1
    let numbers = 0
    let connectors = 0
    let noun = 0
    let unknown = 0
    let adjective = 0
    let verb = 0
    let endsAdjective = 0
    let endsVerb = 0
    let broad = 0
    let endsBroad = 0
    let calendar = 0
    let letters = 0
    let endsPhrase = 0
    let opensPhrase = 0
    let modifies = 0
    let titleStart = 0
    let onlyCalendar = 1
    for (let index = from; index < to; index++) {
      const place = candidates.places[index]!
      const here = candidates.placeLengths[index]!
      const sentence = sentences[place]!
      const region = regions[sentence]!
      if (region === Region.title) title++
      else if (region === Region.heading) heading++
      else {
        if (region === Region.lead) lead++
        else if (region === Region.listItem) list++
        if (firstInText < 0) firstInText = place
        if (paragraphs[sentence] !== lastParagraph) {
          lastParagraph = paragraphs[sentence]!
          sawParagraphs++
          if (lastParagraph === 1) lead++
        }
        about += sentenceWeights[sentence]!
      }
      if (place >= lastPart) last++
      if (names.lengths[place] === here) kinds[names.kinds[place]!]!++
      else if (names.within[place] && names.within[place + here - 1]) partOfName++
      const mark = flags[place]!
      const after = place + here < stream.count ? words[place + here]! : -1
      const before = place > 0 ? words[place - 1]! : -1
      if (after < 0 || isContent[after] === 0) endsPhrase++
      if (before < 0 || isContent[before] === 0) opensPhrase++
      if (
        here === 1 &&
        ((mark & Flag.joined) !== 0 ||
          (after >= 0 && isNoun[after] === 1 && vocabulary[words[place]!]!.wordClass === 'adjective'))
      )
        modifies++
      if (region === Region.title && (place === 0 || sentences[place - 1] !== sentence)) titleStart = 1
      if ((mark & Flag.paragraphStart) !== 0) opens++
      if ((mark & Flag.link) !== 0) links++
      if ((mark & Flag.stress) !== 0) stress++
      if ((stream.linkLengths[place]! >> (here - 1)) & 1) exactLinks++
      if ((stream.stressLengths[place]! >> (here - 1)) & 1) exactStress++
      const first = vocabulary[words[place]!]!
      const final = vocabulary[words[place + here - 1]!]!
      if (region !== Region.title && region !== Region.heading && ((mark & Flag.sentenceStart) === 0 || here > 1)) {
        judged++
        if (final.casing !== Casing.lower && (first.casing !== Casing.lower || here === 1)) capitals++
        const run = stream.runLengths[place]!
        if (run === here && stream.runLengths[place + here - 1] === run) wholeRun++
        else if (run > here) partOfRun++
      }
      if (final.casing === Casing.upper) uppers++
      if (final.casing === Casing.mixed) mixed++
      if (index > from) continue
      for (let offset = 0; offset < here; offset++) {
        const word = vocabulary[words[place + offset]!]!
        if (word.isNumber) numbers = 1
        if (word.isStopword) connectors = 1
        letters += word.letters
        if (!word.isCalendar && !word.isNumber) onlyCalendar = 0
      }
      noun = final.wordClass === 'noun' || final.wordClass === 'name' ? 1 : 0
      unknown = final.wordClass === 'other' ? 1 : 0
      adjective = here > 1 && first.wordClass === 'adjective' ? 1 : 0
      endsAdjective = final.wordClass === 'adjective' ? 1 : 0
      endsVerb = final.wordClass === 'verb' ? 1 : 0
      verb = first.wordClass === 'verb' ? 1 : 0
      broad = here === 1 && final.isGeneric ? 1 : 0
      endsBroad = here > 1 && (final.isGeneric || first.isGeneric) ? 1 : 0
      calendar = final.isCalendar || first.isCalendar ? 1 : 0
    }
    const inText = frequency - title - heading
    const logFrequency = Math.log(1 + frequency)
    const place = Math.max(firstInText, 0)
    const apart = stream.lemmaLanguages[candidates.lemmas[base]!]?.compounds === '' ? 1 : 0
    // In the order of `features`: looking places up by name took a third of the time.
    let next = 0
    row[next++] = size === 2 ? 1 : 0
    row[next++] = size > 2 ? 1 : 0
    row[next++] = size === 2 ? apart : 0
    row[next++] = size > 2 ? apart : 0
    row[next++] = logFrequency / 3
    row[next++] = frequency > 1 ? 1 : 0
    row[next++] = Math.log(1 + (200 * frequency) / Math.max(contentWords, 50)) / 2
    row[next++] = frequency / commonest
    row[next++] = meanRarity
    row[next++] = most
    row[next++] = least
    row[next++] = (logFrequency * meanRarity) / 3
    row[next++] = title > 0 ? 1 : 0
    row[next++] = title > 0 && inText > 0 ? 1 : 0
    row[next++] = title > 0 ? Math.min(1, contentSize / Math.max(1, titleWords)) : 0
    row[next++] = heading > 0 ? 1 : 0
    row[next++] = heading > 0 ? Math.log(heading) / 2 : 0
    row[next++] = heading > 0 && inText > 0 ? 1 : 0
    row[next++] = exactLinks > 0 ? 1 : 0
    row[next++] = links > 0 ? 1 : 0
    row[next++] = exactStress > 0 ? 1 : 0
    row[next++] = stress > 0 ? 1 : 0
    row[next++] = list / frequency
    row[next++] = lead > 0 ? 1 : 0
    row[next++] = firstInText < 0 ? 0.5 : 1 - Math.log(1 + place) / logLength
    row[next++] = 1 - place / total
    row[next++] = candidates.places[to - 1]! / total
    row[next++] = last > 0 ? 1 : 0
    row[next++] = Math.log(1 + sawParagraphs) / 3
    row[next++] = sawParagraphs / paragraphCount
    row[next++] = (candidates.places[to - 1]! - candidates.places[from]!) / total
    row[next++] = opens / frequency
    row[next++] = judged > 0 ? capitals / judged : 0
    row[next++] = judged > 0 && capitals === judged ? 1 : 0
    row[next++] = uppers / frequency
    row[next++] = mixed / frequency
    row[next++] = judged > 0 ? wholeRun / judged : 0
    row[next++] = judged > 0 ? partOfRun / judged : 0
    row[next++] = noun
    row[next++] = unknown
    row[next++] = adjective
    row[next++] = verb
    row[next++] = endsAdjective
    row[next++] = endsVerb
    row[next++] = size > 1 ? (size * frequency) / Math.max(1, sumCounts) : 0
    const free = 1 - candidates.extended[candidate]! / frequency
    row[next++] = free
    row[next++] = size === 1 ? free : 0
    row[next++] = connectors
    row[next++] = numbers
    row[next++] = Math.min(1, letters / size / 16)
    row[next++] = size === 1 && letters < 4 ? 1 : 0
    row[next++] = broad
    row[next++] = endsBroad
    row[next++] = calendar
    row[next++] = inText > 0 ? about / inText : 0.5
    row[next++] = kinds[1]! / frequency
    row[next++] = kinds[2]! / frequency
    row[next++] = kinds[3]! / frequency
    row[next++] = kinds[4]! / frequency
    row[next++] = partOfName / frequency
    row[next++] = endsPhrase / frequency
    row[next++] = opensPhrase / frequency
    row[next++] = size === 1 ? endsPhrase / frequency : 0
    row[next++] = size === 1 ? opensPhrase / frequency : 0
    row[next++] = modifies / frequency
    row[next++] = onlyCalendar
    row[next++] = titleStart
    if (!commonnessOf) return
    let sum = 0
    let lowest = 1
    for (let index = 0; index < size; index++) {
      const value = commonnessOf(candidates.lemmas[base + index]!)
      sum += value
      if (value < lowest) lowest = value
    }
    row[next++] = sum / size
    row[next++] = lowest
    row[next++] = lowest === 0 ? 1 : 0
    row[next++] = title > 0 ? sum / size : 0
  }
  return { measure, brevity: brevityOf(stream) }
}

/** By hand: one paragraph of up to 220 words is a brief; from 320 on it is an article without paragraphs. */
function brevityOf(stream: WordStream): number {
  if (stream.paragraphCount > 1) return 0
  return Math.max(0, Math.min(1, (320 - stream.wordCount) / 100))
}

/** How much each sentence is about what the whole text is about: mean of count × rarity of its words, 0–1. */
function weighSentences(stream: WordStream, counts: Uint32Array, rarity: Float64Array): Float64Array {
  const weights = new Float64Array(stream.regions.length)
  const sizes = new Uint32Array(stream.regions.length)
  for (let place = 0; place < stream.count; place++) {
    const word = stream.words[place]!
    if (word < 0) continue
    const { isStopword, isNumber } = stream.vocabulary[word]!
    if (isStopword || isNumber) continue
    const lemma = stream.lemmaOf[word]!
    const sentence = stream.sentences[place]!
    weights[sentence] = weights[sentence]! + Math.log(counts[lemma]!) * rarity[lemma]!
    sizes[sentence] = sizes[sentence]! + 1
  }
  let highest = 0
  for (let index = 0; index < weights.length; index++) {
    weights[index] = weights[index]! / (sizes[index]! + 2) // by hand: two empty words damp very short sentences
    if (weights[index]! > highest) highest = weights[index]!
  }
  if (highest > 0) for (let index = 0; index < weights.length; index++) weights[index] = weights[index]! / highest
  return weights
}

function isCommonWord(stream: WordStream, lemma: number): boolean {
  const language = stream.lemmaLanguages[lemma]
  return language !== undefined && isCommonLemma(language, stream.lemmas[lemma]!)
}
