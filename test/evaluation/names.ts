/** Names on eval/ling; compromise's names and noun phrases beside ours. */
import { readRows, type ScoreRow, share } from './read-rows.js'
import { evaluationFile, runScorer } from './run-scorer.js'

/** A Markdown section with every figure of the area, dev and test. */
export async function report(): Promise<string> {
  const own = await readRows('adapters/names.ts', 'entities')
  const compromise = await readRows('baselines/compromise-names.ts', 'entities')
  const both = await readRows('adapters/names-with-compromise.ts', 'entities')
  const lines = [
    '## Names',
    '',
    'F1 of exact spans: with the right kind / whatever the kind; then person, organisation, place by kind. compromise (English',
    'only) in the same run: alone, its spans placed by `findCompromiseNames`; then `withCompromise`, our names with the people it',
    'adds. Quoted from the set’s README (test): capitals by regular expression da .38 / .67, gum .23 / .47; a perceptron over',
    'runs da .62 / .76. Learnt on DaN+ news (Danish), EWT dev (English) and lists; GUM and WNUT are only measured (confidence',
    'of English names: WNUT dev). Goals: da .67 / .80, gum typed .55.',
    '',
    '| set | klartekst | person | organisation | place | compromise | with compromise |',
    '| --- | --- | ---: | ---: | ---: | --- | --- |',
    ...own.map((row) => tableRow(row, compromise, both)),
    '',
    ...conclusions,
    '',
    await themesOfPhrases(),
    '',
    'Command: `npm run evaluate names`.',
  ]
  return lines.join('\n')
}

function tableRow(row: ScoreRow, compromise: readonly ScoreRow[], both: readonly ScoreRow[]): string {
  const pair = ({ typedF1, untypedF1 }: ScoreRow): string => `${share(typedF1)} / ${share(untypedF1)}`
  const other = (rows: readonly ScoreRow[]): string => {
    const found = row.set.startsWith('en/') && rows.find(({ set }) => set === row.set)
    return found ? pair(found) : '–'
  }
  const kinds = [row.person, row.organisation, row.place].map(share).join(' | ')
  return `| ${row.set} | ${pair(row)} | ${kinds} | ${other(compromise)} | ${other(both)} |`
}

/** By hand, after reading the errors of dev. */
const conclusions = [
  'What goes wrong on GUM dev, most first: bounds, where GUM keeps a title in the name (`Professor Lang`) and EWT, which we',
  'learn from, does not; single unknown words taken for places; single surnames passed over at the start of a sentence;',
  'organisations named by a common word (`House`, `University`) or after a place. Tried without gain: WordNet’s',
  'instances as lists (15,204 names), EWT train with its proper nouns as partial labels or labelled by the model itself, WNUT',
  'train, one more pass with the mean of a word’s scores over the document. What helped: word classes of a word and of its',
  'neighbours, which Danish news teach English too (EWT dev by fourths .627 to .647 typed).',
  '',
  'Whether compromise helps: on tweets and forum posts, for it knows more given names (60 % of the people it adds to ours are',
  'right on WNUT dev); on articles it changes nothing. Its organisations and places lower our figures there, so',
  '`withCompromise` leaves them out.',
]

/** The scorer of eval/themes over English blogs, with our own candidates and with compromise's noun phrases. */
async function themesOfPhrases(): Promise<string> {
  const file = evaluationFile('themes/en-blog.test.jsonl')
  const rows: string[] = []
  for (const [name, module] of [
    ['our candidates', 'adapters/themes.ts'],
    ['compromise’s noun phrases', 'adapters/themes-of-phrases.ts'],
  ] as const) {
    const [row] = JSON.parse(await runScorer('themes/score.mjs', module, [file, '--json'])) as Record<string, number>[]
    const figures = ['MAP', 'nDCG@10', 'F1@5', 'R@10'].map((measure) => row![measure]!.toFixed(1))
    rows.push(`| ${name} | ${figures.join(' | ')} |`)
  }
  return [
    'Themes of English blogs (en-blog.test, 240 articles), with compromise’s noun phrases as the only candidates (a',
    '`vocabulary` of up to four words each):',
    '',
    '| candidates | MAP | nDCG@10 | F1@5 | R@10 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n')
}
