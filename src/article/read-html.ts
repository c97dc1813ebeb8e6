import { HtmlMeta } from './html-meta.js'
import { HtmlSource } from './html-source.js'
import type { Reading } from './reading.js'
import { ReadingBuilder } from './reading-builder.js'

/**
 * HTML as blocks: a page or a fragment. Every block carries the elements around it; which of them are the article is
 * for `findArticle` to say. Forgiving as a browser, linear in the size of the body.
 */
export function readHtml(body: string): Reading {
  const builder = new ReadingBuilder(body)
  const meta = new HtmlMeta()
  let capture: { readonly tag: string; text: string } | undefined
  const source = new HtmlSource(builder, body, {
    open(tag, attributes) {
      meta.element(tag, attributes)
      const isData = tag === 'script' && /ld\+json/i.test(attributes.get('type')?.text ?? '')
      if (isData || (tag === 'title' && !builder.isOpen('svg'))) capture = { tag, text: '' }
      return false
    },
    close(tag) {
      if (capture?.tag !== tag) return
      if (tag === 'script') meta.structuredData(capture.text)
      else meta.pageTitle(capture.text)
      capture = undefined
    },
    text(start, end) {
      if (capture) capture.text += body.slice(start, end)
      else builder.text(start, end)
    },
    entity(character) {
      if (capture) capture.text += character
      return capture !== undefined
    },
  })
  source.feed(0, body.length)
  builder.finish()
  const { blocks, markedQuotes, removed } = builder
  return { blocks, markedQuotes, removed, meta: meta.finish() }
}
