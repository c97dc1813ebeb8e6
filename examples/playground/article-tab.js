import { articleField } from './article-field.js'
import { askLatest } from './ask.js'
import { meter, reasonBars } from './bars.js'
import { element, partsOf } from './element.js'
import { goTo, light, lightOnHover } from './light.js'
import { samples } from './samples.js'
import { setText } from './set-text.js'
import { languageName, number, percent, say, spoken } from './wording.js'

const LIX_LEVELS = [25, 35, 45, 55] // Björnsson 1968

/** The first view: one article, and all that is said of it. */
export function startArticleTab(panel) {
  const parts = partsOf(panel)
  let result
  let openKey // of the theme that is unfolded: it stays so while one types
  const read = askLatest('analyze', {
    onAnswer(answer) {
      result = answer
      draw()
    },
    onError: (error) => (parts.get('status').textContent = say('loadFailed', { message: error.message })),
  })
  const field = articleField({ id: 'article', label: 'pasteHere', onChange: (body) => read({ body }) })
  parts.get('input').append(field.node)
  parts.get('status').textContent = say('loading')

  const layers = [...panel.querySelectorAll('.layers input')]
  for (const layer of layers) layer.addEventListener('change', drawText)
  lightOnHover(parts.get('spread'), (place) => cardOf(result.themes[place]))

  function draw() {
    if (!result) return
    const isEmpty = result.document.text.trim() === ''
    parts.get('spread').hidden = isEmpty
    parts.get('facts').hidden = isEmpty
    parts.get('status').textContent = isEmpty
      ? say('empty')
      : say('done', {
          time: number(Math.ceil(result.milliseconds)),
          themes: result.themes.length,
          quotes: result.pullQuotes.length,
        })
    parts.get('facts').replaceChildren(...factsOf(result))
    parts.get('themes').replaceChildren(listOf(result.themes.map(drawTheme), 'noThemes'))
    parts.get('quotes').replaceChildren(listOf(result.pullQuotes.map(drawQuote), 'noQuotes'))
    parts.get('foreign-section').hidden = result.foreign.length === 0
    parts.get('foreign').replaceChildren(listOf(result.foreign.map(drawForeign), 'nothing'))
    drawText()
  }

  function drawText() {
    const shown = new Set(layers.filter(({ checked }) => checked).map(({ value }) => value))
    const { document, themes, pullQuotes, foreign } = result
    const marks = [
      ...foreign.map((span, place) => ({ ...span, place, layer: 'foreign' })),
      ...pullQuotes.flatMap(({ span, source }, place) => (span ? [{ ...span, source, place, layer: 'quotes' }] : [])),
      ...themes.flatMap(({ spans, kind }, place) => spans.map((span) => ({ ...span, kind, place, layer: 'themes' }))),
      ...document.sentences.map(({ start, end }, place) => ({ start, end, place, layer: 'sentences' })),
    ].filter(({ layer }) => shown.has(layer))
    const large = shown.has('quotes') ? pullQuotes.find(({ span }) => span) : undefined
    setText(parts.get('text'), document, marks, large && { ...large, start: large.span.start })
  }

  function drawTheme(theme, place, themes) {
    const opened = themes.find(({ key }) => key === openKey) ?? themes[0]
    const next = element('button', { type: 'button' }, say('show'))
    let at = 0
    next.addEventListener('click', () => {
      const selector = `mark[data-place~="${place}"][data-begins]`
      const marks = [...parts.get('text').querySelectorAll(selector)]
      if (marks.length === 0) return
      light(parts.get('spread'), place)
      goTo([marks[at % marks.length]])
      const span = theme.spans[at % theme.spans.length]
      at++
      announce(((at - 1) % marks.length) + 1, marks.length, span)
    })
    const entry = element(
      'details',
      { class: 'theme', 'data-lights': place, name: 'theme', open: theme.key === opened.key },
      element(
        'summary',
        {},
        element('span', { class: `swatch ${theme.kind}`, 'aria-hidden': 'true' }),
        element('span', { class: 'name', lang: result.language.language }, theme.label),
        element('span', { class: 'kind' }, `${say(theme.kind)}, ${placesOf(theme)}`),
        meter(theme.score / result.themes[0].score),
      ),
      element('p', {}, theme.explanation[spoken()]),
      element(
        'p',
        { class: 'small' },
        say('variants'),
        ' ',
        element('i', { lang: result.language.language }, theme.variants.join(', ')),
      ),
      reasonBars(theme),
      next,
    )
    entry.addEventListener('toggle', () => {
      if (entry.open) openKey = theme.key
    })
    return entry
  }

  function drawQuote(quote, place) {
    const show = element('button', { type: 'button' }, say('show'))
    show.addEventListener('click', () => {
      goTo([...parts.get('text').querySelectorAll(`[data-quote="${place}"]`)])
      announce(1, 1, quote.span)
    })
    return element(
      'figure',
      { class: `line ${quote.source}` },
      element('blockquote', { lang: result.language.language }, quote.text),
      element(
        'figcaption',
        {},
        element('b', {}, say(quote.source)),
        quote.attribution && ` · ${quote.attribution}`,
        quote.source === 'suggested' && ` · ${number(quote.score, 2)}`,
      ),
      quote.source === 'editor'
        ? element('p', { class: 'small' }, quote.explanation[spoken()])
        : element(
            'details',
            {},
            element('summary', {}, say('why')),
            element('p', {}, quote.explanation[spoken()]),
            reasonBars(quote),
          ),
      quote.span && show,
    )
  }

  function drawForeign({ start, end, language, confidence }, place) {
    const show = element('button', { type: 'button' }, say('show'))
    show.addEventListener('click', () => goTo([...parts.get('text').querySelectorAll(`[data-foreign="${place}"]`)]))
    const text = result.document.text.slice(start, end)
    return element(
      'div',
      { class: 'passage' },
      element('p', {}, element('b', {}, languageName(language)), `, ${percent(confidence)}`),
      element('p', { lang: language }, text.length > 140 ? `${text.slice(0, 140)}…` : text),
      show,
    )
  }

  function announce(place, count, { start }) {
    const { sentences, text } = result.document
    const sentence = sentences.find((one) => one.start <= start && start < one.end)
    parts.get('status').textContent = say('shown', {
      place,
      count,
      sentence: sentence ? text.slice(sentence.start, sentence.end) : '',
    })
  }

  return {
    draw,
    start: () => field.fillSample(samples[0]),
    take: ([file]) => field.fillFile(file),
    paste: (text) => field.fill(text),
  }
}

