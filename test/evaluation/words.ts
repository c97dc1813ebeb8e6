/** Lemmas, compounds and word classes on eval/ling. */
import { measureWordClasses } from './measure-word-classes.js'
import { readRows, share } from './read-rows.js'

/** A Markdown section with every figure of the area, dev and test. */
export async function report(): Promise<string> {
  const own = await readRows('adapters/words.ts', 'lemmas,compounds,speed')
  const snowball = await readRows('baselines/snowball-words.ts', 'lemmas')
  const lines = [
    '## Words',
    '',
    'Lemmas: share right / F1 of grouping. Snowball (`snowball-stemmers`) in the same run; others as',
    'the set’s README gives them (test): suffix rules da .948 / .941 (64 kB), wink-lemmatizer en .946 / .925. Danish was',
    'learnt with the forms of ud-ddt dev, so only its test is shown.',
    '',
    '| set | klartekst | Snowball |',
    '| --- | --- | --- |',
  ]
  for (const row of own) {
    if (row.area !== 'lemmas' || row.set === 'da/ud-ddt-dev.jsonl') continue
    const other = snowball.find(({ set }) => set === row.set)
    lines.push(
      `| ${row.set} | ${share(row.acc)} / ${share(row.groupF1)} | ${share(other?.acc)} / ${share(other?.groupF1)} |`,
    )
  }
  lines.push(
    '',
    'Compounds; README’s baseline on test: exact .84, head .90, false split .08 (373 kB).',
    '',
    '| set | exact | head | false split |',
    '| --- | --- | --- | --- |',
  )
  for (const row of own) {
    if (row.area !== 'compounds') continue
    lines.push(`| ${row.set} | ${share(row.exact)} | ${share(row.head)} | ${share(row.falseSplit)} |`)
  }
  lines.push(
    '',
    'Word classes: the tagger by Universal Dependencies’ classes, by our eight, and the word alone by our eight. README’s',
    'baseline (test, UD classes): da .931, en .923. Danish was learnt with ud-ddt dev, so only test is shown; GUM is only measured.',
    '',
    '| set | UD | ours | word alone | commonest confusions (right→given) |',
    '| --- | --- | --- | --- | --- |',
  )
  for (const set of ['da/ud-ddt-test', 'en/ud-ewt-dev', 'en/ud-ewt-test', 'en/ud-gum-test']) {
    const { universal, own: eight, alone, confusions } = measureWordClasses(set)
    lines.push(`| ${set} | ${share(universal)} | ${share(eight)} | ${share(alone)} | ${confusions} |`)
  }
  for (const row of own) {
    if (row.area === 'speed') lines.push('', `Speed, ${row.set}, with cache: ${row.lemmasPerSec} lemmas a second.`)
  }
  lines.push('', 'Command: `npm run evaluate words`.', '')
  return lines.join('\n')
}
