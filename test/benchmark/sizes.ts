/**
 * What each import costs a page: bundled, minified and gzipped by esbuild for the browser, all dependencies in it but
 * zod where it says so. Run: npm run sizes (a table), npm run check:sizes (fails over a budget). Needs a build.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = new URL('../../', import.meta.url)

/** What is imported, and the most it may weigh gzipped, in units of 1,000 bytes. */
const imports: readonly [name: string, code: string, budget: number][] = [
  ['`{ detectLanguage }`', `export { detectLanguage } from 'klartekst'`, 170],
  ['`{ parseArticle }`', `export { parseArticle } from 'klartekst'`, 800],
  ['`{ analyze }`', `export { analyze } from 'klartekst'`, 900],
  ['`klartekst`, everything', `export * from 'klartekst'`, 950],
  ['`klartekst/core`, everything', `export * from 'klartekst/core'`, 250],
  ['`klartekst/da`', `export * from 'klartekst/da'`, 600],
  ['`klartekst/en`', `export * from 'klartekst/en'`, 350],
  ['`klartekst/da-en`', `export * from 'klartekst/da-en'`, 200],
  ['`klartekst/schema`, zod included', `export * from 'klartekst/schema'`, 50],
]

/** The minified and gzipped size of a piece of code that imports the package, in bytes. */
async function measure(code: string): Promise<{ minified: number; gzipped: number }> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(root), loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  })
  const bytes = outputFiles[0]!.contents
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length }
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)
let over = 0
console.log('| import | minified kB | gzipped kB | budget |\n| --- | ---: | ---: | ---: |')
for (const [name, code, budget] of imports) {
  const { minified, gzipped } = await measure(code)
  if (gzipped > budget * 1000) over++
  console.log(`| ${name} | ${kilobytes(minified)} | ${kilobytes(gzipped)} | ${budget} |`)
}
const script = readFileSync(new URL('dist/klartekst.global.js', root))
console.log(
  `| \`dist/klartekst.global.js\`, a script tag | ${kilobytes(script.length)} | ${kilobytes(gzipSync(script, { level: 9 }).length)} | – |`,
)
if (process.argv.includes('--check') && over > 0) {
  console.error(`${over} import(s) over their budget`)
  process.exitCode = 1
}
