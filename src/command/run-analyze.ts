import { analyze, parseArticle } from '../index.js'
import type { CommandOptions, ExitCode, Terminal } from './options.js'
import { readInputs } from './read-inputs.js'
import { renderPage } from './render-page.js'

/** Analyses each article: a page to read, or a line of JSON. */
export async function runAnalyze(options: CommandOptions, terminal: Terminal): Promise<ExitCode> {
  for await (const article of readInputs(options, terminal)) {
    const document = parseArticle(article)
    const analysis = analyze(document)
    terminal.stdout.write(
      options.output === 'json' ? `${JSON.stringify(analysis)}\n` : renderPage(document, analysis, options),
    )
  }
  return 0
}
