import type { BlockKind, MarkedQuote } from '../model/document.js'
import { markOf } from './elements.js'
import type { Attributes, AttributeValue } from './pull-quote-markup.js'
import type { BlockMark, ElementHint, ReadBlock } from './reading.js'

/** What a block can be while it is read; an `attribution` says who said a quote and becomes no block. */
export type InnerKind = BlockKind | 'attribution'

/** An element that is open, and what it means for the text in it. */
export interface OpenElement {
  readonly tag: string
  readonly hint: ElementHint
  readonly parent: OpenElement | undefined
  path?: readonly ElementHint[]
  readonly isBlock: boolean
  readonly skips: boolean
  readonly kind: InnerKind
  readonly level: number
  readonly listDepth: number
  /** Index of the open paragraph, heading, list item, cell and row that a new one would close; -1: none. */
  readonly paragraphAt: number
  readonly headingAt: number
  readonly itemAt: number
  readonly cellAt: number
  readonly rowAt: number
  readonly pull?: Pull
  readonly table?: Table
  readonly ownsPull: boolean
  readonly ownsTable: boolean
  readonly mark?: BlockMark['kind']
  readonly isInPlaceQuote: boolean
  readonly start: number
}

/** A pull quote that is being read. */
export interface Pull {
  readonly markup: MarkedQuote['markup']
  readonly blocks: ReadBlock[]
  readonly words?: AttributeValue
  attribution?: string
}

/** A table that is being read. */
export interface Table {
  readonly firstBlock: number
  cells: number
  rows: number
  readonly isLayout: boolean
}

/** What all stands in. */
export const root: OpenElement = {
  tag: '',
  hint: { tag: '', names: '' },
  parent: undefined,
  path: [],
  isBlock: true,
  skips: false,
  kind: 'paragraph',
  level: 0,
  listDepth: 0,
  paragraphAt: -1,
  headingAt: -1,
  itemAt: -1,
  cellAt: -1,
  rowAt: -1,
  ownsPull: false,
  ownsTable: false,
  isInPlaceQuote: false,
  start: 0,
}

/** What an opening says beside its tag. */
export interface OpenOptions {
  /** Class, id, role and the like, lower case. */
  readonly names?: string
  readonly attributes?: Attributes
  /** It is a pull quote whatever its names say. */
  readonly isPullQuote?: boolean
  /** Its words are a quote that stays where it is in the running text. */
  readonly isInPlaceQuote?: boolean
  readonly isBlock?: boolean
  readonly skips?: boolean
  readonly kind?: BlockKind
  readonly level?: number
  readonly markup?: MarkedQuote['markup']
}

/** What the builder has found out about an element that opens. */
export interface ElementFacts {
  /** Its place on the stack. */
  readonly index: number
  readonly isBlock: boolean
  readonly skips: boolean
  readonly isAttribution: boolean
  readonly isInPlaceQuote: boolean
  readonly pull?: Pull
  readonly table?: Table
}

/** An element that opens within `parent`: it takes over from the parent what it does not say itself. */
export function makeElement(
  tag: string,
  start: number,
  parent: OpenElement,
  options: OpenOptions,
  facts: ElementFacts,
): OpenElement {
  const { index, isBlock, skips, isAttribution, isInPlaceQuote } = facts
  const isHeading = isHeadingTag(tag)
  const isItem = tag === 'li' || tag === 'dt' || tag === 'dd'
  const isList = tag === 'ul' || tag === 'ol' || tag === 'menu' || tag === 'dl'
  const isCell = tag === 'td' || tag === 'th'
  const isTable = tag === 'table'
  const mark = markOf(tag)
  const pull = facts.pull ?? parent.pull
  const table = facts.table ?? parent.table
  const listDepth = isList ? parent.listDepth + 1 : parent.listDepth
  return {
    tag,
    hint: { tag, names: options.names ?? '' },
    parent: parent === root ? undefined : parent,
    isBlock,
    skips,
    kind: isAttribution ? 'attribution' : (options.kind ?? kindOf(tag, options.names ?? '', parent)),
    level: options.level ?? (isHeading ? Number(tag[1]) : isItem ? Math.max(1, listDepth) : parent.level),
    listDepth,
    paragraphAt: tag === 'p' ? index : isBlock ? -1 : parent.paragraphAt,
    headingAt: isHeading ? index : parent.headingAt,
    itemAt: isItem ? index : isList || isTable ? -1 : parent.itemAt,
    cellAt: isCell ? index : isTable ? -1 : parent.cellAt,
    rowAt: tag === 'tr' ? index : isTable ? -1 : parent.rowAt,
    ownsPull: facts.pull !== undefined,
    ownsTable: facts.table !== undefined,
    isInPlaceQuote,
    start,
    ...(mark && { mark }),
    ...(pull && { pull }),
    ...(table && { table }),
  }
}

/** `h1` to `h6`. */
export function isHeadingTag(tag: string): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag >= 'h1' && tag <= 'h6'
}

/** Words that say of a paragraph or a division that it is the text under a picture. */
const captionNames =
  /(?:^|[\s_-])(?:wp-caption-text|(?:image|photo|picture|img|figure|media|billed)?[-_]?(?:caption|credits?)|billedtekst|fotokredit)(?:$|\s)/

function kindOf(tag: string, names: string, parent: OpenElement): InnerKind {
  if (isHeadingTag(tag)) return 'heading'
  switch (tag) {
    case 'li':
    case 'dt':
    case 'dd':
      return 'list-item'
    case 'td':
    case 'th':
      return 'paragraph'
    case 'blockquote':
      return 'blockquote'
    case 'figcaption':
    case 'caption':
      return 'caption'
    case 'pre':
    case 'xmp':
    case 'listing':
      return 'code'
    case 'ul':
    case 'ol':
    case 'table':
    case 'section':
    case 'article':
    case 'main':
      return parent.kind === 'blockquote' || parent.kind === 'attribution' ? parent.kind : 'paragraph'
    case 'p':
    case 'div':
      return names && parent.kind === 'paragraph' && captionNames.test(names) ? 'caption' : parent.kind
    default:
      return parent.kind
  }
}
