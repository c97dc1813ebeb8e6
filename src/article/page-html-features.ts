import { type ContentScores, contentScores } from './content-scores.js'
import { hintsOf } from './furniture/hint-words.js'
import type { BlockFacts } from './page-facts.js'
import type { FeatureSink, PageCounts } from './page-features.js'
import type { ElementHint, ReadBlock, ReadingMeta } from './reading.js'

/** What an element of a page holds. */
interface ElementCounts {
  readonly depth: number
  words: number
  prose: number
  linked: number
  blocks: number
}

/** What the elements of a page say about their blocks, counted once a page. */
export interface HtmlCounts {
  readonly elements: ReadonlyMap<ElementHint, ElementCounts>
  /** The deepest element that holds half of the page's prose. */
  readonly core: ElementHint | undefined
  readonly prose: number
  /** Words of prose in blocks whose last two elements are named alike. */
  readonly signatures: ReadonlyMap<string, number>
  readonly hints: ReadonlyMap<ElementHint, readonly string[]>
  /** Runs of six words of the article, where the page states it as data. */
  readonly stated: ReadonlySet<string> | undefined
  readonly meta: ReadingMeta
  readonly content: ContentScores
}

const structure: ReadonlySet<string> = new Set([
  'article',
  'main',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'ul',
  'ol',
  'table',
  'section',
  'figure',
  'figcaption',
  'blockquote',
  'dialog',
  'button',
  'dl',
  'details',
  'hgroup',
  'address',
  'label',
  'noscript',
  'picture',
]) // prettier-ignore

const runLength = 6
// by hand: the longest article worth comparing, in words
const longestStated = 30000

/** Counts over the elements of a page. @remarks O(blocks × depth). */
export function htmlCounts(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  { shapes }: PageCounts,
  meta: ReadingMeta,
): HtmlCounts {
  const elements = new Map<ElementHint, ElementCounts>()
  const signatures = new Map<string, number>()
  const hints = new Map<ElementHint, readonly string[]>()
  let total = 0
  for (const [at, { path = [] }] of blocks.entries()) {
    const fact = facts[at]
    if (!fact) continue
    const prose = shapes[at] === 'prose' && fact.linked < 0.5 ? fact.length : 0
    total += prose
    for (const [depth, element] of path.entries()) {
      let counts = elements.get(element)
      if (!counts) {
        counts = { depth, words: 0, prose: 0, linked: 0, blocks: 0 }
        elements.set(element, counts)
        hints.set(element, hintsOf(element))
      }
      counts.words += fact.length
      counts.prose += prose
      counts.linked += fact.length * fact.linked
      counts.blocks++
    }
    const signature = signatureOf(path)
    signatures.set(signature, (signatures.get(signature) ?? 0) + prose)
  }
  let core: ElementHint | undefined
  let depth = -1
  for (const [element, counts] of elements) {
    if (counts.depth > depth && counts.prose * 2 >= total) {
      core = element
      depth = counts.depth
    }
  }
  return {
    elements,
    core,
    prose: total,
    signatures,
    hints,
    stated: statedRuns(meta.articleBody),
    meta,
    content: contentScores(blocks, facts, hints),
  }
}

/** The features of one block that come from its elements. @remarks O(depth). */
export function htmlFeatures(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: HtmlCounts,
  at: number,
  add: FeatureSink,
): void {
  const block = blocks[at]
  const fact = facts[at]
  if (!block || !fact) return
  const path = block.path ?? []
  const width = fact.length <= 12 ? 'short' : 'long'
  add('kind', block.kind)
  add('tag', path.at(-1)?.tag)
  add('tag-above', path.at(-2)?.tag)
  const seen = new Map<string, Set<string>>()
  const once = (group: string, value: string): void => {
    const values = seen.get(group)
    if (values?.has(value)) return
    if (values) values.add(value)
    else seen.set(group, new Set([value]))
    add(group, value)
  }
  for (const [depth, element] of path.entries()) {
    if (structure.has(element.tag)) once('in', element.tag)
    const height = path.length - depth
    const place = height <= 2 ? 'own-hint' : height <= 4 ? 'near-hint' : 'far-hint'
    for (const hint of counts.hints.get(element) ?? []) once(place, hint)
  }
  add('linked', percentBucket(fact.linked), width)
  placeFeatures(path, counts, width, add)
  contentFeatures(block, fact, path, counts.content, add)
  const before = blocks[at - 1]?.path
  const after = blocks[at + 1]?.path
  const isBefore = before?.at(-2) === path.at(-2)
  const isAfter = after?.at(-2) === path.at(-2)
  add('together', isBefore ? (isAfter ? 'beforeafter' : 'before') : isAfter ? 'after' : '', width)
  statedFeatures(fact, counts, add)
}

