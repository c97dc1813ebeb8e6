import type { BlockFacts } from './page-facts.js'

/**
 * Takes the features that hold for a block: what is looked at, what is seen, and where. Parts of a name rather than the
 * name, so that reading a page joins no strings; only the last part may hold colons.
 */
export type FeatureSink = (group: string, value?: string, detail?: string) => void

/** The name of a feature, as the model's file has it. */
export function featureName(group: string, value?: string, detail?: string): string {
  return value === undefined ? group : detail === undefined ? `${group}:${value}` : `${group}:${value}:${detail}`
}

/** Short, middling and long: what a block looks like from its neighbours. */
type Shape = 'tiny' | 'short' | 'middle' | 'sentence' | 'prose'

/** What the lines of a page say about each other, counted once a page. */
export interface PageCounts {
  readonly shapes: readonly Shape[]
  /** Words in prose up to each block, and in all (last entry). */
  readonly proseBefore: readonly number[]
  /** How often the words of each block stand on the page. */
  readonly copies: readonly number[]
  /** The kinds of furniture each block is wholly or at its beginning. */
  readonly kinds: readonly (readonly string[])[]
  /** The last line before each block that introduces something else, and how far back; prose in between ends it. */
  readonly marker: readonly { readonly kind: string; readonly distance: number }[]
  /** Lines since the last prose, and whether furniture wording stands in between; likewise to the next prose. */
  readonly gapBefore: readonly Gap[]
  readonly gapAfter: readonly Gap[]
  /** Lines of furniture wording on the page. */
  readonly furniture: number
}

/** How far prose is, and whether furniture stands between. */
interface Gap {
  readonly lines: number
  readonly isClean: boolean
}

const markers: ReadonlySet<string> = new Set([
  'related',
  'newsletter',
  'comment',
  'footer',
  'tags',
  'paywall',
  'cookie',
])

/** Counts over the page. Linear in the blocks. */
export function pageCounts(facts: readonly BlockFacts[]): PageCounts {
  const shapes = facts.map(shapeOf)
  const proseBefore = [0]
  const seen = new Map<string, number>()
  for (const [at, { key, length }] of facts.entries()) {
    seen.set(key, (seen.get(key) ?? 0) + 1)
    proseBefore.push((proseBefore[at] ?? 0) + (shapes[at] === 'prose' ? length : 0))
  }
  const kinds = facts.map(({ hits, length }) => [
    ...new Set(
      hits.filter(({ where }) => where === 'line' || (where === 'start' && length <= 20)).map(({ kind }) => kind),
    ),
  ])
  const marker: { kind: string; distance: number }[] = []
  let current = { kind: '', distance: 0 }
  for (const [at] of facts.entries()) {
    if (shapes[at] === 'prose' && current.distance > 0 && shapes[at - 1] === 'prose')
      current = { kind: '', distance: 0 }
    marker.push({ ...current })
    const kind = kinds[at]?.find((name) => markers.has(name))
    current = kind ? { kind, distance: 1 } : { kind: current.kind, distance: current.distance + 1 }
  }
  return {
    shapes,
    proseBefore,
    copies: facts.map(({ key }) => (key ? (seen.get(key) ?? 1) : 1)),
    kinds,
    marker,
    gapBefore: gaps(shapes, kinds),
    gapAfter: gaps([...shapes].reverse(), [...kinds].reverse()).reverse(),
    furniture: kinds.filter((list) => list.length > 0).length,
  }
}

function gaps(shapes: readonly Shape[], kinds: readonly (readonly string[])[]): Gap[] {
  let lines = -1
  let isClean = true
  return shapes.map((shape, at) => {
    if (shape === 'prose') {
      lines = 0
      isClean = true
    } else {
      if (lines >= 0) lines++
      if ((kinds[at]?.length ?? 0) > 0) isClean = false
    }
    return { lines, isClean }
  })
}

const neighbours = [
  ['before1', -1],
  ['before2', -2],
  ['after1', 1],
  ['after2', 2],
] as const

/** The features of one block that any page has, text or HTML. @remarks O(1) apart from the furniture it holds. */
export function blockFeatures(facts: readonly BlockFacts[], counts: PageCounts, at: number, add: FeatureSink): void {
  const fact = facts[at]
  if (!fact) return
  add('bias')
  ownFeatures(fact, counts, at, add)
  for (const [name, distance] of neighbours) {
    const other = at + distance
    const shape = counts.shapes[other]
    add(name, shape ?? 'none')
    for (const kind of counts.kinds[other] ?? []) add(name, 'is', kind)
    if (shape && facts[other]?.key === fact.key && fact.key) add(name, 'same')
  }
  if (facts[at + 1]?.isDate) add('after1', 'date')
  if (facts[at - 1]?.isDate) add('before1', 'date')
  pageFeatures(fact, counts, at, add)
}

