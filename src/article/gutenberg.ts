import type { OpenOptions } from './open-element.js'
import { plainText } from './plain-text.js'
import type { AttributeValue } from './pull-quote-markup.js'
import type { ReadingBuilder } from './reading-builder.js'

/** Blocks whose content is no prose of this article. */
const dropped =
  /^(?:(?:core\/)?(?:latest-posts|latest-comments|archives|categories|tag-cloud|search|navigation|page-list|query|post-template|social-links|calendar|rss|buttons?|loginout|avatar|site-(?:logo|title|tagline)|post-(?:author|date|terms|comments|navigation-link)(?:-\w+)*|read-more)|jetpack\/(?:related-posts|contact-form|subscriptions|mailchimp|sharing-buttons)|.*\/(?:newsletter|signup|related|contact-form|form|ads?))$/
const embeds = /^(?:(?:core\/)?(?:embed|audio|video|file|html-embed)|core-embed\/[\w-]+)$/

/** The comments of WordPress' block editor: `<!-- wp:name {"json"} -->`, `<!-- /wp:name -->`, `<!-- wp:name /-->`. */
export class GutenbergBlocks {
  readonly #builder: ReadingBuilder

  constructor(builder: ReadingBuilder) {
    this.#builder = builder
  }

  comment(content: string, contentStart: number, start: number, end: number): void {
    const builder = this.#builder
    const closing = /^\s*\/wp:([\w/-]+)/.exec(content)
    if (closing) {
      builder.closeElement(`wp:${closing[1]}`, end)
      return
    }
    const opening = /^\s*wp:([a-z][\w-]*(?:\/[\w-]+)?)\s*/i.exec(content)
    if (!opening) {
      // <!--more--> and <!--nextpage--> stand between paragraphs; other comments are nothing at all.
      if (/^\s*(?:more|nextpage)\b/i.test(content)) builder.endBlock()
      return
    }
    const name = (opening[1] ?? '').toLowerCase()
    const isSingle = /\/\s*$/.test(content)
    const json = content.slice(opening[0].length)
    const isPullQuote = /(?:^|\/)(?:[\w-]*-)?pull-?quote$/.test(name)
    builder.markup = 'block'
    if (isSingle) {
      builder.endBlock()
      if (isPullQuote) this.#dataQuote(json, contentStart + opening[0].length)
      return
    }
    const attributes = isPullQuote ? dataAttributes(json, contentStart + opening[0].length) : undefined
    const options: OpenOptions = {
      isBlock: true,
      names: name,
      ...(attributes && { attributes }),
      ...(isPullQuote && { isPullQuote, markup: 'block' as const }),
      ...(dropped.test(name) && { skips: true }),
    }
    builder.openElement(`wp:${name}`, start, embeds.test(name) ? { ...options, names: `${name} embed` } : options)
  }

  #dataQuote(json: string, start: number): void {
    const attributes = dataAttributes(json, start)
    const words = attributes.get('quote')
    if (words) this.#builder.pullQuote(words, attributes.get('citation')?.text, 'block')
  }
}

/** `value` and `citation` of a pull quote block, with their places in the body; broken JSON gives none. */
function dataAttributes(json: string, start: number): ReadonlyMap<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>()
  const end = json.lastIndexOf('}')
  if (!/^\s*\{/.test(json) || end < 0 || json.length > 100_000) return attributes
  let data: unknown
  try {
    data = JSON.parse(json.slice(0, end + 1))
  } catch {
    return attributes
  }
  if (typeof data !== 'object' || data === null) return attributes
  const entries = new Map<string, unknown>(Object.entries(data))
  for (const [name, keys] of [
    ['quote', ['value', 'quote', 'content', 'text']],
    ['citation', ['citation', 'author', 'cite']],
  ] as const) {
    for (const key of keys) {
      const value = entries.get(key)
      if (typeof value !== 'string' || !value.trim()) continue
      const at = json.indexOf(JSON.stringify(key))
      const from = at < 0 ? -1 : json.indexOf('"', at + key.length + 2) + 1
      const to = from > 0 ? closingQuote(json, from) : -1
      attributes.set(name, {
        text: plainText(value).replace(/\s+/g, ' ').trim(),
        start: start + Math.max(0, from),
        end: start + (to > 0 ? to : end),
      })
      break
    }
  }
  return attributes
}

function closingQuote(json: string, from: number): number {
  for (let index = from; index < json.length; index++) {
    if (json[index] === '\\') index++
    else if (json[index] === '"') return index
  }
  return -1
}
