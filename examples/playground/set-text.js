import { cutRuns, shareOut } from './cut-runs.js'
import { element } from './element.js'

const MOST_BLOCKS = 600 // by hand: more than any article has; the rest is read, but not shown
const MOST_MARKS = 8000 // by hand: what a browser lays out without a pause

const TAGS = { title: 'h3', heading: 'h4', 'list-item': 'li', blockquote: 'blockquote', lead: 'p', paragraph: 'p' }

/**
 * Sets an article in type: its blocks, with marks `{ start, end, layer, place, … }` laid over the text.
 * Layers: `themes` and `shared` become <mark data-place>, `quotes`, `foreign` and `sentences` classes of a <span>.
 * @param large - a quote to set in large type before the block it stands in; it repeats the text, so it is not read aloud.
 */
export function setText(root, page, marks, large) {
  const blocks = page.blocks.filter(({ span }) => span).slice(0, MOST_BLOCKS)
  const shares = shareOut(
    blocks.map(({ span }) => span),
    marks.slice(0, MOST_MARKS),
  )
  root.lang = page.language.language === 'und' ? '' : page.language.language
  const nodes = []
  let list
  for (const [place, block] of blocks.entries()) {
    const { span, kind } = block
    if (large && large.start >= span.start && large.start < span.end && kind !== 'lead') {
      nodes.push(element('aside', { class: `large ${large.source}`, 'aria-hidden': 'true' }, large.text))
    }
    const node = element(TAGS[kind] ?? 'p', { class: kind })
    for (const run of cutRuns(span, shares[place])) node.append(setRun(page.text.slice(run.start, run.end), run))
    if (kind !== 'list-item') {
      list = undefined
      nodes.push(node)
    } else if (list) list.append(node)
    else nodes.push((list = element('ul', {}, node)))
    if (kind === 'title' && page.byline) nodes.push(element('p', { class: 'byline' }, page.byline))
  }
  root.replaceChildren(...nodes)
}

function setRun(text, { start, marks }) {
  if (marks.length === 0) return text
  const of = (layer) => marks.filter((mark) => mark.layer === layer)
  const [themes, [quote], [foreign], [sentence]] = [
    [...of('themes'), ...of('shared')],
    of('quotes'),
    of('foreign'),
    of('sentences'),
  ]
  const classes = []
  if (quote) classes.push('quote', quote.source)
  if (foreign) classes.push('foreign')
  if (sentence) classes.push(sentence.place % 2 ? 'sentence odd' : 'sentence')
  let content = text
  if (themes.length > 0) {
    // the strongest theme gives the colour
    themes.sort((a, b) => a.place - b.place)
    content = element(
      'mark',
      {
        class: themes[0].kind,
        'data-place': themes.map(({ place }) => place).join(' '),
        'data-begins': themes.some((mark) => mark.start === start),
      },
      text,
    )
  }
  if (classes.length === 0) return content
  return element(
    'span',
    {
      class: classes.join(' '),
      lang: foreign?.language,
      'data-quote': quote?.place,
      'data-foreign': foreign?.place,
      'data-number': sentence?.start === start ? sentence.place + 1 : undefined,
    },
    content,
  )
}
