import type { Language } from '../../model/language.js'
import { type NameForm, nameFormsOf } from './name-form.js'
import { firstOf, type NameModel, nameLabels, nameModelOf, secondOf } from './name-model.js'
import {
  bitFeatures,
  familiesAfterSingle,
  roleCount,
  roleFeatures,
  SecondBefore,
  SingleAtStart,
  SingleBefore,
} from './role-features.js'
import { type FeatureVisitor, type NameRun, visitFeatures } from './visit-run.js'

const size = nameLabels.length

/** Sums the weights of a run's features: five numbers a token, one a label. */
export interface RunScorer {
  readonly model: NameModel
  /** Whether a form is no name as first word of a sentence, whatever comes after it, when it makes a run alone. */
  isHopelessStart(form: NameForm): boolean
  /** The scores of a run's tokens. */
  score(run: NameRun): Int32Array
}

const cache = new WeakMap<Language, RunScorer>()

/**
 * The scorer of a language.
 *
 * Most features are of one form in one role, so their sums are kept with the form; what the lists say of two neighbours
 * takes few values and is kept by those; only pairs of words are looked up each time.
 */
export function runScorerOf(language: Language): RunScorer {
  let scorer = cache.get(language)
  if (!scorer) cache.set(language, (scorer = new SumScorer(nameModelOf(language), nameFormsOf(language).start)))
  return scorer
}

/** First form, second form, place in the model's weights. */
type PairPlaces = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The features `rpn=on+,` of a model, by both forms, so that none is put together to be looked up. */
function pairsOf({ features }: NameModel, name: string): PairPlaces {
  const pairs = new Map<string, Map<string, number>>()
  for (const [feature, at] of features) {
    if (!feature.startsWith(name)) continue
    const plus = feature.indexOf('+', name.length + 1)
    const first = feature.slice(name.length, plus)
    let seconds = pairs.get(first)
    if (!seconds) pairs.set(first, (seconds = new Map()))
    seconds.set(feature.slice(plus + 1), at)
  }
  return pairs
}

/** Bits of a token and, in seven bits, those of its neighbour or none. */
const listKeys = 1 << 15

/** For each label, the sum of the largest weights of each family, and what its steps cost beside those of none. */
function mostAfterOf({ features, weights, transitions }: NameModel): number[] {
  const most = nameLabels.map((_, label) => transitions[label]! + transitions[label * size]! - 2 * transitions[0]!)
  for (const family of familiesAfterSingle) {
    const largest = [0, 0, 0, 0, 0]
    for (const [feature, at] of features) {
      if (!feature.startsWith(family)) continue
      const [upper, lower] = [weights[at]!, weights[at + 1]!]
      const own = [0, firstOf(upper), secondOf(upper), firstOf(lower), secondOf(lower)]
      for (let label = 1; label < size; label++) largest[label] = Math.max(largest[label]!, own[label]!)
    }
    for (let label = 1; label < size; label++) most[label]! += largest[label]!
  }
  return most
}

class SumScorer implements RunScorer, FeatureVisitor {
  readonly model: NameModel
  /** Sums of the run at hand, two packed numbers a token; those of all tokens stand before the first. */
  private readonly sums: number[] = []
  private at = 0
  /** Beside what the lists say of a token and its neighbour: where its sums are in `listSums`, 0 where not yet known. */
  private readonly listPlaces = { L: new Int32Array(listKeys), K: new Int32Array(listKeys) }
  private readonly listSums: number[] = [0, 0]
  private readonly pairs: { readonly rpn: PairPlaces; readonly rb: PairPlaces }

  /** The most that what comes after a run of one token can add to each label, and the steps to and from it. */
  private readonly mostAfter: readonly number[]
  private readonly start: NameForm

  constructor(model: NameModel, start: NameForm) {
    this.model = model
    this.start = start
    this.mostAfter = mostAfterOf(model)
    this.pairs = { rpn: pairsOf(model, 'rpn='), rb: pairsOf(model, 'rb=') }
  }

  score(run: NameRun): Int32Array {
    const { sums } = this
    this.at = 0
    sums[0] = 0
    sums[1] = 0
    visitFeatures(run, this)
    const scores = new Int32Array(run.forms.length * size)
    for (let to = 0, at = 2; to < scores.length; to += size, at += 2) {
      const upper = sums[0] + sums[at]!
      const lower = sums[1] + sums[at + 1]!
      scores[to + 1] = firstOf(upper)
      scores[to + 2] = secondOf(upper)
      scores[to + 3] = firstOf(lower)
      scores[to + 4] = secondOf(lower)
    }
    return scores
  }

  isHopelessStart(form: NameForm): boolean {
    if (form.isHopelessStart === undefined) {
      const { start, sums } = this
      this.at = 0
      sums[0] = 0
      sums[1] = 0
      this.role(form, SingleAtStart)
      this.role(start, SingleBefore)
      this.role(start, SecondBefore)
      this.pair('rb', start.lower, start.lower)
      this.listed('K', -1, form.listed)
      const known = [0, firstOf(sums[0]), secondOf(sums[0]), firstOf(sums[1]), secondOf(sums[1])]
      form.isHopelessStart = this.mostAfter.every((most, label) => label === 0 || known[label]! + most < 0)
    }
    return form.isHopelessStart
  }

  next(): void {
    this.at += 2
    this.sums[this.at] = 0
    this.sums[this.at + 1] = 0
  }

  role(form: NameForm, role: number): void {
    let { scores } = form
    if (!scores) form.scores = scores = new Array<number>(roleCount * 2).fill(0)
    const from = role * 2
    if (!(form.scored & (1 << role))) {
      form.scored |= 1 << role
      this.sumInto(scores, from, roleFeatures(form, role))
    }
    this.add(scores, from)
  }

  pair(name: 'rpn' | 'rb', first: string, second: string): void {
    const found = this.pairs[name].get(first)?.get(second)
    if (found !== undefined) this.add(this.model.weights, found)
  }

  listed(name: 'L' | 'K', first: number, second: number): void {
    const places = this.listPlaces[name]
    const key = name === 'L' ? (first << 7) + second + 1 : (second << 7) + first + 1
    if (places[key] === 0) {
      places[key] = this.listSums.length
      this.listSums.push(0, 0)
      this.sumInto(this.listSums, places[key]!, [`${name}=${first}+${second}`])
    }
    this.add(this.listSums, places[key]!)
  }

  feature(feature: string): void {
    const at = this.model.features.get(feature)
    if (at !== undefined) this.add(this.model.weights, at)
  }

  phrase(bits: number): void {
    for (const feature of bitFeatures('m', bits)) this.feature(feature)
  }

  private add(from: Int32Array | number[], at: number): void {
    const { sums, at: to } = this
    sums[to]! += from[at]!
    sums[to + 1]! += from[at + 1]!
  }

  private sumInto(sums: number[], to: number, features: readonly string[]): void {
    const { features: places, weights } = this.model
    for (const feature of features) {
      const at = places.get(feature)
      if (at === undefined) continue
      sums[to]! += weights[at]!
      sums[to + 1]! += weights[at + 1]!
    }
  }
}
