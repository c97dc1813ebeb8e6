// Gives an Eleventy site what `buildRelated` finds: a collection `themes` for theme pages, and filters for a page's own
// list and themes.
import { buildRelated } from './build-related.js'

/** @param options - `tag` of the articles' collection, and the options of `buildRelated`. */
export function relatedPlugin(eleventyConfig, { tag = 'articles', ...options } = {}) {
  let pages = new Map()
  let lists = new Map()
  let themes = []

  // Eleventy makes collections before it renders any page, so the filters below find everything ready.
  eleventyConfig.addCollection('themes', async (collections) => {
    pages = new Map(collections.getFilteredByTag(tag).map((page) => [page.fileSlug, page]))
    const found = await buildRelated(
      [...pages].map(([id, page]) => toArticle(id, page.data, page.rawInput)),
      options,
    )
    lists = found.lists
    themes = withSlugs(found.themes, eleventyConfig.getFilter('slugify'))
    warnOfUnknownIds(pages)
    console.log(`[related] ${found.read.length} of ${pages.size} articles read, ${themes.length} shared themes`)
    return themes
  })

  eleventyConfig.addFilter('relatedTo', (id) =>
    (lists.get(id) ?? []).map((result) => ({ ...result, url: pages.get(result.id).url })),
  )
  eleventyConfig.addFilter('themesOf', (id) => themes.filter(({ ids }) => ids.includes(id)))
  eleventyConfig.addFilter('pagesOf', (ids) => ids.map((id) => pages.get(id)))
}

function toArticle(id, { title, date, lang, related, excludes, draft }, body) {
  return { id, title, date, language: lang, related, excludes, draft, body, format: 'markdown' }
}

// As Danish addresses are written.
const customReplacements = [
  ['æ', 'ae'],
  ['ø', 'oe'],
  ['å', 'aa'],
]

/** Themes with a path of their own: "C" and "C++" may not share one. */
function withSlugs(themes, slugify) {
  const taken = new Set()
  return themes.map((theme) => {
    const [language] = theme.key.split(':')
    let slug = slugify(theme.label, { customReplacements }) || 'theme'
    while (taken.has(slug)) slug += '-'
    taken.add(slug)
    return { ...theme, language, slug }
  })
}

/** A pin or exclude that names no article does nothing, and most likely is misspelt. */
function warnOfUnknownIds(pages) {
  for (const page of pages.values()) {
    for (const id of [...(page.data.related || []), ...(page.data.excludes ?? [])]) {
      if (!pages.has(id)) console.warn(`[related] ${page.inputPath}: no article "${id}"`)
    }
  }
}
