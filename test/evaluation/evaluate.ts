/**
 * Measures quality on every evaluation set and writes test/evaluation/REPORT.md. Run: npm run evaluate [area …]; with
 * areas only their sections are printed and nothing is written. Needs ../shared/eval.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { evaluationFile } from './run-scorer.js'

const areas = ['language', 'parse', 'text', 'words', 'names', 'themes', 'quotes', 'related'] as const

try {
  evaluationFile('langid/test.jsonl')
} catch (error) {
  console.error(`Cannot evaluate: ${error instanceof Error ? error.message : error}.`)
  process.exit(1)
}

const asked = process.argv.slice(2)
for (const area of asked) {
  if (!areas.some((known) => known === area)) {
    console.error(`Unknown area ${JSON.stringify(area)}; there are ${areas.join(', ')}.`)
    process.exit(1)
  }
}

const sections: string[] = []
for (const area of areas) {
  if (asked.length > 0 && !asked.includes(area)) continue
  const url = new URL(`./${area}.ts`, import.meta.url)
  if (!existsSync(url)) continue
  console.error(`… ${area}`)
  const { report } = (await import(url.href)) as { report: () => Promise<string> }
  sections.push((await report()).trim())
}

if (asked.length > 0) {
  console.log(sections.join('\n\n'))
} else {
  const head = `# How good klartekst is

Made by \`npm run evaluate\` from the evaluation sets in ../shared/eval; \`npm run evaluate -- themes\` prints one section.
Tuned on dev, reported on test; figures of other systems stand beside ours: "same run" where the script ran them,
"quoted" where they are taken from the sets' README.`
  writeFileSync(new URL('./REPORT.md', import.meta.url), `${[head, ...sections].join('\n\n')}\n`)
}
