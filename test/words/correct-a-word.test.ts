import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// A copy of the project, so that the data others test with stays as it is.
const root = fileURLToPath(new URL('../../', import.meta.url))
let copy = ''

function run(...command: readonly string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', ...command], { cwd: copy, encoding: 'utf8' })
}

/** What `npm run pack-data` runs. */
const packData = (): string => run('data/learn/pack.ts')

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'klartekst-'))
  for (const part of ['data', 'src', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(
    join(copy, 'ask.ts'),
    `import { da } from './src/da.js'
     import { lemmatize } from './src/words/lemmatize.js'
     import { splitCompound } from './src/words/split-compound.js'
     import { stopwordsOf } from './src/words/stopwords.js'
     import { splitSentences } from './src/text/split-sentences.js'
     console.log(JSON.stringify([
       lemmatize(da, 'snorfelunserne'),
       splitCompound(da, 'arbejdsmarked').join('|'),
       stopwordsOf(da).has('snorfelunse'),
       splitSentences(da, 'Hun læste snorf. Anna kom hjem.').length,
     ]))`,
  )
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('a line added to a list of data/da', () => {
  it('shows after npm run pack-data, in every function that reads the list', { timeout: 60_000 }, () => {
    packData()
    const before = JSON.parse(run('ask.ts')) as unknown[]
    appendFileSync(join(copy, 'data/da/exceptions.tsv'), 'snorfelunserne\tsnorfelunse\n')
    appendFileSync(join(copy, 'data/da/compounds.tsv'), 'split\tarbejdsmarked\n')
    appendFileSync(join(copy, 'data/da/stopwords.txt'), 'snorfelunse\n')
    appendFileSync(join(copy, 'data/da/abbreviations.tsv'), 'snorf.\tname\n')
    packData()
    expect(before).toEqual([expect.not.stringMatching(/^snorfelunse$/), 'arbejds|marked', false, 2])
    expect(JSON.parse(run('ask.ts'))).toEqual(['snorfelunse', 'arbejdsmarked', true, 1])
  })
})
