import type { BlockFacts } from './page-facts.js'

/** Takes the names of the features that hold for a block. */
export type FeatureSink = (name: string) => void

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

/** The features of one block that any page has, text or HTML. @remarks O(1) apart from the furniture it holds. */
export function blockFeatures(facts: readonly BlockFacts[], counts: PageCounts, at: number, add: FeatureSink): void {
  const fact = facts[at]
  if (!fact) return
  add('bias')
  ownFeatures(fact, counts, at, add)
  for (const [name, other] of [
    ['before1', at - 1],
    ['before2', at - 2],
    ['after1', at + 1],
    ['after2', at + 2],
  ] as const) {
    const shape = counts.shapes[other]
    add(`${name}:${shape ?? 'none'}`)
    for (const kind of counts.kinds[other] ?? []) add(`${name}:is-${kind}`)
    if (shape && facts[other]?.key === fact.key && fact.key) add(`${name}:same`)
  }
  if (facts[at + 1]?.isDate) add('after1:date')
  if (facts[at - 1]?.isDate) add('before1:date')
  pageFeatures(fact, counts, at, add)
}

function ownFeatures(fact: BlockFacts, counts: PageCounts, at: number, add: FeatureSink): void {
  const size = bucket(fact.length, [1, 2, 3, 5, 8, 12, 20, 35, 60])
  const isShort = fact.length <= 12
  const width = isShort ? 'short' : 'long'
  add(`words:${size}`)
  add(`shape:${counts.shapes[at]}`)
  add(`ending:${fact.ending}:${fact.length <= 4 ? 'tiny' : width}`)
  add(`opening:${fact.opening}:${width}`)
  if (fact.hasInnerStop) add(`sentences:${width}`)
  const seen = Math.max(1, fact.words.filter(({ word }) => word !== ':').length)
  add(`capitals:${bucket(Math.round((100 * fact.capitals) / seen), [0, 20, 40, 70])}:${width}`)
  add(`stopwords:${bucket(Math.round((100 * fact.stopwords) / seen), [0, 15, 30, 45])}:${width}`)
  if (fact.numbers > 0) add(`numbers:${bucket(Math.round((100 * fact.numbers) / seen), [15, 34, 66])}:${width}`)
  if (fact.length > 1 && fact.text === fact.text.toUpperCase() && fact.text !== fact.text.toLowerCase())
    add('all-capitals')
  if (isShort) {
    if (fact.isDate) add('date')
    if (fact.isTime) add('time')
    if (fact.isName) add('name')
    if (/^\d{1,2}[.)]?\s+\p{L}/u.test(fact.text)) add('ranked')
    if (/^[»>→›«←▸▶+]\s?/u.test(fact.text) || /[→›»>▾↑]$/u.test(fact.text)) add('arrow')
  }
  const sample = fact.text.slice(0, 300)
  if (/[|·•]|\s\/\s|\s[>›]\s/u.test(sample)) add(`separated:${width}`)
  if (/[©®]/u.test(sample)) add(`copyright:${width}`)
  if (/https?:|www\.|@\p{L}|\p{L}@/iu.test(sample)) add(`address:${width}`)
  const copies = counts.copies[at] ?? 1
  if (copies > 1) add(`copies:${bucket(copies, [2, 3])}:${width}`)
  for (const { kind, where } of fact.hits) {
    add(where === 'line' ? `is-${kind}` : `${where === 'start' ? 'begins' : 'holds'}-${kind}:${width}`)
  }
}

/** Where on the page the block stands. */
function pageFeatures(fact: BlockFacts, counts: PageCounts, at: number, add: FeatureSink): void {
  const { shapes, proseBefore, marker } = counts
  const total = Math.max(1, proseBefore.at(-1) ?? 0)
  const before = proseBefore[at] ?? 0
  const after = total - (proseBefore[at + 1] ?? 0)
  const kind = fact.length <= 12 ? 'short' : shapes[at] === 'prose' ? 'prose' : 'long'
  add(`prose-before:${bucket(Math.round((100 * before) / total), [0, 3, 15, 50, 85, 97, 99])}:${kind}`)
  add(`prose-after:${bucket(Math.round((100 * after) / total), [0, 3, 15, 50, 85, 97, 99])}:${kind}`)
  add(`prose-left:${bucket(proseWithin(shapes, at, -1, 4), [0, 1, 2, 3])}:${kind}`)
  add(`prose-right:${bucket(proseWithin(shapes, at, 1, 4), [0, 1, 2, 3])}:${kind}`)
  add(
    `prose-around:${bucket(proseWithin(shapes, at, -1, 12) + proseWithin(shapes, at, 1, 12), [0, 1, 3, 6, 12])}:${kind}`,
  )
  const since = marker[at]
  if (since?.kind) add(`since-${since.kind}:${bucket(since.distance, [1, 4, 12, 40])}:${kind}`)
  if (shapes[at] !== 'prose') {
    for (const [name, gap] of [
      ['gap-before', counts.gapBefore[at]],
      ['gap-after', counts.gapAfter[at]],
    ] as const) {
      if (gap)
        add(
          `${name}:${gap.lines < 0 ? 'none' : bucket(gap.lines, [1, 3, 8, 20])}:${gap.isClean ? 'clean' : 'furnished'}`,
        )
    }
  }
  add(`page-furniture:${bucket(counts.furniture, [0, 1, 3, 8])}:${kind}`)
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

/** The first limit that the value does not exceed, or `more`. */
function bucket(value: number, limits: readonly number[]): string {
  for (const limit of limits) if (value <= limit) return `${limit}`
  return 'more'
}
