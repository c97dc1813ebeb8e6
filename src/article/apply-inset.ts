import type { MarkedQuote } from '../model/document.js'
import type { Inset } from './insets.js'
import { attributionInAttributes, isPullQuoteTag, quoteInAttributes } from './pull-quote-markup.js'
import type { ReadingBuilder } from './reading-builder.js'

const captions = /^(?:caption|wp_caption|figcaption|img_caption)$/
const figures = /^(?:figure|image|img|picture|photo|billede|imgproc|asset)$/
const blockQuotes = /^(?:blockquote|epigraph)$/
const code = /^(?:code|codeblock|sourcecode|highlight|highlighted|prism|gist|raw|verbatim|math|latex|mermaid)$/
const dropped =
  /^(?:embed|gallery|audio|video|playlist|comment|iframe|youtube|vimeo|tweet|twitter|instagram|facebook|googlemaps?|map|ad|ads|form|contact-form|newsletter|style|script|javascript|stylesheet|schema|table|wptable|footnote|fn|ref|tooltip|button|btn|su_button|cta)$/
const breaking =
  /(?:column|col|row|half|third|fourth|section|tabs?|accordion|toggle|box|infobox|group|notice|alert|note|callout|div|fact|fakta)/

/** Tells a builder what a shortcode, template tag or component means; what nobody knows leaves its content. */
export function applyInset(builder: ReadingBuilder, inset: Inset): void {
  const { name, start, end, role } = inset
  if (role === 'literal') {
    builder.text(start + 1, end - 1)
    return
  }
  const element = `[${inset.syntax} ${name}]`
  if (role === 'close') {
    builder.closeElement(element, end)
    if (breaking.test(name) && !isPullQuoteTag(name)) builder.endBlock()
    return
  }
  if (isPullQuoteTag(lastPart(name)) || (inset.syntax === 'fence' && /quote|citat/.test(name))) {
    applyPullQuote(builder, inset, element)
    return
  }
  if (inset.syntax === 'place') {
    builder.openElement(element, start, { isInPlaceQuote: true, markup: 'shortcode' })
    return
  }
  builder.remove('shortcode', start, end)
  const caption = inset.attributes.get('caption')
  if (caption && (captions.test(name) || figures.test(lastPart(name)))) {
    builder.endBlock()
    builder.rawBlock('caption', caption)
  }
  if (role === 'single') return
  const options = { attributes: inset.attributes }
  if (captions.test(name)) builder.openElement(element, start, { ...options, isBlock: true, kind: 'caption' })
  else if (blockQuotes.test(name) || (name === 'quote' && inset.syntax !== 'bracket')) {
    builder.openElement(element, start, { ...options, isBlock: true, kind: 'blockquote' })
  } else if (code.test(name)) builder.openElement(element, start, { isBlock: true, kind: 'code' })
  else if (dropped.test(name)) builder.openElement(element, start, { skips: true })
  else if (breaking.test(name)) builder.endBlock()
}

function applyPullQuote(builder: ReadingBuilder, inset: Inset, element: string): void {
  const { attributes, role, start } = inset
  const markup: MarkedQuote['markup'] =
    inset.syntax === 'fence' ? 'markdown' : inset.syntax === 'component' ? 'html' : 'shortcode'
  if (role === 'single') {
    const words = quoteInAttributes(attributes, false)
    if (!words) {
      builder.remove('shortcode', start, inset.end)
      return
    }
    builder.endBlock()
    builder.pullQuote(words, attributionInAttributes(attributes), markup)
    return
  }
  const isInPlace = inset.syntax === 'bracket' && standsInSentence(builder, inset)
  builder.openElement(element, start, { attributes, markup, isPullQuote: true, isBlock: !isInPlace })
}

/** A shortcode around words of a running sentence sets them apart where they stand; others hold a copy. */
function standsInSentence(builder: ReadingBuilder, inset: Inset): boolean {
  if (!inset.closing) return false
  const before = builder.lastCharacter
  if (before && /[\p{L}\p{N},;(–-]/u.test(before)) return true
  const after = /^[^\S\n]*(\S)/.exec(builder.body.slice(inset.closing.end, inset.closing.end + 20))?.[1] ?? ''
  return before !== '' && /[\p{Ll},;.]/u.test(after)
}

/** `pullquote.html`, `partials/pullquote`, `blocks.PullQuote`: what counts is the last word. */
function lastPart(name: string): string {
  return name.replace(/\.(?:html|liquid|md|njk|vue)$/, '').replace(/^.*[/.]/, '')
}
