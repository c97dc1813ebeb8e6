// Reads one article and prints what an editor wants to know of it: language, tags with a reason, lines for large type
// and where they stand in the body, so that a CMS can highlight them.
//
//   node examples/analyze/analyze.js examples/articles/deling-af-viden.html
import { readFileSync } from 'node:fs'
import { analyze, explain, parseArticle, sourceSpans } from 'klartekst'

const path = process.argv[2] ?? new URL('../articles/deling-af-viden.html', import.meta.url)
const body = readFileSync(path, 'utf8')

// Parse once; every function takes the document.
const document = parseArticle({ id: 'deling-af-viden', body })
const { language, themes, pullQuotes, statistics } = analyze(document, {
  themes: { limit: 6 },
  pullQuotes: { limit: 2 },
})

console.log(`${document.title} (${language.language}, ${Math.round(language.confidence * 100)} %)`)
console.log(`By ${document.byline}; ${statistics.words} words, LIX ${statistics.lix}`)

console.log('\nTags')
for (const theme of themes) console.log(`- ${theme.label}: ${explain(theme, { language: 'en' })}`)

console.log('\nLines')
for (const quote of pullQuotes) {
  console.log(`- “${quote.text}”`)
  console.log(`  ${explain(quote, { language: 'en' })}`)
  if (!quote.span) continue
  const places = sourceSpans(document, quote.span)
  console.log(`  in the body from ${places[0].start} to ${places.at(-1).end}`)
}
