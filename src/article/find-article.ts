import type { Article, ArticleFormat } from '../model/article.js'
import type { Removed, Teaser } from '../model/document.js'
import type { Language } from '../model/language.js'
import { pageModel, textModel } from '../packed/article.js'
import { findAuthor } from './page-author.js'
import { readDate } from './page-date.js'
import { type BlockFacts, blockFacts } from './page-facts.js'
import { blockFeatures, type FeatureSink, type PageCounts, pageCounts } from './page-features.js'
import { coreProse, htmlCounts, htmlFeatures } from './page-html-features.js'
import { findLead, findStandfirst } from './page-lead.js'
import { type PagePart, pageColumns, readParts, unpackPageModel } from './page-model.js'
import { bodyParts } from './page-rules.js'
import { isScrapedText } from './page-scope.js'
import { findTeasers } from './page-teasers.js'
import { findTitle, pageTitle } from './page-title.js'
import type { ReadBlock, Reading, ReadingMeta } from './reading.js'

/** The blocks of a reading that are the article, and what the rest of the page says about it. */
export interface FoundArticle {
  /** In order, kinds corrected. */
  readonly blocks: readonly ReadBlock[]
  readonly title?: string
  readonly lead?: string
  readonly byline?: string
  readonly publishedAt?: string
  readonly teasers: readonly Teaser[]
  readonly removed: readonly Removed[]
}

/**
 * Which blocks of a reading are the article, and its title, lead, byline, date and teasers.
 *
 * A page that was scraped whole is read by a learnt model of its parts; what a CMS holds loses nothing but clear
 * wording ("Læs også: …", "Følg …", disclaimers).
 * @remarks Linear in the text.
 */
export function findArticle(
  languages: readonly Language[],
  reading: Reading,
  format: ArticleFormat,
  article: Article,
): FoundArticle {
  const { blocks, meta } = reading
  const facts = blockFacts(languages, blocks)
  const counts = pageCounts(facts)
  const isPage = meta.isPage === true || ((format === 'text' || format === 'auto') && isScrapedText(facts, counts))
  const parts = isPage ? modelParts(blocks, facts, counts, meta) : bodyParts(facts, counts)
  return compose(blocks, facts, counts, parts, reading, article, isPage)
}

// fitted: share of the running text around an HTML page's core that must be kept; flat between 0.75 and 0.9 on held-out
// templates, and pages of short lines lose more at 0.5
const leastOnPage = 0.75

/** The parts of a page by the learnt models: one for HTML, one for plain text. */
function modelParts(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  meta: ReadingMeta,
): PagePart[] {
  const html = blocks.some(({ path }) => path) ? htmlCounts(blocks, facts, counts, meta) : undefined
  const model = unpackPageModel(html ? pageModel : textModel)
  const scores = blocks.map((_, at) => {
    const score = new Array<number>(pageColumns).fill(0)
    const add: FeatureSink = (group, value = '', detail = '') => {
      const weights = model.get(group)?.get(value)?.get(detail)
      if (weights)
        for (let column = 0; column < pageColumns; column++)
          score[column] = (score[column] ?? 0) + (weights[column] ?? 0)
    }
    blockFeatures(facts, counts, at, add)
    if (html) htmlFeatures(blocks, facts, html, at, add)
    return score
  })
  const prose = blocks.map((block, at) => {
    const fact = facts[at]
    if (!fact) return 0
    if (html) return coreProse(block, fact, counts.shapes[at], html)
    return counts.shapes[at] === 'prose' ? fact.length / 2 : 0
  })
  if (html)
    return readParts(
      scores,
      prose,
      facts.map(({ length }) => length),
      leastOnPage,
    )
  return withLists(blocks, counts, readParts(scores, prose, prose))
}

/**
 * The parts of a text with the bullets that directly follow the article kept in it, a heading over them too: a menu or a
 * list of other articles has a heading that says so, and titles that stand twice.
 */
function withLists(blocks: readonly ReadBlock[], counts: PageCounts, parts: readonly PagePart[]): PagePart[] {
  const result = [...parts]
  const isOwn = (at: number): boolean =>
    counts.kinds[at]?.length === 0 && (counts.copies[at] ?? 1) === 1 && parts[at] !== 'before'
  const isBullet = (at: number): boolean => blocks[at]?.kind === 'list-item' && isOwn(at)
  for (let at = 1; at < blocks.length; at++) {
    if (result[at - 1] !== 'article') continue
    // by hand: two bullets are a list
    if (isBullet(at) || (isOwn(at) && isBullet(at + 1) && isBullet(at + 2))) result[at] = 'article'
  }
  return result
}

