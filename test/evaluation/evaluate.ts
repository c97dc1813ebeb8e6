/**
 * Measures quality on every evaluation set and writes test/evaluation/REPORT.md: npm run evaluate, or npm run evaluate
 * -- themes quotes, which measures those areas anew and leaves the other sections as they are. Needs ../shared/eval.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { evaluationFile } from './run-scorer.js'

const areas = ['language', 'parse', 'text', 'words', 'names', 'themes', 'quotes', 'related', 'bridge'] as const
const file = new URL('./REPORT.md', import.meta.url)

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

const head = `# How good klartekst is

Made by \`npm run evaluate\` from the evaluation sets in ../shared/eval; \`npm run evaluate -- themes\` makes one section
anew. Tuned on dev, reported on test; figures of other systems stand beside ours, from the same run or quoted from the
set's README, as each section says.`

const made = new Map<string, string>()
for (const area of areas) {
  if (asked.length > 0 && !asked.includes(area)) continue
  console.error(`… ${area}`)
  const { report } = (await import(new URL(`./${area}.ts`, import.meta.url).href)) as { report: () => Promise<string> }
  made.set(area, (await report()).trim())
}
// Read at the end: another run may have renewed another section in the meantime.
const sections = new Map<string, string>()
if (asked.length > 0 && existsSync(file)) {
  for (const [, area, text] of readFileSync(file, 'utf8').matchAll(/<!-- (\w+) -->\n(.*?)(?=\n<!-- \w+ -->|$)/gs)) {
    sections.set(area!, text!.trim())
  }
}
for (const [area, text] of made) sections.set(area, text)
const parts = areas.flatMap((area) => (sections.has(area) ? [`<!-- ${area} -->\n${sections.get(area)}`] : []))
writeFileSync(file, `${[head, ...parts].join('\n\n')}\n`)
