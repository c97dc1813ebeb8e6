import { SaxesParser } from 'saxes'
import type { Article } from '../model/article.js'
import { type FoundRecord, maxRecordBytes, tooLarge } from './archive-record.js'

/** What WordPress keeps among its posts and nobody reads as an article. */
const otherTypes = new Set([
  'attachment',
  'revision',
  'nav_menu_item',
  'custom_css',
  'customize_changeset',
  'oembed_cache',
  'user_request',
  'wp_block',
  'wp_template',
  'wp_template_part',
  'wp_global_styles',
  'wp_navigation',
  'wp_font_family',
  'wp_font_face',
])

/** `trash` is no status of an article: it is gone. */
const statuses: ReadonlyMap<string, Article['status']> = new Map([
  ['publish', 'published'],
  ['future', 'scheduled'],
  ['draft', 'draft'],
  ['pending', 'draft'],
  ['private', 'draft'],
  ['auto-draft', 'draft'],
])

/**
 * A WordPress export (WXR): posts, pages and a site's own types, with their shortcodes and blocks as they stand.
 *
 * The id is the number of the post. Tags are the article's `tags`; categories, the type and, but for published posts, the
 * status as WordPress calls it go into `meta`. Polylang's language and translations are read. What is in the trash, and
 * media, menus and templates are passed over.
 */
export async function* readWordpressExport(chunks: AsyncIterable<Buffer>): AsyncGenerator<FoundRecord> {
  const decoder = new TextDecoder('utf-8')
  const reader = new ExportReader()
  for await (const chunk of chunks) {
    reader.write(decoder.decode(chunk, { stream: true }))
    yield* reader.take()
  }
  reader.write(decoder.decode())
  reader.close()
  yield* reader.take()
}

interface Item {
  readonly fields: Map<string, string>
  readonly categories: { readonly domain: string; readonly slug: string; readonly name: string }[]
  readonly place: number
  size: number
  fault?: string
}

class ExportReader {
  readonly #parser = new SaxesParser()
  readonly #authors = new Map<string, string>()
  readonly #path: string[] = []
  #found: FoundRecord[] = []
  #count = 0
  #item: Item | undefined
  #text = ''
  #author = ''
  #category = { domain: '', slug: '' }
  #fault: string | undefined

  constructor() {
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes as Record<string, string>))
    this.#parser.on('closetag', ({ name }) => this.#close(name))
    this.#parser.on('text', (text) => this.#add(text))
    this.#parser.on('cdata', (text) => this.#add(text))
    // The parser goes on after an error; what it had in hand is not to be trusted.
    this.#parser.on('error', ({ message }) => {
      this.#fault ??= message
      if (this.#item) this.#item.fault ??= message
    })
  }

  write(text: string): void {
    // WordPress exports control characters that people pasted, which XML does not allow.
    this.#parser.write(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' '))
  }

  /** The end of the file: an item still open was cut short. */
  close(): void {
    const cut = this.#item
    this.#parser.close()
    if (cut) this.#finish({ ...cut, fault: cut.fault ?? 'the file ends inside this item' })
    else if (this.#fault && this.#path.length > 0) this.#bad(this.#fault, this.#count + 1, '')
  }

  *take(): Generator<FoundRecord> {
    const found = this.#found
    this.#found = []
    yield* found
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#path.push(name)
    this.#text = ''
    if (name === 'item') this.#item = { fields: new Map(), categories: [], place: ++this.#count, size: 0 }
    else if (name === 'category') this.#category = { domain: attributes.domain ?? '', slug: attributes.nicename ?? '' }
  }

  #add(text: string): void {
    const item = this.#item
    if (!item) this.#text += text
    else if (item.size <= maxRecordBytes) {
      this.#text += text
      item.size += text.length
    }
  }

  #close(name: string): void {
    this.#path.pop()
    const text = this.#text
    this.#text = ''
    const item = this.#item
    if (!item) {
      if (name === 'wp:author_login') this.#author = text.trim()
      else if (name === 'wp:author_display_name' && text.trim()) this.#authors.set(this.#author, text.trim())
    } else if (name === 'item') {
      this.#item = undefined
      this.#finish(item)
    } else if (name === 'category' && this.#path.at(-1) === 'item') {
      item.categories.push({ ...this.#category, name: text.trim() })
    } else if (this.#path.at(-1) === 'item' && !item.fields.has(name)) {
      item.fields.set(name, text)
    }
  }

  #finish(item: Item): void {
    const field = (name: string): string => item.fields.get(name)?.trim() ?? ''
    const status = field('wp:status') || 'publish'
    const type = field('wp:post_type') || 'post'
    if (item.size > maxRecordBytes) this.#found.push(tooLarge(item.place, field('title')))
    else if (item.fault)
      this.#bad(
        `Broken XML: ${item.fault}`,
        item.place,
        JSON.stringify(Object.fromEntries(item.fields)),
        field('wp:post_id'),
      )
    else if (!otherTypes.has(type) && statuses.has(status))
      this.#found.push({ article: this.#article(item, type, status), place: item.place })
  }

  #article(item: Item, type: string, status: string): Article {
    const field = (name: string): string => item.fields.get(name)?.trim() ?? ''
    const named = (domain: string): string[] =>
      item.categories.filter((category) => category.domain === domain && category.name).map(({ name }) => name)
    const slug = (domain: string): string => item.categories.find((category) => category.domain === domain)?.slug ?? ''
    const author = field('dc:creator')
    const fields = {
      id: field('wp:post_id') || field('guid'),
      title: field('title'),
      lead: field('excerpt:encoded'),
      language: slug('language').replace('_', '-'),
      translationGroup: slug('post_translations'),
      publishedAt: dateOf(field('wp:post_date_gmt')) || field('wp:post_date').replace(' ', 'T'),
      updatedAt: dateOf(field('wp:post_modified_gmt')),
      author: this.#authors.get(author) ?? author,
      url: field('link'),
    }
    const tags = named('post_tag')
    const categories = named('category')
    return {
      ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
      body: item.fields.get('content:encoded') ?? '',
      format: 'wordpress',
      status: statuses.get(status) ?? 'draft',
      ...(tags.length > 0 && { tags }),
      meta: { type, ...(categories.length > 0 && { categories }), ...(status !== 'publish' && { status }) },
    }
  }

  #bad(cause: string, place: number, record: string, id?: string): void {
    this.#found.push({ bad: { code: 'BAD_RECORD', cause, place, ...(id && { id }), record } })
  }
}

/** `2026-03-01 08:30:00` in Greenwich as ISO 8601; a draft's `0000-00-00 00:00:00` is no date. */
function dateOf(text: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) && !text.startsWith('0000') ? `${text.replace(' ', 'T')}Z` : ''
}