function ownFeatures(fact: BlockFacts, counts: PageCounts, at: number, add: FeatureSink): void {
  const { length, text } = fact
  const isShort = length <= 12
  const width = isShort ? 'short' : 'long'
  add('words', bucket(length, lengths))
  add('shape', counts.shapes[at])
  add('ending', fact.ending, length <= 4 ? 'tiny' : width)
  add('opening', fact.opening, width)
  if (fact.hasInnerStop) add('sentences', width)
  let seen = 0
  for (const { word } of fact.words) if (word !== ':') seen++
  const share = (count: number): number => Math.round((100 * count) / Math.max(1, seen))
  add('capitals', bucket(share(fact.capitals), capitalShares), width)
  add('stopwords', bucket(share(fact.stopwords), stopwordShares), width)
  if (fact.numbers > 0) add('numbers', bucket(share(fact.numbers), numberShares), width)
  if (length > 1 && fact.capitals > 0 && text === text.toUpperCase()) add('all-capitals')
  if (isShort) {
    if (fact.isDate) add('date')
    if (fact.isTime) add('time')
    if (fact.isName) add('name')
    if (fact.opening === 'digit' && /^\d{1,2}[.)]?\s+\p{L}/u.test(text)) add('ranked')
    if (/^[»>→›«←▸▶+]|[→›»>▾↑]$/.test(text)) add('arrow')
  }
  const sample = text.slice(0, 300)
  if (/[|·•]|\s\/\s|\s[>›]\s/.test(sample)) add('separated', width)
  if (/[©®]/.test(sample)) add('copyright', width)
  if (isAddressed(sample)) add('address', width)
  const copies = counts.copies[at] ?? 1
  if (copies > 1) add('copies', bucket(copies, copyCounts), width)
  for (const { kind, where } of fact.hits) {
    if (where === 'line') add('is', kind)
    else add(where === 'start' ? 'begins' : 'holds', kind, width)
  }
}

/** Whether a web or mail address stands in the text. */
function isAddressed(sample: string): boolean {
  return /https?:|www\./i.test(sample) || (sample.includes('@') && /@\p{L}|\p{L}@/u.test(sample))
}

/** Where on the page the block stands. */
function pageFeatures(fact: BlockFacts, counts: PageCounts, at: number, add: FeatureSink): void {
  const { shapes, proseBefore, marker } = counts
  const total = Math.max(1, proseBefore.at(-1) ?? 0)
  const before = proseBefore[at] ?? 0
  const after = total - (proseBefore[at + 1] ?? 0)
  const kind = fact.length <= 12 ? 'short' : shapes[at] === 'prose' ? 'prose' : 'long'
  add('prose-before', bucket(Math.round((100 * before) / total), proseShares), kind)
  add('prose-after', bucket(Math.round((100 * after) / total), proseShares), kind)
  add('prose-left', bucket(proseWithin(shapes, at, -1, 4), fewBlocks), kind)
  add('prose-right', bucket(proseWithin(shapes, at, 1, 4), fewBlocks), kind)
  add('prose-around', bucket(proseWithin(shapes, at, -1, 12) + proseWithin(shapes, at, 1, 12), someBlocks), kind)
  const since = marker[at]
  if (since?.kind) add('since', since.kind, `${bucket(since.distance, markerDistances)}:${kind}`)
  if (shapes[at] !== 'prose') {
    gapFeature('gap-before', counts.gapBefore[at], add)
    gapFeature('gap-after', counts.gapAfter[at], add)
  }
  add('page-furniture', bucket(counts.furniture, furnitureCounts), kind)
}

function gapFeature(name: string, gap: Gap | undefined, add: FeatureSink): void {
  if (gap) add(name, gap.lines < 0 ? 'none' : bucket(gap.lines, gapLines), gap.isClean ? 'clean' : 'furnished')
}

function proseWithin(shapes: readonly Shape[], at: number, step: number, reach: number): number {
  let prose = 0
  for (let distance = 1; distance <= reach; distance++) if (shapes[at + step * distance] === 'prose') prose++
  return prose
}

function shapeOf({ length, ending, hasInnerStop }: BlockFacts): Shape {
  if (length <= 3) return 'tiny'
  const isClosed = ending === 'stop' || ending === 'colon'
  if (length >= 25 || (length >= 15 && (isClosed || hasInnerStop))) return 'prose'
  if (isClosed) return 'sentence'
  return length <= 8 ? 'short' : 'middle'
}

/** Limits of a bucket, with their names. */
type Limits = readonly (readonly [limit: number, name: string])[]

/** By hand, all of them: what is worth is learnt. */
function limitsOf(...limits: readonly number[]): Limits {
  return limits.map((limit) => [limit, String(limit)])
}

const lengths = limitsOf(1, 2, 3, 5, 8, 12, 20, 35, 60)
const capitalShares = limitsOf(0, 20, 40, 70)
const stopwordShares = limitsOf(0, 15, 30, 45)
const numberShares = limitsOf(15, 34, 66)
const copyCounts = limitsOf(2, 3)
const proseShares = limitsOf(0, 3, 15, 50, 85, 97, 99)
const fewBlocks = limitsOf(0, 1, 2, 3)
const someBlocks = limitsOf(0, 1, 3, 6, 12)
const markerDistances = limitsOf(1, 4, 12, 40)
const gapLines = limitsOf(1, 3, 8, 20)
const furnitureCounts = limitsOf(0, 1, 3, 8)

/** The first limit that the value does not exceed, or `more`. */
function bucket(value: number, limits: Limits): string {
  for (const [limit, name] of limits) if (value <= limit) return name
  return 'more'
}
