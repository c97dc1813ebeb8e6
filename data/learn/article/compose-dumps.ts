import { alignToGold } from './align.js'

/** A dump of a page with what is known of its lines. */
export interface Dump {
  readonly id: string
  readonly subset: string
  readonly language?: string
  readonly site?: string
  readonly body: string
  readonly text: string
  readonly title?: string
  readonly labels?: readonly string[]
}

/** A body from a CMS. */
export interface CleanBody {
  readonly id: string
  readonly title: string
  readonly body: string
}

/** A line of a dump: the article or not, or undefined where either is right. */
export interface GoldLine {
  readonly text: string
  readonly gold: boolean | undefined
}

const articleLabels: ReadonlySet<string> = new Set(['lead', 'heading', 'paragraph', 'list-item', 'quote'])
const openLabels: ReadonlySet<string> = new Set(['title', 'byline', 'date', 'caption', 'pull-quote', 'fact', 'bio'])

/** The lines of a dump with their gold: from the labels, or by comparison with the gold text. */
export function goldLines(dump: Dump): GoldLine[] {
  const lines = dump.body.split('\n').filter((line) => line.trim() !== '')
  if (!dump.labels) {
    const gold = alignToGold(lines, dump.text, dump.title)
    return lines.map((text, at) => ({ text, gold: gold[at] }))
  }
  return lines.map((text, at) => {
    const label = dump.labels?.[at] ?? ''
    return { text, gold: openLabels.has(label) ? undefined : articleLabels.has(label) }
  })
}

/** Numbers 0–1 from a seed; the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** A Markdown body as the lines a browser would show; lists with bullets or without, by chance. */
export function plainLines(markdown: string, random: () => number): string[] {
  const bullet = ['', '', '• ', '- '][Math.floor(4 * random())] ?? ''
  const text = markdown
    .replace(/```[\s\S]*?(?:```|$)/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\|.*$/gm, '')
    .replace(/^(?:---+|\*\*\*+)$/gm, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/(?<!\w)[*_]|[*_](?!\w)/g, (mark, at: number, whole: string) =>
      /^\s*$/.test(whole.slice(at - 1, at)) && whole[at + 1] === ' ' ? mark : '',
    )
  const lines: string[] = []
  let isOpen = false
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const item = /^(?:[*+-]|\d+[.)])\s+(.*)$/.exec(line)
    const heading = /^#+\s+(.*)$/.exec(line)
    if (line === '') isOpen = false
    else if (item || heading) {
      lines.push(item ? bullet + (item[1] ?? '') : (heading?.[1] ?? ''))
      isOpen = item !== null
    } else if (isOpen) lines[lines.length - 1] += ` ${line.replace(/^>\s?/, '')}`
    else {
      lines.push(line.replace(/^>\s?/, ''))
      isOpen = true
    }
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/**
 * The furniture of one page around the body of another: what a page of the same site would look like. The lines before
 * and after the article stay, what interrupted it stands between other paragraphs, and the title is the body's.
 */
export function recompose(dump: Dump, { title, body }: CleanBody, random: () => number): GoldLine[] | undefined {
  const lines = goldLines(dump)
  const first = lines.findIndex(({ gold }) => gold === true)
  const last = lines.findLastIndex(({ gold }) => gold === true)
  const paragraphs = plainLines(body, random)
  if (first < 0 || paragraphs.length < 3) return undefined
  const renamed = lines.map((line) =>
    dump.title && line.text.includes(dump.title) ? { ...line, text: line.text.replace(dump.title, () => title) } : line,
  )
  const article: GoldLine[] = paragraphs.map((text) => ({ text, gold: true }))
  for (const { lines: group, after } of interruptions(renamed.slice(first, last))) {
    // what stands below the lead stays there; the rest moves
    const place = after <= 2 ? after : 2 + Math.floor(random() * (paragraphs.length - 2))
    const behind = Math.min(place, paragraphs.length - 1)
    let count = 0
    const at = article.findIndex(({ gold }) => gold === true && ++count > behind)
    article.splice(at < 0 ? article.length : at, 0, ...group)
  }
  return [...renamed.slice(0, first), ...article, ...renamed.slice(last + 1)]
}

/** Runs of lines that interrupt the article, and after how many of its lines. */
function interruptions(lines: readonly GoldLine[]): { readonly lines: GoldLine[]; readonly after: number }[] {
  const groups: { readonly lines: GoldLine[]; readonly after: number }[] = []
  let after = 0
  let isOpen = false
  for (const line of lines) {
    if (line.gold === true) after++
    if (line.gold !== false) {
      isOpen = false
      continue
    }
    if (isOpen) groups.at(-1)?.lines.push(line)
    else groups.push({ lines: [line], after })
    isOpen = true
  }
  return groups
}
