import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'

/** Hashes by name of the function. */
export type Hashes = Readonly<Record<string, string>>

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where Debian and others put Chromium. */
const CHROMIUM = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** A runtime that is at hand: its name, and what gives the hashes of our outputs over some texts in it. */
export interface Runtime {
  readonly name: string
  readonly hash: (texts: readonly string[]) => Promise<Hashes>
}

/**
 * The runtimes of this machine: the Node at work, another Node where KLARTEKST_NODE names its program, Deno, Chromium.
 * All run the same script, made of the build for browsers (dist/) and hash-outputs.ts.
 */
export async function findRuntimes(): Promise<Runtime[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as klartekst from './dist/index.js'
import { hashOutputs } from './test/package/hash-outputs.ts'
globalThis.hashTexts = (texts) => JSON.stringify(hashOutputs(klartekst, texts))`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  const script = outputFiles[0]!.text
  const runtimes: Runtime[] = [{ name: `Node ${process.versions.node}`, hash: by(script, process.execPath, []) }]
  const other = process.env.KLARTEKST_NODE
  if (other) {
    const version = execFileSync(other, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim()
    runtimes.push({ name: `Node ${version}`, hash: by(script, other, []) })
  }
  const deno = join(root, 'node_modules/.bin/deno')
  if (existsSync(deno)) {
    const version = execFileSync(deno, ['--version'], { encoding: 'utf8' }).split(' ')[1]
    runtimes.push({ name: `Deno ${version}`, hash: by(script, deno, ['run', '--quiet']) })
  }
  const executablePath = CHROMIUM.find((path) => path !== '' && existsSync(path))
  if (executablePath) runtimes.push({ name: 'Chromium', hash: (texts) => inBrowser(script, executablePath, texts) })
  return runtimes
}

function by(script: string, command: string, args: readonly string[]): Runtime['hash'] {
  return async (texts) => {
    const folder = mkdtempSync(join(tmpdir(), 'klartekst-runtime-'))
    try {
      const file = join(folder, 'hash.mjs')
      writeFileSync(file, `${script}\nconsole.log(globalThis.hashTexts(${JSON.stringify(texts)}))\n`)
      return JSON.parse(execFileSync(command, [...args, file], { encoding: 'utf8' })) as Hashes
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}

async function inBrowser(script: string, executablePath: string, texts: readonly string[]): Promise<Hashes> {
  // Without its sandbox: in a container it has no rights for one, and it opens no page but an empty one.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: script })
    const hashes = await page.evaluate(
      (given) => (globalThis as unknown as { hashTexts: (texts: readonly string[]) => string }).hashTexts(given),
      texts,
    )
    return JSON.parse(hashes) as Hashes
  } finally {
    await browser.close()
  }
}
