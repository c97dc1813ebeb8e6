import { AttributeReader, type Inset, noAttributes, pairInsets, type RawInset } from './insets.js'
import { isPullQuoteTag } from './pull-quote-markup.js'

/** Shortcodes that WordPress and its common plugins know; a single one of another name may be a word in brackets. */
const knownSingles =
  /^(?:audio|video|gallery|playlist|embed|caption|wp_caption|toc|more|nextpage|contact-form(?:-7)?|gravityform|youtube|vimeo|tweet|instagram|googlemaps?|newsletter|nyhedsbrev|adrotate|ads?|products?|related|rating|wpforms|ninja_form|mc4wp_form|bctt)$/

/**
 * WordPress shortcodes in a body. `[sic]`, `[1]`, `[…]` and `[Red.: …]` are text; `[[x]]` is an escaped `[x]`; what
 * stands inside tags and comments is left alone. Linear.
 * @param onlyQuotes - only those that hold a pull quote, as in Markdown where brackets mean links
 */
export function findShortcodes(body: string, onlyQuotes = false): Inset[] {
  if (!body.includes('[')) return []
  const found: RawInset[] = []
  const reader = new AttributeReader(body)
  const nameAt = /\/?\p{L}[\p{L}\p{N}_-]*/uy
  const isEnd = (index: number): number =>
    body[index] === ']' ? 1 : body[index] === '/' && body[index + 1] === ']' ? 2 : 0
  let tagEnd = -2
  let commentEnd = -2
  for (let index = 0; index < body.length; index++) {
    const code = body.charCodeAt(index)
    if (code === 0x3c) {
      if (body.startsWith('<!--', index)) {
        if (commentEnd !== -1 && commentEnd < index) commentEnd = body.indexOf('-->', index)
        if (commentEnd > 0) index = commentEnd + 2
      } else if (/[a-z/]/i.test(body[index + 1] ?? '')) {
        if (tagEnd !== -1 && tagEnd < index) tagEnd = body.indexOf('>', index)
        if (tagEnd > 0 && tagEnd - index < 4000) index = tagEnd
      }
      continue
    }
    if (code !== 0x5b) continue
    nameAt.lastIndex = index + 1
    const isEscaped = body[index + 1] === '['
    if (isEscaped) nameAt.lastIndex = index + 2
    const match = nameAt.exec(body)
    if (!match) continue
    const isClosing = match[0][0] === '/'
    const name = match[0].slice(isClosing ? 1 : 0).toLowerCase()
    const after = nameAt.lastIndex
    const next = body[after] ?? ''
    if (next !== ']' && next !== '/' && !/[\s\u00a0=]/.test(next)) continue
    if (onlyQuotes && !isPullQuoteTag(name)) continue
    const read = isClosing
      ? body[after] === ']'
        ? { attributes: noAttributes, end: after + 1 }
        : undefined
      : reader.read(next === '=' ? after + 1 : after, isEnd)
    if (!read) continue
    if (isEscaped) {
      if (body[read.end] === ']') {
        found.push({
          start: index,
          end: read.end + 1,
          role: 'literal',
          name,
          attributes: noAttributes,
          syntax: 'bracket',
        })
        index = read.end
      }
      continue
    }
    // A Markdown link: [text](address) or [text][reference].
    if (onlyQuotes && /[([:]/.test(body[read.end] ?? '') && !isClosing) continue
    const isSelfClosing = body[read.end - 2] === '/'
    const role = isClosing ? 'close' : isSelfClosing ? 'single' : 'open'
    found.push({ start: index, end: read.end, role, name, attributes: read.attributes, syntax: 'bracket' })
    index = read.end - 1
  }
  return pairInsets(found, (inset) => isShortcode(inset, body))
}

/** Whether an unpaired `[name …]` is a shortcode rather than words in brackets. */
function isShortcode(inset: RawInset, body: string): boolean {
  if (inset.role === 'close') return isPullQuoteTag(inset.name)
  if (inset.role === 'single' || knownSingles.test(inset.name)) return true
  const named = [...inset.attributes.keys()].filter((key) => !/^\d+$/.test(key))
  if (named.length > 0) return true
  if (inset.attributes.size > 0) return isPullQuoteTag(inset.name) && body[inset.end - 2] === '"'
  if (isPullQuoteTag(inset.name)) return true
  return /[a-z][_-][a-z]/.test(inset.name) && /^\[[a-z0-9_-]+\]$/.test(body.slice(inset.start, inset.end))
}
