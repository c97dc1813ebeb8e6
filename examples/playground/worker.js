// All work of the library happens here, beside the page, so that typing never waits for it.
importScripts('../../dist/klartekst.global.js')

const library = globalThis.klartekst
const LANGUAGES = ['da', 'en']
const MOST_BARS = 5
const MOST_ARTICLES = 5000

const tasks = { analyze, compare, readArchive, findRelated }

addEventListener('message', ({ data: { id, kind, payload } }) => {
  try {
    const start = performance.now()
    const answer = tasks[kind](payload)
    postMessage({ id, answer: { ...answer, milliseconds: performance.now() - start } })
  } catch (error) {
    postMessage({ id, error: String(error?.message ?? error) })
  }
})

/** One article: what klartekst says of it, with its text and blocks, each result with its reasons in words. */
function analyze({ body }) {
  const document = library.parseArticle({ body })
  const { language, languageSpans, themes, pullQuotes, statistics } = library.analyze(document)
  return {
    document: pageOf(document),
    language,
    foreign: languageSpans.filter((span) => span.language !== language.language && span.language !== 'und'),
    themes: themes.map(withReasons),
    pullQuotes: pullQuotes.map(withReasons),
    statistics,
    removed: document.removed.map(({ kind }) => kind),
  }
}

/** Two articles: how alike, by what, and where it stands in both. */
function compare({ bodies }) {
  const [a, b] = bodies.map((body) => library.parseArticle({ body }))
  return { ...library.similarity(a, b), documents: [pageOf(a), pageOf(b)] }
}

let index = library.buildRelatedIndex([])

/** Makes the index anew of JSON lines, or one JSON list; records that are no article are counted and passed over. */
function readArchive({ text }) {
  const articles = new Map()
  let passedOver = 0
  for (const [place, record] of readRecords(text).entries()) {
    const article = readArticle(record, `#${place + 1}`)
    if (article && !articles.has(article.id) && articles.size < MOST_ARTICLES) articles.set(article.id, article)
    else passedOver++
  }
  index = library.buildRelatedIndex(articles.values())
  const list = [...articles.values()].map((article) => {
    const { title, text } = article.title ? article : library.parseArticle(article)
    return { id: article.id, title: title || text.slice(0, 80), date: article.publishedAt }
  })
  list.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '')) // newest first
  return { articles: list, duplicates: library.findDuplicates(index).map(withExplanation), passedOver }
}

function readRecords(text) {
  const list = text.trimStart().startsWith('[') ? parse(text) : undefined
  if (Array.isArray(list)) return list
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.map(parse)
}

function parse(json) {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function readArticle(record, otherId) {
  const body = record?.body ?? record?.content ?? record?.text
  if (typeof body !== 'string') return undefined
  const kept = ['title', 'lead', 'author', 'publishedAt'].filter((name) => typeof record[name] === 'string')
  return { ...Object.fromEntries(kept.map((name) => [name, record[name]])), id: String(record.id ?? otherId), body }
}

/** What belongs with one article of the archive. */
function findRelated({ id, distant }) {
  const related = library.related(index, id, { limit: 5, ...(distant ? { minScore: 0 } : {}) })
  return { related: related.map(withExplanation) }
}

function pageOf({ title, lead, byline, text, language, blocks, sentences }) {
  return { title, lead, byline, text, language, blocks, sentences }
}

function withExplanation(result) {
  const explanation = Object.fromEntries(LANGUAGES.map((language) => [language, library.explain(result, { language })]))
  return { ...result, explanation }
}

/**
 * A theme or quote with its reasons as bars: the strongest that speak for it, in words, and how many traits more, each
 * with little to say, made the score with them.
 */
function withReasons(result) {
  const named = new Map()
  for (const { feature, contribution } of result.reasons) {
    const words = contribution > 0 && result.source !== 'editor' ? inWords(result, feature) : undefined
    if (!words) continue
    const bar = named.get(words.en) ?? { words, contribution: 0, traits: 0 }
    bar.contribution += contribution
    bar.traits++
    named.set(words.en, bar)
  }
  const bars = [...named.values()].sort((a, b) => b.contribution - a.contribution).slice(0, MOST_BARS)
  const others = result.reasons.length - bars.reduce((sum, { traits }) => sum + traits, 0)
  return { ...withExplanation(result), reasons: { bars, others } }
}

const wordings = new Map()

/** What a feature is called, cut out of the sentence that has it as its only reason; nothing where it has no wording. */
function inWords(result, feature) {
  const isTheme = 'key' in result
  const name = `${isTheme} ${feature}`
  if (!wordings.has(name)) {
    const only = { ...result, source: 'suggested', kind: 'pull', label: '', reasons: [{ feature, contribution: 1 }] }
    const words = LANGUAGES.map((language) => {
      const sentence = library.explain(only, { language })
      return [language, /(?:because|fordi) (?:it|det|den) (.+)\.$/.exec(sentence)?.[1]]
    })
    wordings.set(name, words.every(([, text]) => text) ? Object.fromEntries(words) : undefined)
  }
  return wordings.get(name)
}
