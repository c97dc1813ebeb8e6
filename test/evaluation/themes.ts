/** How well themes are found, beside other ways; on sites the ranker met and on sites it never met. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readGold } from '../../data/learn/themes/read-gold.js'
import { fitThemes, readTraining, type Training } from '../../data/learn/themes/recipe.js'
import { writeRanker } from '../../data/learn/themes/write-ranker.js'
import { archiveFeatures, features } from '../../src/themes/measure-candidates.js'
import { evaluationFile, runScorer } from './run-scorer.js'

interface Row {
  readonly set: string
  readonly docs: number
  readonly MAP: number
  readonly 'nDCG@10': number
  readonly 'F1@5': number
  readonly 'F1@10': number
  readonly 'R@10': number
  readonly empty: number
  readonly errors: number
}

const blogs = ['da', 'en-blog']
const sets = [...blogs, 'en-news', 'en-inspec', 'en-semeval2017']
const head = '| set | MAP | nDCG@10 | F1@5 | F1@10 | R@10 |\n|---|---:|---:|---:|---:|---:|'

/** Groups of features left out in turn. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'title and headings': features.filter((name) => /title|heading/.test(name) && !archiveFeatures.includes(name)),
  'links, stress, lists': ['is a link', 'in a link', 'is stressed', 'in stressed words', 'in a list'],
  'frequency and spread': features.filter((name) => /frequency|more than once|paragraphs$|span/.test(name)),
  rarity: ['rarity', 'rarest word', 'commonest word', 'frequency and rarity'],
  place: ['first place', 'early', 'late', 'in the last part', 'in the lead', 'opens paragraphs'],
  'capitals and names': features.filter((name) => /capital|acronym|person|organisation|^place$|name/.test(name)),
  'broad words': ['broad word', 'ends in a broad word', 'calendar word'],
  neighbours: features.filter((name) => /its phrase|modifies|title begins/.test(name)),
  'word classes': [
    'noun',
    'unknown word',
    'begins with an adjective',
    'begins with a verb',
    'ends in an adjective',
    'ends in a verb',
  ],
  cohesion: ['holds together', 'free of neighbours', 'one free word', 'part of a longer name', 'sentences about it'],
}

/** The section of REPORT.md. */
export async function report(): Promise<string> {
  const training = readTraining()
  const folder = mkdtempSync(join(tmpdir(), 'klartekst-themes-'))
  try {
    const unseen = unseenRankers(training)
    const file = (name: string, rankers: Readonly<Record<string, string>>): string => {
      const path = join(folder, `${name}.json`)
      writeFileSync(path, JSON.stringify(rankers))
      return path
    }
    const unseenFile = file('unseen', unseen)
    const sections = [
      introduction,
      await inSite(),
      `### Sites the ranker never met\n\nFitted on the dev documents of all other sites, for each site in turn.\n`,
      table('dev', await withRankers(unseenFile, 'dev')),
      table('test', await withRankers(unseenFile, 'test')),
      `With the statistics of the site's dev documents as \`background\` (dev documents are among them, test documents are not):\n`,
      table('dev', await withRankers(unseenFile, 'dev', true)),
      table('test', await withRankers(unseenFile, 'test', true)),
      await reader(),
      await baselines(),
      await ablations(training, file),
    ]
    return sections.join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const introduction = `## Themes

Command: \`npm run evaluate -- themes\`. Sets: eval/themes (its scorer; all figures in %), eval/danish-reader. One linear ranker
for both languages, fitted on the dev documents of da, en-blog, en-inspec and en-semeval2017 (not en-news); articles that
stand in eval/danish-reader are left out of what is learnt. Options chosen on dev, each site left out in turn. About two
points of MAP are noise on the blog sets.
`

async function inSite(): Promise<string> {
  const parts = ['### Sites the ranker met (dev: fitted on these very documents; test: others of the same sites)\n']
  for (const split of ['dev', 'test']) {
    const rows: Row[] = []
    for (const set of sets) rows.push(...(await score('adapters/themes.ts', `${set}.${split}`)))
    parts.push(table(split, rows))
  }
  return parts.join('\n')
}

/** Rankers by site, as tables, each without that site. */
function unseenRankers(training: Training): Record<string, string> {
  const sites = new Set(blogs.flatMap((set) => readGold(`${set}.test`, { toLearn: false }).map(({ site }) => site)))
  return Object.fromEntries([...sites].map((site) => [site, writeRanker(fitThemes(training, { withoutSite: site }))]))
}

async function withRankers(file: string, split: string, archives = false): Promise<Row[]> {
  process.env.KLARTEKST_RANKERS = file
  process.env.KLARTEKST_ARCHIVES = archives ? '1' : '0'
  const rows: Row[] = []
  for (const set of blogs) rows.push(...(await score('adapters/themes-with-rankers.ts', `${set}.${split}`)))
  return rows
}

async function reader(): Promise<string> {
  const printed = await runScorer('danish-reader/score.mjs', 'adapters/themes.ts', ['--only', 'themes', '--json'])
  const [figures] = JSON.parse(printed.slice(printed.indexOf('['))) as [Record<string, number | string>]
  return `### Danish reader (20 articles marked by careful reading)\n\n${Object.entries(figures)
    .filter(([name]) => name !== 'task')
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ')}\n`
}

async function baselines(): Promise<string> {
  const named = {
    'natural 8 TfIdf, stop words of the language': 'baselines/themes-natural.ts',
    'tf × rarity over our words and background': 'baselines/themes-tfidf.ts',
    'RAKE (Rose et al. 2010), phrases of up to four words, our stop words': 'baselines/themes-rake.ts',
  }
  const parts = ['### Others on test\n']
  for (const [name, module] of Object.entries(named)) {
    const rows: Row[] = []
    for (const set of sets) rows.push(...(await score(module, `${set}.test`)).filter(isWhole))
    parts.push(`${name}:\n`, table('test', rows))
  }
  parts.push(`Quoted from the set's README, not run here, MAP / nDCG@10 on test: YAKE (n = 3, Python) da 16.7 / 21.0, en-blog 25.1 /
33.6, en-news 5.0 / 28.7, en-inspec 18.2 / 29.3, en-semeval2017 11.4 / 26.6; nouns of compromise by frequency en-blog 12.9 /
18.8, en-inspec 18.4 / 30.8; learned ranker fitted on each set alone da 32.8 / 43.2, en-blog 32.8 / 42.3, en-news 16.8 / 65.2,
en-inspec 26.8 / 38.8, en-semeval2017 21.9 / 44.5.\n`)
  return parts.join('\n')
}

async function ablations(
  training: Training,
  file: (name: string, rankers: Readonly<Record<string, string>>) => string,
): Promise<string> {
  const lines = [
    '### Without a group of features, MAP on test (sites met)\n',
    '| without | da | en-blog |\n|---|---:|---:|',
  ]
  for (const [name, left] of [['(nothing)', []] as const, ...Object.entries(groups)]) {
    const ranker = fitThemes(training, { without: new Set(left) })
    const rows = await withRankers(file('ablation', { '': writeRanker(ranker) }), 'test')
    const [danish, english] = rows.filter(isWhole)
    lines.push(`| ${name} | ${danish?.MAP.toFixed(1)} | ${english?.MAP.toFixed(1)} |`)
  }
  return `${lines.join('\n')}\n`
}

async function score(module: string, set: string): Promise<Row[]> {
  const printed = await runScorer('themes/score.mjs', module, [evaluationFile(`themes/${set}.jsonl`), '--json'])
  return JSON.parse(printed.slice(printed.indexOf('[{'))) as Row[]
}

/** Whether a row is of a whole set, not of one site in it. */
function isWhole({ set }: Row): boolean {
  return !set.startsWith(' ')
}

function table(split: string, rows: readonly Row[]): string {
  const cells = (row: Row): string =>
    [row.MAP, row['nDCG@10'], row['F1@5'], row['F1@10'], row['R@10']].map((value) => value.toFixed(1)).join(' | ')
  const lines = rows.map(
    (row) => `| ${isWhole(row) ? row.set : `– ${row.set.trim()}`}, ${split} (${row.docs}) | ${cells(row)} |`,
  )
  const faults = rows.filter(isWhole).reduce((sum, { empty, errors }) => sum + empty + errors, 0)
  return `${head}\n${lines.join('\n')}\n${faults > 0 ? `\nEmpty answers and errors: ${faults}.\n` : ''}`
}
