import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Programs of examples/ that print, each with the golden file of what it prints; `npm run golden` writes them anew. */
const programs = [
  ['examples/analyze/analyze.js', 'examples/analyze/output.txt'],
  ['examples/related/related.js', 'examples/related/output.txt'],
] as const

describe('the examples', () => {
  it.each(programs)('%s prints what its output.txt holds', (program, golden) => {
    const printed = execFileSync(process.execPath, [program], { cwd: root, encoding: 'utf8' })
    if (process.env.GOLDEN) writeFileSync(`${root}/${golden}`, printed)
    expect(printed).toBe(readFileSync(`${root}/${golden}`, 'utf8'))
  })
})