/** Words of the block, if it is running text that stands where most of the page's is; else 0. */
export function coreProse(
  block: ReadBlock,
  fact: BlockFacts,
  shape: string | undefined,
  { core, content }: HtmlCounts,
): number {
  if (fact.linked >= 0.5) return 0
  if (shape === 'prose') return core === undefined || block.path?.includes(core) ? fact.length : 0
  return shape === 'sentence' && content.top && block.path?.includes(content.top) ? fact.length : 0
}

const proseNames = { 2: 'prose-share2', 3: 'prose-share3', 4: 'prose-share4' } as const
const linkNames = { 2: 'link-share2', 3: 'link-share3', 4: 'link-share4' } as const
const densityNames = { 2: 'density2', 3: 'density3', 4: 'density4' } as const

/** How the block lies to where most of the page's prose is. */
function placeFeatures(path: readonly ElementHint[], counts: HtmlCounts, width: string, add: FeatureSink): void {
  const total = Math.max(1, counts.prose)
  for (const height of [2, 3, 4] as const) {
    const element = path.at(-height)
    const inside = element && counts.elements.get(element)
    if (!inside) continue
    add(proseNames[height], percentBucket(inside.prose / total), width)
    add(linkNames[height], percentBucket(inside.linked / Math.max(1, inside.words)), width)
    add(densityNames[height], percentBucket(inside.prose / Math.max(1, inside.words)), width)
  }
  const below = counts.core ? path.length - 1 - path.lastIndexOf(counts.core) : path.length
  const isInside = counts.core !== undefined && path.includes(counts.core)
  add('core', isInside ? String(Math.min(5, below)) : 'out', width)
  if (!isInside && counts.core) {
    const depth = counts.elements.get(counts.core)?.depth ?? 0
    let shared = 0
    // how many levels above the core the two part
    for (const element of path) if ((counts.elements.get(element)?.prose ?? 0) * 2 >= total) shared++
    add('parts-above', String(Math.min(6, depth + 1 - shared)), width)
  }
  add('signature', percentBucket((counts.signatures.get(signatureOf(path)) ?? 0) / total), width)
}

/** How the block lies to the element that holds most running text. */
function contentFeatures(
  { kind }: ReadBlock,
  { linked, length }: BlockFacts,
  path: readonly ElementHint[],
  { scores, top, best, article }: ContentScores,
  add: FeatureSink,
): void {
  const width = length <= 3 ? 'tiny' : length <= 12 ? 'short' : 'long'
  const what = `${kind}:${linked > 0.5 ? 'linked' : 'bare'}:${width}`
  if (!article) add('article', 'none')
  else if (path.includes(article)) add('article', 'in', what)
  else add('article', 'out')
  if (!top) return
  const at = path.lastIndexOf(top)
  const steps = path.length - 1 - at - (kind === 'list-item' ? 1 : 0)
  if (at >= 0) add('top', 'in', what)
  add('top', at >= 0 ? String(Math.min(4, steps)) : 'out', width)
  const element = path.at(kind === 'list-item' ? -3 : -2)
  if (element) add('content', percentBucket((scores.get(element) ?? 0) / best), width)
}

function statedFeatures(fact: BlockFacts, { stated, meta }: HtmlCounts, add: FeatureSink): void {
  if (stated && fact.words.length >= runLength) {
    const words = fact.key.split(' ')
    const runs = [0, Math.max(0, Math.floor((words.length - runLength) / 2)), Math.max(0, words.length - runLength)]
    const found = runs.filter((start) => stated.has(words.slice(start, start + runLength).join(' '))).length
    add('stated', found === runs.length ? 'whole' : found > 0 ? 'partly' : 'not')
  }
  if (meta.lead && fact.length >= 5 && meta.lead.startsWith(fact.text.slice(0, 60))) add('is-description')
  if (meta.title && meta.title === fact.text) add('is-page-title')
}

function statedRuns(articleBody: string | undefined): ReadonlySet<string> | undefined {
  if (!articleBody || articleBody.length < 200) return undefined
  const runs = new Set<string>()
  const window: string[] = []
  let count = 0
  for (const match of articleBody.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu)) {
    window.push(match[0].toLowerCase().replace(/’/g, "'"))
    if (window.length > runLength) window.shift()
    if (window.length === runLength) runs.add(window.join(' '))
    if (++count > longestStated) break
  }
  return runs
}

function signatureOf(path: readonly ElementHint[]): string {
  const own = path.at(-1)
  const above = path.at(-2)
  return `${own?.tag}.${own?.names}<${above?.tag}.${above?.names}`
}

const percents = [
  [0, '0'],
  [5, '5'],
  [20, '20'],
  [50, '50'],
  [80, '80'],
  [95, '95'],
] as const

function percentBucket(share: number): string {
  const percent = Math.round(100 * share)
  for (const [limit, name] of percents) if (percent <= limit) return name
  return 'more'
}
