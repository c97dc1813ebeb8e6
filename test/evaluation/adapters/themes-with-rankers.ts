/**
 * Themes by rankers that the report fitted: for each article the one that never met its site, or one for all. They are
 * read from the file named in KLARTEKST_RANKERS; with KLARTEKST_ARCHIVES=1 each article comes with the statistics of
 * its site's dev documents.
 */
import { readFileSync } from 'node:fs'
import { readGold } from '../../../data/learn/themes/read-gold.js'
import { siteStatistics } from '../../../data/learn/themes/recipe.js'
import { da } from '../../../src/da.js'
import { parseArticle } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { Article } from '../../../src/model/article.js'
import type { Theme } from '../../../src/model/theme.js'
import { rankThemes } from '../../../src/themes/extract-themes.js'
import { unpackRanker } from '../../../src/themes/ranker.js'

const languages = [da, en]
const tables = JSON.parse(readFileSync(process.env.KLARTEKST_RANKERS ?? '', 'utf8')) as Record<string, string>
const rankers = new Map(Object.entries(tables).map(([site, table]) => [site, unpackRanker(table)]))
const dev = ['da.dev', 'en-blog.dev'].flatMap((name) => readGold(name, { toLearn: false }))
const test = ['da.test', 'en-blog.test'].flatMap((name) => readGold(name, { toLearn: false }))
const sites = new Map([...dev, ...test].map(({ title, body, site }) => [`${title}\n${body}`, site]))
const archives = process.env.KLARTEKST_ARCHIVES === '1' ? siteStatistics(dev) : undefined

export function extractThemes(article: Article, { limit }: { limit: number }): Theme[] {
  const site = sites.get(`${article.title}\n${article.body}`) ?? ''
  const ranker = rankers.get(site) ?? rankers.get('')
  if (!ranker) throw new Error(`no ranker for ${site}`)
  const background = archives?.get(site)
  return rankThemes(ranker, languages, parseArticle(languages, article), { limit, ...(background && { background }) })
}
