import { parse } from 'yaml'
import type { ReadingMeta } from './reading.js'

/** Front matter is small; a longer "fence" is a text between two rules. By hand. */
const maxLength = 65_536

/** What a file's front matter says, and where the text after it starts. */
export interface FrontMatter {
  readonly meta: ReadingMeta
  /** All that it says, by name in lower case. */
  readonly fields: Fields
  /** 0 where there is no front matter. */
  readonly end: number
}

/** YAML between `---`, TOML between `+++`, or a JSON object, at the very start of a file; broken ones never throw. */
export function readFrontMatter(body: string): FrontMatter {
  const start = body.charCodeAt(0) === 0xfeff ? 1 : 0
  const fence = /^(---|\+\+\+|;;;)[ \t]*(?:yaml|toml|json)?[ \t]*\r?\n/.exec(body.slice(start, start + 20))
  if (!fence) return { meta: {}, fields: new Map(), end: 0 }
  const from = start + fence[0].length
  const rest = body.slice(from, from + maxLength)
  const closing = (fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m : /^(?:\+\+\+|;;;)[ \t]*(?:\r?\n|$)/m).exec(
    rest,
  )
  if (!closing) return { meta: {}, fields: new Map(), end: 0 }
  const text = rest.slice(0, closing.index)
  // Two rules with prose between them are no front matter.
  if (fence[1] === '---' && text.trim() && !/^[\p{L}_"'][^\n:]{0,60}:(?:\s|$)/mu.test(text))
    return { meta: {}, fields: new Map(), end: 0 }
  const fields = fence[1] === '---' ? readYaml(text) : readLines(text)
  return { meta: metaOf(fields), fields, end: from + closing.index + closing[0].length }
}

type Fields = ReadonlyMap<string, unknown>

/** Deeper YAML is hostile: its parser would run out of stack, which V8 does not always survive. By hand. */
const maxDepth = 40

function isDeep(text: string): boolean {
  let depth = 0
  let deepest = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1)
  }
  return deepest > maxDepth || /^[ \t]*(?:[-?:][ \t]+){20}/m.test(text) || /^ {200}/m.test(text)
}

function readYaml(text: string): Fields {
  if (isDeep(text)) return readLines(text)
  try {
    const data: unknown = parse(text, { logLevel: 'silent', maxAliasCount: 20, uniqueKeys: false, strict: false })
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return lowerCased(Object.entries(data))
  } catch {
    // Templates and unquoted colons are common: read what can be read line by line.
  }
  return readLines(text)
}

/** `key: value` and `key = "value"`, one a line. */
function readLines(text: string): Fields {
  const entries: [string, unknown][] = []
  for (const line of text.split('\n')) {
    const match = /^([\p{L}_][\p{L}\p{N}_-]{0,60})[ \t]*[:=][ \t]*(.*)$/u.exec(line.slice(0, 5000))
    if (!match) continue
    const value = (match[2] ?? '').trim()
    const list = /^\[(.*)\]$/.exec(value)?.[1]
    entries.push([
      match[1] ?? '',
      list === undefined ? unquoted(value) : list.split(',').map((item) => unquoted(item.trim())),
    ])
  }
  return lowerCased(entries)
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
}

function lowerCased(entries: readonly (readonly [string, unknown])[]): Fields {
  return new Map(entries.map(([key, value]) => [key.toLowerCase(), value]))
}

function metaOf(fields: Fields): ReadingMeta {
  const text = (...keys: string[]): string | undefined => {
    for (const key of keys) {
      const words = wordsOf(fields.get(key))
      if (words.length > 0) return words.join(', ')
    }
    return undefined
  }
  const tags = [...wordsOf(fields.get('tags')), ...wordsOf(fields.get('keywords'))]
  const found = {
    title: text('title', 'headline', 'titel', 'overskrift'),
    lead: text('lead', 'lede', 'manchet', 'underrubrik', 'subtitle', 'description', 'excerpt', 'summary', 'resume'),
    byline: text('byline', 'author', 'authors', 'forfatter', 'skribent', 'by'),
    publishedAt: text('date', 'publishedat', 'published', 'pubdate', 'publishdate', 'dato'),
    url: text('canonical', 'canonical_url', 'url'),
    language: text('lang', 'language', 'locale', 'sprog'),
  }
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value)),
    ...(tags.length > 0 && { tags }),
  }
}

/** The words of a value: a string, a number, a list of them, or objects with a name. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() ? [tidy(value)] : []
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(wordsOf)
  if (typeof value !== 'object' || value === null) return []
  const entries = new Map(Object.entries(value))
  const name = entries.get('name') ?? entries.get('display_name') ?? entries.get('title') ?? entries.get('label')
  return name === undefined || typeof name === 'object' ? [] : wordsOf(name)
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC')
}