function compose(
  blocks: readonly ReadBlock[],
  facts: readonly BlockFacts[],
  counts: PageCounts,
  parts: readonly PagePart[],
  { meta }: Reading,
  article: Article,
  isPage: boolean,
): FoundArticle {
  const first = Math.max(0, parts.indexOf('article'))
  const known = [article.title, meta.title, meta.pageTitle].filter((title) => title !== undefined)
  const titleAt = findTitle(blocks, facts, counts, first, known)
  const { byline, at: bylineAt, kind: bylineKind } = findAuthor(facts, counts, parts, titleAt)
  const kept = parts.map((part, at) => (part === 'article' && (!isPage || isProse(facts, at))) || at === titleAt)
  const standfirst = isPage ? findStandfirst(blocks, facts, counts, titleAt, first) : -1
  if (standfirst >= 0) kept[standfirst] = true
  if (bylineAt >= 0) kept[bylineAt] = false
  const lead = findLead(blocks, facts, counts, kept, titleAt, article.lead ?? meta.lead)
  const removedAt = kept.map((isKept, at) => !isKept && at !== bylineAt)
  const found = findTeasers(facts, counts, removedAt)
  const result: ReadBlock[] = []
  const removed: Removed[] = []
  for (const [at, block] of blocks.entries()) {
    if (at === titleAt) result.push({ ...block, kind: 'title' })
    else if (at === lead) result.push({ ...block, kind: 'lead' })
    else if (kept[at]) result.push(block)
    else if (at === bylineAt && bylineKind === 'byline') result.push({ ...block, kind: 'byline' })
    else if (isCaption(facts[at], parts[at])) result.push({ ...block, kind: 'caption' })
    else {
      const kind =
        at === bylineAt
          ? 'byline'
          : found.blocks.has(at)
            ? 'teaser'
            : removedKind(facts[at]?.hits.map(({ kind }) => kind) ?? [], parts[at])
      removed.push({ kind, text: facts[at]?.text ?? '', source: block.source })
    }
  }
  const dates = facts.slice(Math.max(0, titleAt - 6), Math.max(first, titleAt) + 8)
  const publishedAt =
    article.publishedAt ??
    meta.publishedAt ??
    dates.map(({ text, isDate }) => (isDate ? readDate(text) : undefined)).find(Boolean)
  const shown = titleAt >= 0 ? facts[titleAt]?.text : undefined
  const title = article.title ?? (meta.isPage ? pageTitle(shown, meta.title ?? meta.pageTitle) : (shown ?? meta.title))
  const author = article.byline ?? meta.byline ?? byline
  const leadText = article.lead ?? (lead >= 0 ? facts[lead]?.text : undefined) ?? meta.lead
  return {
    blocks: result,
    ...(title !== undefined && { title }),
    ...(leadText !== undefined && { lead: leadText }),
    ...(author !== undefined && { byline: author }),
    ...(publishedAt !== undefined && { publishedAt }),
    teasers: found.teasers,
    removed,
  }
}

/** A line that the model took for the article and that is a date or a credit for a picture is no prose. */
function isProse(facts: readonly BlockFacts[], at: number): boolean {
  const fact = facts[at]
  return fact !== undefined && !fact.isDate && !isCaption(fact, 'article')
}

/** A credit, or a caption that ends with one. */
function isCaption(fact: BlockFacts | undefined, part: PagePart | undefined): boolean {
  if (!fact || part === 'before' || part === 'after') return false
  return (
    fact.length <= 40 && fact.hits.some(({ kind, where }) => kind === 'photo' && where === 'start' && fact.length <= 12)
  )
}

function removedKind(kinds: readonly string[], part: PagePart | undefined): Removed['kind'] {
  if (kinds.includes('disclaimer')) return 'disclaimer'
  if (kinds.includes('navigation')) return 'navigation'
  return part === 'before' && kinds.length === 0 ? 'navigation' : 'boilerplate'
}
