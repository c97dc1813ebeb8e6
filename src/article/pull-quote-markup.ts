/** Words of an attribute and where they stand in the body. */
export interface AttributeValue {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Attributes of a tag, a shortcode or a component; names lower case; words without a name are `0`, `1`, … */
export type Attributes = ReadonlyMap<string, AttributeValue>

const neverQuotes = /^(?:html|body|main|article|head|meta|link|script|style|img|a)$/

/**
 * Whether an element is a pull quote by what its author called it: `pullquote`, `wp-block-pullquote`,
 * `article__pull-quote`, `citat-right`, `role="doc-pullquote"`. Parts of one (`pullquote__author`) and containers of
 * one (`has-pullquote`) are not.
 */
export function isPullQuoteElement(tag: string, names: string): boolean {
  if (neverQuotes.test(tag)) return false
  if (isPullQuoteName(tag)) return true
  if (!names || !/quote|citat/.test(names)) return false
  return names
    .split(' ')
    .some(
      (name) => isPullQuoteName(name) || ((tag === 'aside' || tag === 'figure') && /^(?:block[-_]?)?quote$/.test(name)),
    )
}

/** Whether a class, shortcode or component of that name is a pull quote. */
export function isPullQuoteName(name: string): boolean {
  if (!/quote|citat/.test(name)) return false
  if (/^(?:has|with|no|is|js)[-_]/.test(name) || partName.test(name)) return false
  return pullNames.test(name)
}

/** English, Danish, and the names that Ghost, Drupal and newspapers' systems give theirs. */
const pullNames =
  /pull[-_]?(?:out[-_]?)?quotes?|^pquote|^quote[-_]?box|^article[-_]{1,2}quote|^kg-blockquote-alt$|(?:^|__|--)(?:citat(?:boks)?|fremhaevet-?citat|fremhævet-?citat|faktacitat)(?:$|[-_])/

const partName =
  /quotes?(?:__|--?|_)?(?:author|attribution|cite|citation|source|name|title|credit|byline|speaker|list|icon|mark|image|img|footer|header|share|button)$/

/** Whether a shortcode, template tag or component of that name holds a pull quote, also where no element would. */
export function isPullQuoteTag(name: string): boolean {
  const lower = name.toLowerCase()
  return isPullQuoteName(lower) || quoteTags.test(lower)
}

const quoteTags =
  /^(?:quote|citat|su_quote|su_pullquote|perfectpullquote|quote[-_](?:left|right|center)|(?:left|right)[-_]?quote|bctt|tweetthis|tweetable|click_?to_?tweet|clicktotweet|inlinetweet)$/

/** Whether an element inside a quote says who said it. */
export function isAttributionElement(tag: string, names: string): boolean {
  if (tag === 'cite' || tag === 'footer' || tag === 'figcaption') return true
  return (
    names !== '' &&
    /(?:^|[ _-])(?:author|attribution|cite|citation|source|credit|byline|speaker|afsender|kilde)(?:$|[ _-])/.test(names)
  )
}

const quoteAttributes = [
  'quote',
  'data-quote',
  'data-pullquote',
  'tweet',
  'text',
  'content',
  'value',
  'body',
  'words',
  'citat',
  '0',
]
const elementAttributes = ['quote', 'data-quote', 'data-pullquote', 'data-pull-quote']
const attributionAttributes = [
  'author',
  'citation',
  'attribution',
  'cite',
  'source',
  'by',
  'name',
  'credit',
  'speaker',
  'person',
  'navn',
]

/** The words of a quote that stand in an attribute. An element's own attributes are read more narrowly. */
export function quoteInAttributes(attributes: Attributes, isElement: boolean): AttributeValue | undefined {
  for (const name of isElement ? elementAttributes : quoteAttributes) {
    const value = attributes.get(name)
    // A bare word is a class or a side (`{% pullquote left %}`), not a quote.
    if (value && /\s/.test(value.text.trim())) return value
  }
  return undefined
}

/** Who said it, where an attribute says so; addresses are not people. */
export function attributionInAttributes(attributes: Attributes): string | undefined {
  for (const name of attributionAttributes) {
    const words = attributes.get(name)?.text
    if (words?.trim() && !/^\s*(?:https?:|\/|#|www\.)/.test(words)) return tidyAttribution(words)
  }
  return undefined
}

/** A speaker's name without the dash before it; undefined when nothing is left. */
export function tidyAttribution(words: string): string | undefined {
  const tidy = words
    .replace(/<[^<>]*>/g, ' ')
    .replace(/^[\s\u2012-\u2015~*-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
  return tidy || undefined
}
