/** Sentences and tokens on eval/ling. */
import { readRows, type ScoreRow, share } from './read-rows.js'

/** A Markdown section with every figure of the area, dev and test. */
export async function report(): Promise<string> {
  const own = await readRows('adapters/text.ts', 'sentences,tokens,speed')
  const intl = await readRows('baselines/intl-text.ts', 'sentences,tokens')
  const natural = await readRows('baselines/natural-text.ts', 'sentences')
  const same = (rows: readonly ScoreRow[], { area, set }: ScoreRow): ScoreRow | undefined =>
    rows.find((row) => row.area === area && row.set === set)
  const lines = [
    '## Sentences and tokens',
    '',
    'Exact spans F1 / precision at boundaries within a paragraph / share of texts wholly right (the one to read for the',
    '`hard` sets). `Intl.Segmenter` and natural in the same run, a paragraph at a time. Quoted from the set’s README (test):',
    'compromise en gum .929, ewt .822, hard .75; wink-nlp da cdt .891, en gum .929; sbd da cdt .947.',
    '',
    '| set | klartekst | Intl.Segmenter | natural |',
    '| --- | --- | --- | --- |',
  ]
  const figures = (row: ScoreRow | undefined): string =>
    row ? `${share(row.spanF1)} / ${share(row.innerP)} / ${share(row.exactTexts)}` : '–'
  for (const row of own) {
    if (row.area !== 'sentences') continue
    lines.push(`| ${row.set} | ${figures(row)} | ${figures(same(intl, row))} | ${figures(same(natural, row))} |`)
  }
  lines.push('', 'Tokens, F1 of words and numbers.', '', '| set | klartekst | Intl.Segmenter |', '| --- | --- | --- |')
  for (const row of own) {
    if (row.area !== 'tokens') continue
    lines.push(`| ${row.set} | ${share(row.wordF1)} | ${share(same(intl, row)?.wordF1)} |`)
  }
  lines.push('', 'Command: `npm run evaluate text`.')
  return lines.join('\n')
}
