/** How well the language of texts and passages is told, beside other detectors. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { detectLanguage } from './adapters/language.js'
import { reportFarLanguages } from './language-far.js'
import {
  byLength,
  calibration,
  confusions,
  lettersFor,
  type Row,
  type Scores,
  SLICES,
  sliceRow,
  spanTable,
  table,
} from './language-tables.js'
import { evaluationFile, runScorer } from './run-scorer.js'

/** Detectors that are too heavy to be dependencies, with their rows of the README of eval/langid for where they are absent. */
const PEERS: readonly { readonly name: string; readonly title: string; readonly quoted: string }[] = [
  {
    name: 'eld',
    title: 'eld 2.1.0 large',
    quoted: '86.2|87.3|97.1|100.0|96.0|97.6|96.6|92.4 / 94.6 / 93.5|77.8|8.8|4.5|0.092',
  },
  {
    name: '@bluzzi/lingua',
    title: '@bluzzi/lingua 1.5.0, 13 languages',
    quoted: '89.8|85.1|96.8|100.0|95.8|97.6|95.3|93.5 / 91.6 / 92.5|86.7|7.2|6.8|0.164',
  },
  {
    name: 'cld3-asm',
    title: 'cld3-asm 4.0.0',
    quoted: '50.5|73.4|95.4|99.8|93.4|96.3|94.7|90.9 / 84.2 / 87.4|82.2|9.3|7.1|0.143',
  },
  {
    name: 'cld',
    title: 'CLD2 (npm cld 2.10.1, bestEffort)',
    quoted: '49.0|73.0|93.7|99.0|90.9|93.6|92.0|95.9 / 79.0 / 86.6|82.7|2.5|13.8|0.090',
  },
  {
    name: 'fasttext.wasm.js',
    title: 'fastText lid.176.ftz (fasttext.wasm.js 1.0.0)',
    quoted: '60.7|67.5|88.9|97.3|81.7|1.5|89.5|80.9 / 82.8 / 81.8|79.9|20.0|8.1|0.037',
  },
  {
    name: 'tinyld',
    title: 'tinyld 1.3.4',
    quoted: '62.5|73.0|88.7|94.8|82.4|91.8|83.9|81.9 / 84.7 / 83.2|79.9|13.0|7.1|0.239',
  },
  {
    name: 'franc-min',
    title: 'franc-min 6.2.0 (has no Danish)',
    quoted: '0.0|0.0|0.0|0.0|0.0|0.0|0.0|0.0 / 0.0 / 0.0|37.0|0.0|0.0|–',
  },
]

/** The section of REPORT.md. */
export async function report(): Promise<string> {
  const dev = await score('adapters/language.ts', 'dev')
  const test = await score('adapters/language.ts', 'test')
  const franc = await score('baselines/franc.ts', 'test')
  const francOnly = await score('baselines/franc-fourteen.ts', 'test')
  const peers = await scorePeers()
  const devRows = detectAll('dev')
  const testRows = detectAll('test')
  return `## Language

Command: \`npm run evaluate -- language\`. Sets: eval/langid; the detector is learnt on its train file, on the text of
eval/langid/extra (NDT is the treebank of the Norwegian rows, PAROLE the corpus of the Danish ones: likeness of source
flatters us on sentence and short), on subtitle word counts, parallel texts and our own sentences. Sharpness of the
probabilities and the costs of the passages are fitted on dev. nb and nn count as one in \`macro\` and ECE.

### Danish by slice

${table(
  ['system', 'set', ...SLICES, 'core P / R / F1', 'core macro', 'nb→da', 'da→no', 'ECE core'],
  [
    sliceRow('klartekst', 'dev', dev),
    sliceRow('klartekst', 'test', test),
    ...peers.map(({ title, quoted, scores }) =>
      scores ? sliceRow(title, 'test', scores) : [`${title} (quoted)`, 'test', ...quoted.split('|')],
    ),
    sliceRow('franc 6.2.0, minLength 3', 'test', franc),
    sliceRow('franc 6.2.0, only: the 14', 'test', francOnly),
  ],
)}

All rows are of this run but those marked "quoted", which are the README's of eval/langid, of the same test file: the peers
weigh 200 MB together and are run where they are installed,
\`npm install --prefix ../peers eld@2.1.0 tinyld@1.3.4 franc-min@6.2.0 cld3-asm@4.0.0 cld@2.10.1 fasttext.wasm.js@1.0.0 @bluzzi/lingua@1.5.0\`,
then \`KLARTEKST_PEERS=../peers npm run evaluate -- language\`. Goals on test: core 96.0, sentence 98.8, short 91, word 86,
passage 100, ascii/upper/noise 98.5, macro 98, nb→da ≤ 4.5, da→no ≤ 4.0, ECE ≤ .012. ${shortfall(test)}

nb→da lies within its standard error of the goal (about 0.8 with 600 rows). A bias against Danish moves errors over to da→no:
on dev, where the choice was made, none gives core 96.2, nb→da 4.2, da→no 3.9, and a bias of −0.1 in the logarithm 96.2, 3.6,
4.3, −0.2 96.0, 3.6, 4.7 (goal 4.0). It was not chosen anew on test. CLD2 alone calls fewer Bokmål texts Danish: it leaves out or calls Norwegian two to four times as many Danish ones.

How it carries over: learnt by the same recipe without NDT, PAROLE and all parallel, manual and interface text, it gave
on dev core 95.4, short 89.4, nb→da 5.8, da→no 4.2, word 91.1, and on what it then had never seen: Danish of Tatoeba 93.6 %
right (mean 7 words), the first eight words of interface strings da 90.1, nb 92.5, nn 97.7, sv 96.6 %, of manuals nb 95.6 %
(measured once, 2026; not rerun here). What is wrong on \`short\` is nearly all text that is right in both languages
("Vi klarer det", "små detaljer"): more weights did not help.

Sentences a second as a ratio to franc in this run: ${(test.sentencesPerSecond / franc.sentencesPerSecond).toFixed(1)} (each in
a process of its own on a shared machine; \`npm run benchmark\` measures the build in turns).

### By length

All rows but ascii, upper and noise, by letters of the text. Confidence: mean; right: percent with the right language (nb
and nn as one).

${byLength(devRows, testRows)}

Nine in ten are right from ${lettersFor(0.9, testRows)} letters on (dev ${lettersFor(0.9, devRows)}), 97 in a hundred from ${lettersFor(0.97, testRows)} (dev ${lettersFor(0.97, devRows)}). Under ten letters no
honest answer exists for about one text in seven, which is a word of two languages: there the confidence is low, and a
program that must not err should ask for a confidence of 0.9.

### Confusions on core, test

Rows: what it is; columns: what we said; percent.

${confusions(testRows)}

### Calibration on core

${calibration(devRows, testRows)}

### Passages

Peers by sentence, as the scorer cuts it.

${spanTable([
  ['klartekst', 'dev', dev],
  ['klartekst', 'test', test],
  ...peers.flatMap(({ title, scores }) => (scores ? [[title, 'test', scores] as const] : [])),
  ['franc 6.2.0', 'test', franc],
  ['franc 6.2.0, only: the 14', 'test', francOnly],
])}

${peers.some(({ scores }) => !scores) ? 'Quoted for test: eld 2.1.0 large 98.1 / 98.2 / 81.8 / 69.0, @bluzzi/lingua 98.1 / 98.2 / 83.2 / 71.0. ' : ''}Goals: 99.5 letters, 94 boundaries, 90 documents. What we miss are mostly titles and names in English that the set counts as part of the sentence around them, and
quotations of one to three words.

${await reportFarLanguages(devRows)}

### The same bytes everywhere

test/package/runtimes.test.ts compares hashes of every function's results over the texts of this repository in Node, in a second
Node (KLARTEKST_NODE), in Deno and in Chromium; \`npm run compare-runtimes\` does so over all texts of the evaluation sets.`
}

