// Finds the articles of a small archive that belong with a draft, says why, and keeps the index up to date: what changes
// when an article is published, and how the index is stored and read again.
//
//   node examples/related/related.js
import { readFileSync } from 'node:fs'
import {
  buildRelatedIndex,
  explain,
  indexInfo,
  loadIndex,
  related,
  saveIndex,
  suggestTags,
  upsertArticles,
} from 'klartekst'

const articles = JSON.parse(readFileSync(new URL('articles.json', import.meta.url), 'utf8'))
const titles = new Map(articles.map(({ id, title }) => [id, title]))
const print = (found) => {
  for (const result of found) {
    console.log(`- ${titles.get(result.id)} (${result.language}, ${result.score})`)
    console.log(`  ${explain(result, { language: 'en' })}`)
  }
  if (found.length === 0) console.log('- none')
}

// An index is a value that never changes: each step gives a new one.
let index = buildRelatedIndex(articles)

// A draft need not be in the index.
const draft = {
  id: 'havvind-pause',
  title: 'Havvindmøller sat på pause, fordi elnettet er fuldt',
  publishedAt: '2024-10-02',
  language: 'da',
  body: `Energiselskabet venter med at rejse de sidste havvindmøller. Elnettet ved kysten er fuldt, og strømmen fra
møllerne kan ikke nå frem til husstandene i byerne. Først når de nye kabler er gravet ned, går byggeriet i gang igen.`,
}
console.log(`Before publishing "${draft.title}"`)
print(related(index, draft, { limit: 3 }))
const tags = suggestTags(index, draft, { limit: 3 }).map(({ tag }) => tag)
console.log(`  tags used on such articles: ${tags.join(', ')}`)

// Published: the index takes it in, and says whose lists to make anew.
const { index: published, affected } = upsertArticles(index, [{ ...draft, tags }])
titles.set(draft.id, draft.title)
console.log(`\nPublished; lists to make anew: ${affected.join(', ')}`)
print(related(published, 'havvind', { limit: 3 }))

// Stored as bytes, in a file or a column of a database, and read again.
const bytes = saveIndex(published)
index = loadIndex(bytes)
console.log(`\nRead again from ${Math.ceil(bytes.length / 1024)} kB: ${indexInfo(index).articles} articles`)
print(related(index, 'repair-cafe', { limit: 2 }))
