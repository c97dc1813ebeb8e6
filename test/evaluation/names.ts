/** Names on eval/ling. */
import { readRows, share } from './read-rows.js'

/** A Markdown section with every figure of the area, dev and test. */
export async function report(): Promise<string> {
  const own = await readRows('adapters/names.ts', 'entities')
  const compromise = await readRows('baselines/compromise-names.ts', 'entities')
  const lines = [
    '## Names',
    '',
    'F1 of exact spans: with the right kind / whatever the kind; then person, organisation, place. compromise (English) in',
    'the same run. Quoted from the set’s README (test): capitals by regular expression da .38 / .67, gum .23 / .47; a',
    'perceptron over runs da .62 / .76. Learnt on DaN+ news and permitted lists; GUM is only measured, WNUT is tweets.',
    '',
    '| set | klartekst | person | organisation | place | compromise |',
    '| --- | --- | ---: | ---: | ---: | --- |',
  ]
  for (const row of own) {
    const other = row.set.startsWith('en/') ? compromise.find(({ set }) => set === row.set) : undefined
    lines.push(
      `| ${row.set} | ${share(row.typedF1)} / ${share(row.untypedF1)} | ${share(row.person)} | ${share(row.organisation)} | ${share(row.place)} | ${other ? `${share(other.typedF1)} / ${share(other.untypedF1)}` : '–'} |`,
    )
  }
  lines.push('', 'Command: `npm run evaluate names`.')
  return lines.join('\n')
}
