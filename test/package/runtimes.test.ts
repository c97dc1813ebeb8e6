import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hashOutputs } from './hash-outputs.js'
import { findRuntimes } from './run-in-runtimes.js'

const root = new URL('../../', import.meta.url)

/** Articles in all formats, kept as examples and fixtures. */
function readTexts(): string[] {
  const files = ['examples/articles', 'test/article/fixtures'].flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((file) => !file.endsWith('.json'))
      .sort()
      .map((file) => `${folder}/${file}`),
  )
  const articles = JSON.parse(readFileSync(new URL('examples/related/articles.json', root), 'utf8')) as {
    body: string
  }[]
  return [...files.map((file) => readFileSync(new URL(file, root), 'utf8')), ...articles.map(({ body }) => body)]
}

it('gives the same bytes in every runtime at hand, and from the build for Node', async () => {
  const texts = readTexts()
  const runtimes = await findRuntimes()
  const names = runtimes.map(({ name }) => name.split(' ')[0])
  expect(names).toContain('Deno')
  // On a developer's machine a browser may be missing; where everything is proved, not.
  if (process.env.CI) expect(names).toContain('Chromium')
  const library = (await import(new URL('dist/node/index.js', root).href)) as typeof import('../../src/index.js')
  const wanted = hashOutputs(library, texts)
  for (const { name, hash } of runtimes) expect({ name, hashes: await hash(texts) }).toEqual({ name, hashes: wanted })
}, 180_000)
