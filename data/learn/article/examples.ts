import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type BlockFacts, blockFacts, blockText } from '../../../src/article/page-facts.js'
import { blockFeatures, featureName, pageCounts } from '../../../src/article/page-features.js'
import { coreProse, htmlCounts, htmlFeatures } from '../../../src/article/page-html-features.js'
import { readHtml } from '../../../src/article/read-html.js'
import { readText } from '../../../src/article/read-text.js'
import type { Reading } from '../../../src/article/reading.js'
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import { alignToGold } from './align.js'
import { type CleanBody, type Dump, type GoldLine, goldLines, plainLines, recompose, seeded } from './compose-dumps.js'
import { templateGroups } from './template-groups.js'
import type { Example } from './train-chain.js'

const data = new URL('../../../../shared/eval/', import.meta.url)
/** The development pages of a format, with features and gold. */
export async function loadExamples(format: 'text' | 'page'): Promise<Example[]> {
  const records = rows<Page>('parse/html-dev.jsonl.gz')
  const groups = templateGroups(records.map(({ html }) => html))
  const pages = records.map((page, at) => readPage(page, groups[at] ?? at))
  if (format === 'page') return pages.map(pageExample)
  const dumps = rows<Dump>('parse/dumps-dev.jsonl')
  const danish = rows<CleanBody>('themes/da.dev.jsonl')
  const english = [...rows<CleanBody>('themes/en-blog.dev.jsonl'), ...rows<CleanBody>('themes/en-news.dev.jsonl')]
  const sites = new Map(pages.map(({ id, site }) => [id, site.replace(/^[^/]+/, '')]))
  const siteOf = (dump: Dump): string => {
    const group = dump.subset.replace(/-.*/, dump.labels ? '-composed' : '')
    return group + (sites.get(dump.id.replace(/^dump-/, '')) ?? `/${dump.site ?? dump.id.replace(/-\d+$/, '')}`)
  }
  const examples = dumps.map((dump) => lineExample(dump.id, siteOf(dump), goldLines(dump), 1))
  const random = seeded(1)
  for (const dump of dumps) {
    if (dump.language !== 'da' && dump.language !== 'en') continue
    const bodies = dump.language === 'da' ? danish : english
    // by hand: the few sites whose every line is labelled count for more
    for (let copy = 0; copy < (dump.labels ? 6 : 3); copy++) {
      const body = bodies[Math.floor(random() * bodies.length)]
      const lines = body && recompose(dump, body, random)
      if (lines) examples.push(lineExample(`${dump.id}/${body.id}`, `re-${siteOf(dump)}`, lines, 0.5))
    }
  }
  for (const page of pages) {
    const lines = page.reading.blocks.map((block, at) => ({ text: blockText(block), gold: page.gold[at] }))
    examples.push(lineExample(page.id, `${page.site.replace('/', '-page/')}`, lines, 0.35))
  }
  for (const [at, { id, body }] of [...danish, ...english].entries()) {
    if (at % 4 !== 0) continue
    const lines = plainLines(body, random).map((text) => ({ text, gold: true }))
    if (lines.length > 1) examples.push(lineExample(id, `clean/${id}`, lines, 0.25))
  }
  return examples
}

/** The records of a file of the evaluation data. */
export function rows<Row>(path: string): Row[] {
  const url = new URL(path, data)
  if (!existsSync(url)) throw new Error(`the evaluation data is not here: ${url.pathname} is missing`)
  const bytes = readFileSync(url)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

interface Page {
  readonly id: string
  readonly subset: string
  readonly html: string
  readonly text: string
  readonly title?: string
}

interface GoldPage {
  readonly id: string
  readonly site: string
  readonly reading: Reading
  readonly gold: readonly (boolean | undefined)[]
}

function readPage({ id, subset, html, text, title }: Page, template: number): GoldPage {
  const reading = readHtml(html)
  return { id, site: `${subset}/${template}`, reading, gold: alignToGold(reading.blocks.map(blockText), text, title) }
}

function pageExample({ id, site, reading, gold }: GoldPage): Example {
  const { blocks, meta } = reading
  const facts = blockFacts([da, en], blocks)
  const counts = pageCounts(facts)
  const html = htmlCounts(blocks, facts, counts, meta)
  const features = blocks.map((_, at) => {
    const names: string[] = []
    blockFeatures(facts, counts, at, (...parts) => names.push(featureName(...parts)))
    htmlFeatures(blocks, facts, html, at, (...parts) => names.push(featureName(...parts)))
    return names
  })
  return {
    id,
    site,
    blocks: features,
    gold,
    prose: blocks.map((block, at) => {
      const fact = facts[at]
      return fact ? coreProse(block, fact, counts.shapes[at], html) : 0
    }),
    words: facts.map(({ length }) => length),
    lengths: facts.map(({ length }) => length),
    texts: facts.map(({ text }) => text),
    weight: 1,
  }
}

function lineExample(id: string, site: string, lines: readonly GoldLine[], weight: number): Example {
  const body = lines.map(({ text }) => text).join('\n\n')
  const starts: number[] = []
  let start = 0
  for (const { text } of lines) {
    starts.push(start)
    start += text.length + 2
  }
  const { blocks } = readText(body)
  let line = 0
  const gold = blocks.map(({ source }) => {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= source.start) line++
    return lines[line]?.gold
  })
  return example(id, site, blockFacts([da, en], blocks), gold, weight)
}

function example(
  id: string,
  site: string,
  facts: readonly BlockFacts[],
  gold: readonly (boolean | undefined)[],
  weight: number,
): Example {
  const counts = pageCounts(facts)
  const blocks = facts.map((_, at) => {
    const names: string[] = []
    blockFeatures(facts, counts, at, (...parts) => names.push(featureName(...parts)))
    return names
  })
  const prose = facts.map(({ length }, at) => (counts.shapes[at] === 'prose' ? length : 0))
  return {
    id,
    site,
    blocks,
    gold,
    prose,
    words: prose,
    lengths: facts.map(({ length }) => length),
    texts: facts.map(({ text }) => text),
    weight,
  }
}
