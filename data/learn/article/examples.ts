import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type BlockFacts, blockFacts, blockText } from '../../../src/article/page-facts.js'
import { blockFeatures, pageCounts } from '../../../src/article/page-features.js'
import { readText } from '../../../src/article/read-text.js'
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import { alignToGold } from './align.js'
import type { Example } from './train-chain.js'

const data = new URL('../../../../shared/eval/', import.meta.url)
const articleLabels: ReadonlySet<string> = new Set(['title', 'lead', 'heading', 'paragraph', 'list-item', 'quote'])
const openLabels: ReadonlySet<string> = new Set(['title', 'byline', 'date', 'caption', 'pull-quote', 'fact', 'bio'])

interface Dump {
  readonly id: string
  readonly subset: string
  readonly site?: string
  readonly body: string
  readonly text: string
  readonly title?: string
  readonly labels?: readonly string[]
}

/** The development pages of a format, with features and gold. */
export async function loadExamples(format: 'text' | 'page'): Promise<Example[]> {
  if (format === 'page') return []
  return [...rows<Dump>('parse/dumps-dev.jsonl').map(dumpExample), ...cleanExamples()]
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

function dumpExample(dump: Dump): Example {
  const { blocks } = readText(dump.body)
  const facts = blockFacts([da, en], blocks)
  let gold: (boolean | undefined)[]
  if (dump.labels) {
    const starts: number[] = []
    for (const match of dump.body.matchAll(/[^\n]*\S[^\n]*/g)) starts.push(match.index)
    gold = blocks.map(({ source }) => {
      let line = 0
      while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= source.start) line++
      const label = dump.labels?.[line] ?? ''
      return openLabels.has(label) ? undefined : articleLabels.has(label)
    })
  } else {
    gold = alignToGold(blocks.map(blockText), dump.text, dump.title)
  }
  return example(
    dump.id,
    `${dump.subset.replace(/-.*/, dump.labels ? '-composed' : '')}/${dump.site ?? dump.id.replace(/-\d+$/, '')}`,
    facts,
    gold,
    1,
  )
}

/** Bodies without furniture, as plain text: all of it is the article. */
function cleanExamples(): Example[] {
  const examples: Example[] = []
  for (const file of ['themes/da.dev.jsonl', 'themes/en-blog.dev.jsonl', 'themes/en-news.dev.jsonl']) {
    for (const [at, { id, body, site }] of rows<{ id: string; body: string; site?: string }>(file).entries()) {
      if (at % 4 !== 0) continue
      const plain = body
        .replace(/```[\s\S]*?```/g, '')
        .replace(/<[^>]*>/g, '')
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/^#+ /gm, '')
        .replace(/[*_`]/g, '')
      const facts = blockFacts([da, en], readText(plain).blocks)
      if (facts.length < 2) continue
      examples.push(
        example(
          id,
          `clean/${site ?? id}`,
          facts,
          facts.map(() => true),
          0.25,
        ),
      )
    }
  }
  return examples
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
    blockFeatures(facts, counts, at, (name) => names.push(name))
    return names
  })
  return { id, site, blocks, gold, lengths: facts.map(({ length }) => length), weight }
}
