/**
 * Whether all outputs are the same, bit by bit, in every runtime at hand, over the texts of the evaluation sets (every row
 * of eval/langid's dev, test and mixed documents, the bodies of the themes and quotes sets): npm run compare-runtimes. Needs
 * ../shared/eval; other Nodes by KLARTEKST_NODE, the path of the program.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { findRuntimes, type Hashes } from '../package/run-in-runtimes.js'
import { evaluationFile } from './run-scorer.js'

/** Texts handed to a runtime at a time: an index over them is built too. */
const BATCH = 1500

const texts = ['langid', 'themes', 'quotes', 'ling'].flatMap((set) =>
  readdirSync(evaluationFile(set))
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(evaluationFile(`${set}/${file}`), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map((line) => JSON.parse(line) as { text?: unknown; body?: unknown })
    .map(({ text, body }) => text ?? body)
    .filter((text) => typeof text === 'string'),
)
const runtimes = await findRuntimes()
const units = texts.reduce((sum, text) => sum + text.length, 0)
console.log(`${texts.length} texts, ${(units / 1e6).toFixed(1)} million code units`)
const wanted = new Map<number, Hashes>()
for (const { name, hash } of runtimes) {
  const different = new Set<string>()
  for (let start = 0; start < texts.length; start += BATCH) {
    const got = await hash(texts.slice(start, start + BATCH))
    const first = wanted.get(start)
    if (!first) wanted.set(start, got)
    else for (const key of Object.keys(first)) if (first[key] !== got[key]) different.add(key)
  }
  console.log(`${name}: ${different.size === 0 ? 'the same' : `differs in ${[...different].join(', ')}`}`)
  if (different.size > 0) process.exitCode = 1
}
