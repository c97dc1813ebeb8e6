/**
 * Rebuilds every learnt table of data/ from the evaluation data, byte for byte: npm run learn [area …]. Later areas
 * read what earlier ones learnt (themes are fitted on lemmas), so the order matters. Needs ../shared/eval.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const areas = ['language', 'words', 'names', 'bridge', 'article', 'themes', 'quotes', 'related']
const script = (area: string): string => fileURLToPath(new URL(`learn-${area}.ts`, import.meta.url))

if (!existsSync(new URL('../../../shared/eval/', import.meta.url))) {
  console.error(
    'Cannot learn: the evaluation data (../shared/eval) is not here. The tables in data/ are used as they are.',
  )
  process.exit(1)
}

const asked = process.argv.slice(2)
const unknown = asked.find((area) => !areas.includes(area))
if (unknown !== undefined) {
  console.error(`Unknown area ${JSON.stringify(unknown)}; there are ${areas.join(', ')}.`)
  process.exit(1)
}

for (const area of asked.length > 0 ? asked : areas) {
  const steps = [script(area), fileURLToPath(new URL('pack.ts', import.meta.url))]
  for (const step of steps) {
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', step], { stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
}