/** Which goals are missed. */
function shortfall({ slices, core, spans }: Scores): string {
  const all = spans?.all
  const goals: readonly (readonly [name: string, got: number, least: number])[] = [
    ['core', 100 * core.daF1, 96],
    ...SLICES.map((slice, place): [string, number, number] => [
      slice,
      100 * (slices[slice]?.daF1 ?? 0),
      [86, 91, 98.8, 100, 98.5, 98.5, 98.5][place]!,
    ]),
    ['macro', 100 * core.macroF1, 98],
    ['nb→da', -core.nbCalledDa, -4.5],
    ['da→no', -core.daCalledNorwegian, -4],
    ['ECE', -(core.ece ?? 1), -0.012],
    ...(typeof all === 'object'
      ? ([
          ['letters', 100 * all.letterAccuracy, 99.5],
          ['boundaries', 100 * all.boundaryF1, 94],
          ['documents', 100 * all.exact, 90],
        ] as const)
      : []),
  ]
  const missed = goals.filter(([, got, least]) => got < least).map(([name]) => name)
  return missed.length === 0 ? 'All are met.' : `Missed: ${missed.join(', ')}.`
}

async function scorePeers(): Promise<{ title: string; quoted: string; scores: Scores | undefined }[]> {
  const folder = process.env.KLARTEKST_PEERS
  const found: { title: string; quoted: string; scores: Scores | undefined }[] = []
  for (const { name, title, quoted } of PEERS) {
    const installed = folder !== undefined && existsSync(join(folder, 'node_modules', name))
    process.env.KLARTEKST_PEER = name
    if (installed) console.error(`  ${title}`)
    found.push({ title, quoted, scores: installed ? await score('baselines/languages-by-peer.ts', 'test') : undefined })
  }
  return found
}

async function score(module: string, set: 'dev' | 'test'): Promise<Scores> {
  const folder = mkdtempSync(join(tmpdir(), 'klartekst-'))
  const output = join(folder, 'scores.json')
  try {
    await runScorer('langid/score.mjs', module, [
      '--data',
      evaluationFile(`langid/${set}.jsonl`),
      '--spans',
      evaluationFile(`langid/spans-${set}.jsonl`),
      '--json',
      output,
      '--quiet',
    ])
    return JSON.parse(readFileSync(output, 'utf8')) as Scores
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function detectAll(set: 'dev' | 'test'): Row[] {
  return readFileSync(evaluationFile(`langid/${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Omit<Row, 'got'>)
    .map((gold) => ({ ...gold, got: detectLanguage(gold.text) }))
}
