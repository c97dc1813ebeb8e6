import { detectLanguage, parseArticle } from '../index.js'
import type { CommandOptions, ExitCode, Terminal } from './options.js'
import { readInputs } from './read-inputs.js'

/** Says which language each article is in: a line each. */
export async function runDetect(options: CommandOptions, terminal: Terminal): Promise<ExitCode> {
  for await (const article of readInputs(options, terminal)) {
    const { language: _stated, ...unstated } = article
    const detection = detectLanguage(parseArticle(unstated).text)
    const name = article.id ?? article.title ?? '-'
    terminal.stdout.write(
      options.output === 'json'
        ? `${JSON.stringify({ ...(article.id !== undefined && { id: article.id }), ...detection })}\n`
        : `${detection.language.padEnd(4)} ${percent(detection.confidence)}  ${name}\n`,
    )
  }
  return 0
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`.padStart(5)
}
