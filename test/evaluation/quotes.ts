/** Pull quotes: suggestions, the editor's quotes, alignment; dev and test. */
import { evaluationFile, runScorer } from './run-scorer.js'

const ours = 'adapters/quotes.ts'
const baselines = ['first', 'last', 'longest', 'marks', 'centroid']

function block(text: string): string {
  return `\`\`\`\n${text.trim()}\n\`\`\``
}

/** The section on pull quotes of the evaluation report. */
export async function report(): Promise<string> {
  const file = (name: string): string => evaluationFile(`quotes/${name}.jsonl`)
  const dev = [file('dev'), file('dev-da-model')].join(',')
  const test = [file('test'), file('test-fsm'), file('test-da-model')].join(',')
  const suggest = (data: string): Promise<string> =>
    runScorer('quotes/score.mjs', ours, ['--only', 'suggest', '--data', data])
  const marked = async (data: string, rows: string): Promise<string> =>
    `${await runScorer('quotes/score.mjs', ours, ['--only', 'editor', '--data', data])}\n${await runScorer(
      'quotes/score.mjs',
      ours,
      ['--only', 'alignment', '--data', data, '--alignment', rows],
    )}`
  const beside: string[] = []
  for (const name of baselines) {
    const table = await runScorer('quotes/score.mjs', `baselines/quotes-${name}.ts`, [
      '--only',
      'suggest',
      '--data',
      test,
    ])
    const rows = table.split('\n').filter((line) => / (strong|weak|model-marked) /.test(line))
    beside.push(`${name}\n${rows.join('\n')}`)
  }
  return `## Pull quotes

Run: \`npm run evaluate -- quotes\`. Suggestions are ranked by one linear model fitted on one English magazine; Danish has
its word lists alone. Other baselines on test (AUC, quoted from the set's README): en A+B LexRank 49.1, 2000 unigrams
60.5; fsm LexRank 57.9, best learnt row 68.4.

### Suggestions, dev
${block(await suggest(dev))}

### Suggestions, test
${block(await suggest(test))}

### Baselines, test: first and last sentences, longest, with quotation marks, tf-idf centroid (columns as above)
${block(beside.join('\n'))}

### Danish reader (length alone: pairwise .59, quoted)
${block(await runScorer('danish-reader/score.mjs', ours, ['--only', 'quotes']))}

### The editor's quotes and their alignment, dev
${block(await marked(file('dev'), file('alignment-dev')))}

### The editor's quotes and their alignment, test
${block(await marked([file('test'), file('test-fsm')].join(','), file('alignment-test')))}`
}
