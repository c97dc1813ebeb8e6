import type { Language } from '../../model/language.js'
import type { NameForm } from './name-form.js'
import { type NameModel, nameLabels, nameModelOf } from './name-model.js'
import { bitFeatures, roleCount, roleFeatures } from './role-features.js'
import { type FeatureVisitor, type NameRun, visitFeatures } from './visit-run.js'

const size = nameLabels.length

/** Sums the weights of a run's features: five numbers a token, one a label. */
export interface RunScorer {
  readonly model: NameModel
  /** The scores of a run's tokens, valid until the next call. */
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
  if (!scorer) cache.set(language, (scorer = new SumScorer(nameModelOf(language))))
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

function widened(sums: Int32Array): Int32Array {
  const wider = new Int32Array(sums.length * 2)
  wider.set(sums)
  return wider
}

class SumScorer implements RunScorer, FeatureVisitor {
  readonly model: NameModel
  /** Scores of the run at hand; those of all tokens stand before the first. */
  private sums: Int32Array = new Int32Array(64 * size)
  private at = 0
  /** Beside what the lists say of a token and its neighbour: where its sums are in `listSums`, 0 where not yet known. */
  private readonly listPlaces = { L: new Int32Array(listKeys), K: new Int32Array(listKeys) }
  private listSums: Int32Array = new Int32Array(64 * size)
  private listCount = 1
  private readonly pairs: { readonly rpn: PairPlaces; readonly rb: PairPlaces }

  constructor(model: NameModel) {
    this.model = model
    this.pairs = { rpn: pairsOf(model, 'rpn='), rb: pairsOf(model, 'rb=') }
  }

  score(run: NameRun): Int32Array {
    const room = (run.forms.length + 1) * size
    if (this.sums.length < room) this.sums = new Int32Array(room * 2)
    this.sums.fill(0, 0, room)
    this.at = 0
    visitFeatures(run, this)
    const { sums } = this
    for (let place = size; place < room; place++) sums[place]! += sums[place % size]!
    return sums.subarray(size, room)
  }

  next(): void {
    this.at += size
  }

  role(form: NameForm, role: number): void {
    const from = role * size
    let { scores } = form
    if (!scores) form.scores = scores = new Int32Array(roleCount * size)
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
      places[key] = this.listCount++ * size
      if (this.listSums.length < this.listCount * size) this.listSums = widened(this.listSums)
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

  /** Four labels one by one: this is the innermost step. */
  private add(from: Int32Array | Int16Array, at: number): void {
    const { sums, at: to } = this
    sums[to + 1]! += from[at + 1]!
    sums[to + 2]! += from[at + 2]!
    sums[to + 3]! += from[at + 3]!
    sums[to + 4]! += from[at + 4]!
  }

  private sumInto(sums: Int32Array, to: number, features: readonly string[]): void {
    const { features: places, weights } = this.model
    for (const feature of features) {
      const at = places.get(feature)
      if (at === undefined) continue
      for (let label = 1; label < size; label++) sums[to + label]! += weights[at + label]!
    }
  }
}