function listOf(items, none) {
  if (items.length === 0) return element('p', { class: 'small' }, say(none))
  return element(
    'ul',
    { class: 'plain' },
    items.map((item) => element('li', {}, item)),
  )
}

const placesOf = ({ spans }) => (spans.length === 1 ? say('onePlace') : say('places', { count: spans.length }))

function cardOf(theme) {
  return [
    element('b', {}, theme.label),
    element('span', { class: 'kind' }, `${say(theme.kind)}, ${placesOf(theme)}`),
    element('p', {}, say('variants'), ' ', element('i', {}, theme.variants.join(', '))),
    element('p', {}, theme.explanation[spoken()]),
  ]
}

/** What a reader wants to know before reading. */
function factsOf({ language, statistics, removed }) {
  const { words, sentences, readingMinutes, lix } = statistics
  const level = LIX_LEVELS.filter((least) => lix >= least).length
  const counts = new Map()
  for (const kind of removed) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const leftOut = [...counts].map(([kind, count]) => (count > 1 ? `${say(kind)} (${count})` : say(kind))).join(', ')
  const fact = (name, value, note, share) =>
    element(
      'div',
      {},
      element('dt', {}, name),
      element(
        'dd',
        {},
        element('b', {}, value),
        note && element('span', {}, note),
        share !== undefined && meter(share),
      ),
    )
  return [
    fact(
      say('language'),
      languageName(language.language),
      say('sure', { percent: percent(language.confidence) }),
      language.confidence,
    ),
    fact(say('words'), number(words), say('sentencesOf', { count: number(sentences) })),
    fact(say('reading'), say('minutes', { count: number(readingMinutes, 1) }), say('perMinute')),
    fact(say('lix'), number(lix, 0), say(`lix${level}`)),
    fact(say('leftOut'), number(removed.length), leftOut || say('nothing')),
  ]
}
