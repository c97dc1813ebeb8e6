// Related lists and themes for all articles of a site. Texts are read once: what was read of them is kept in a file, by
// a hash of their content, so that a rebuild reads only the articles that are new or changed. The lists are made anew
// each time, which is quick, so that a rebuild gives the same as a build from scratch.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  analyze,
  buildRelatedIndex,
  extractThemes,
  loadIndex,
  related,
  removeArticles,
  reweighIndex,
  saveIndex,
  upsertArticles,
} from 'klartekst'

/**
 * @param articles - `{ id, title, body, date, related, excludes, draft, … }`: any field of klartekst's `Article`, and the
 *   front matter of a post. `related` is a list of ids that always come first, or `false` for no list; `excludes` are
 *   ids never to be shown with this one; a `draft` gets a list and stands in none.
 * @param options - `cacheFile`; `limit`, at most so many in a list; `minScore`, see `related` of klartekst.
 * @returns `lists`: related articles by id; `themes`: those that two or more published articles share, each with their
 *   `ids`; `read`: ids of the articles whose text was read this time, all others came from the cache.
 */
export async function buildRelated(articles, { cacheFile = '.cache/related.json', limit = 4, minScore = 0.2 } = {}) {
  const cache = await readCache(cacheFile)
  const all = articles.map(toArticle)
  const hashes = new Map(all.map((article) => [article.id, hashOf(article)]))
  const changed = all.filter(({ id }) => cache.articles.get(id)?.hash !== hashes.get(id))
  const gone = [...cache.articles.keys()].filter((id) => !hashes.has(id))

  let { index } = cache
  if (changed.length + gone.length > 0) {
    index = reweighIndex(upsertArticles(removeArticles(index, gone).index, changed).index)
    for (const id of gone) cache.articles.delete(id)
    for (const article of changed) {
      cache.articles.set(article.id, { hash: hashes.get(article.id), themes: themesOf(article) })
    }
    await writeCache(cacheFile, { ...cache, index })
  }

  const listed = articles.filter((article) => article.related !== false)
  return {
    lists: new Map(listed.map(({ id }) => [id, related(index, id, { limit, minScore })])),
    themes: sharedThemes(all, cache.articles),
    read: changed.map(({ id }) => id),
  }
}

/** Front matter as klartekst knows it. */
function toArticle({ date, related, excludes, draft, ...article }) {
  return {
    ...article,
    ...(date && { publishedAt: new Date(date).toISOString() }),
    ...(related && { pins: related }),
    ...(excludes && { excludes }),
    ...(draft && { status: 'draft' }),
  }
}

function hashOf(article) {
  return createHash('sha256').update(JSON.stringify(article)).digest('base64url')
}

function themesOf(article) {
  return extractThemes(article, { limit: 8 }).map(({ key, label, kind }) => ({ key, label, kind }))
}

/** Themes of two or more published articles, those of most articles first. */
function sharedThemes(articles, cached) {
  const themes = new Map()
  for (const { id, status } of articles) {
    if (status === 'draft') continue
    for (const { key, label, kind } of cached.get(id).themes) {
      const theme = themes.get(key) ?? { key, kind, labels: [], ids: [] }
      theme.labels.push(label)
      theme.ids.push(id)
      themes.set(key, theme)
    }
  }
  return [...themes.values()]
    .filter(({ ids }) => ids.length > 1)
    .sort((a, b) => b.ids.length - a.ids.length || (a.key < b.key ? -1 : 1))
    .map(({ labels, ...theme }) => ({ ...theme, label: commonest(labels) }))
}

/** The form most articles use; of several the shortest. */
function commonest(labels) {
  const count = (label) => labels.filter((other) => other === label).length
  return [...labels].sort((a, b) => count(b) - count(a) || a.length - b.length || (a < b ? -1 : 1))[0]
}

/** What the last build kept; nothing where there is none, or where another version of the library made it. */
async function readCache(file) {
  const { version, data } = analyze('').model
  const model = `${version} ${data}`
  try {
    const cache = JSON.parse(await readFile(file, 'utf8'))
    if (cache.model === model) {
      return { model, articles: new Map(cache.articles), index: loadIndex(Buffer.from(cache.index, 'base64')) }
    }
  } catch {
    // None yet, or one that was cut short: begin anew.
  }
  return { model, articles: new Map(), index: buildRelatedIndex([]) }
}

async function writeCache(file, { model, articles, index }) {
  const bytes = Buffer.from(saveIndex(index)).toString('base64')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.part`, JSON.stringify({ model, articles: [...articles], index: bytes }))
  await rename(`${file}.part`, file)
}
