import type { AttributeValue } from './pull-quote-markup.js'
import type { ReadingMeta } from './reading.js'

/** Facts that a page's head, its JSON-LD and its markup state about the article. */
export class HtmlMeta {
  readonly #found = new Map<string, string>()
  readonly #tags: string[] = []
  #pageTitle = ''
  #language = ''
  #isPage = false
  #structured: Structured | undefined

  /** An element with its attributes. */
  element(tag: string, attributes: ReadonlyMap<string, AttributeValue>): void {
    const value = (name: string): string => attributes.get(name)?.text ?? ''
    switch (tag) {
      case 'html':
      case 'head':
      case 'body':
        this.#isPage = true
        this.#language ||= value('lang') || value('xml:lang')
        break
      case 'meta': {
        const name = (value('property') || value('name') || value('itemprop')).toLowerCase()
        const content = value('content').trim()
        if (!name || !content) break
        if (name === 'article:tag') this.#tags.push(content)
        else if (!this.#found.has(name)) this.#found.set(name, content)
        break
      }
      case 'link':
        if (value('rel').toLowerCase() === 'canonical' && value('href')) this.#found.set('canonical', value('href'))
        break
      case 'time':
        if (!this.#found.has('time') && value('datetime')) this.#found.set('time', value('datetime'))
        break
    }
  }

  /** The text of the first `<title>`. */
  pageTitle(text: string): void {
    this.#pageTitle ||= text
  }

  /** The content of a `<script type="application/ld+json">`. */
  structuredData(json: string): void {
    const found = readStructuredData(json)
    if (found && (!this.#structured || (found.articleBody && !this.#structured.articleBody))) this.#structured = found
  }

  /** What was found; structured data wins over meta tags. */
  finish(): ReadingMeta {
    const first = (...names: string[]): string | undefined => {
      for (const name of names) {
        const value = this.#found.get(name)
        if (value) return tidy(value)
      }
      return undefined
    }
    const data = this.#structured
    const author = first('author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author')
    const keywords = first('news_keywords', 'keywords')
    const tags = this.#tags.length > 0 ? this.#tags.map(tidy) : (data?.tags ?? keywords?.split(',').map(tidy))
    return withoutEmpty({
      title: data?.title ?? first('og:title', 'twitter:title', 'dc.title', 'title', 'headline'),
      lead: data?.lead ?? first('og:description', 'description', 'twitter:description'),
      byline: data?.byline ?? (author && !/^https?:/.test(author) ? author : undefined),
      publishedAt:
        data?.publishedAt ??
        first('article:published_time', 'datepublished', 'og:published_time', 'pubdate', 'publishdate', 'date', 'time'),
      url: first('canonical', 'og:url') ?? data?.url,
      language: tidy(this.#language) || first('og:locale', 'language')?.replace('_', '-'),
      tags: tags?.filter((tag) => tag).slice(0, 100),
      articleBody: data?.articleBody,
      pageTitle: tidy(this.#pageTitle),
      isPage: this.#isPage || undefined,
    })
  }
}

interface Structured {
  readonly title?: string
  readonly lead?: string
  readonly byline?: string
  readonly publishedAt?: string
  readonly url?: string
  readonly tags?: readonly string[]
  readonly articleBody?: string
}

/** Larger scripts are data of an application, not of an article. By hand. */
const maxStructuredData = 1_000_000

/** The first article in a JSON-LD script; undefined where there is none or the JSON is broken. */
function readStructuredData(json: string): Structured | undefined {
  if (json.length > maxStructuredData) return undefined
  let data: unknown
  try {
    // Line breaks inside strings are the commonest mistake in the wild.
    data = JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '))
  } catch {
    return undefined
  }
  const article = findArticleNode(data)
  if (!article) return undefined
  const text = (key: string): string | undefined => {
    const value = article.get(key)
    return typeof value === 'string' && value.trim() ? tidy(value) : undefined
  }
  const body = article.get('articleBody')
  const keywords = article.get('keywords')
  const tags = Array.isArray(keywords) ? keywords : typeof keywords === 'string' ? keywords.split(',') : undefined
  return withoutEmpty({
    title: text('headline') ?? text('name'),
    lead: text('description'),
    byline: namesIn(article.get('author') ?? article.get('creator')),
    publishedAt: text('datePublished'),
    url: text('url'),
    tags: tags?.filter((tag): tag is string => typeof tag === 'string').map(tidy),
    articleBody: typeof body === 'string' && body.trim() ? body : undefined,
  })
}

/** Breadth first, at most 2,000 nodes. */
function findArticleNode(data: unknown): Map<string, unknown> | undefined {
  const queue: unknown[] = [data]
  for (let index = 0; index < queue.length && index < 2000; index++) {
    const node = queue[index]
    if (Array.isArray(node)) {
      for (const child of node.slice(0, 1000)) queue.push(child)
    } else if (typeof node === 'object' && node !== null) {
      const entries = new Map(Object.entries(node))
      const types = [entries.get('@type')].flat().filter((type): type is string => typeof type === 'string')
      if (types.some((type) => /Article$|^(?:BlogPosting|Report|LiveBlogPosting|Review)$/.test(type))) return entries
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) if (entries.has(key)) queue.push(entries.get(key))
    }
  }
  return undefined
}

function namesIn(author: unknown): string | undefined {
  const names: string[] = []
  for (const person of [author].flat().slice(0, 20)) {
    const name = typeof person === 'string' ? person : isNamed(person) ? person.name : undefined
    for (const word of [name].flat()) if (typeof word === 'string' && !/^https?:/.test(word)) names.push(tidy(word))
  }
  return names.filter((name) => name).join(', ') || undefined
}

function isNamed(value: unknown): value is { name: unknown } {
  return typeof value === 'object' && value !== null && 'name' in value
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

/** One line, NFC; the entities that people leave in JSON and attributes decoded. */
function tidy(text: string): string {
  return text
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
      if (name) return entities.get(String(name).toLowerCase()) ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .normalize('NFC')
}

type Filled<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

function withoutEmpty<T extends object>(record: T): Partial<Filled<T>> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as Partial<Filled<T>>
}
