import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klartekst-packed-'))
const sentence = 'Regeringen fremlagde i går en plan for, hvordan kommunerne skal spare på varmen i vinter.'

/** Runs a program in the folder where the package is installed; its standard output. */
function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8' })
}

beforeAll(() => {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    }),
  ) as { filename: string }[]
  writeFileSync(join(folder, 'package.json'), '{ "name": "newcomer", "private": true, "type": "module" }')
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed[0]!.filename}`])
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed package, installed in an empty folder', () => {
  it('brings only the dependencies that the README names, and theirs', () => {
    const direct = JSON.parse(readFileSync(join(folder, 'node_modules/klartekst/package.json'), 'utf8')).dependencies
    expect(Object.keys(direct).sort()).toEqual(['htmlparser2', 'markdown-it', 'tinypool', 'yaml', 'zod'])
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
    for (const absent of ['natural', 'stopword', 'franc', 'compromise']) expect(installed).not.toContain(absent)
    expect(installed.length).toBeLessThanOrEqual(16)
  })

  it('can be imported as an ES module', () => {
    const code = `import { detectLanguage } from 'klartekst'; console.log(detectLanguage(${JSON.stringify(sentence)}).language)`
    expect(run('node', ['--input-type=module', '-e', code])).toBe('da\n')
  })

  it('can be required', () => {
    const code = `console.log(require('klartekst').detectLanguage(${JSON.stringify(sentence)}).language)`
    expect(run('node', ['--input-type=commonjs', '-e', code])).toBe('da\n')
  })

  it('gives the same value of a language to both, so that nothing is unpacked twice', () => {
    const code = `import { createRequire } from 'node:module'; import { da } from 'klartekst/da'
      console.log(createRequire(import.meta.url)('klartekst/da').da === da)`
    writeFileSync(join(folder, 'same.mjs'), code)
    expect(run('node', ['same.mjs'])).toBe('true\n')
  })

  it('reads HTML, Markdown and front matter in both module systems', () => {
    const bodies = `['<p>Et <b>afsnit</b>.</p>', '---\\ntitle: Nyt\\n---\\n\\nEt *afsnit*.\\n\\n## Mere\\n\\nTekst her.']`
    const code = `for (const body of ${bodies}) console.log(JSON.stringify(parseArticle({ body, format: body[0] === '<' ? 'html' : 'markdown' }).text))`
    const asModule = run('node', ['--input-type=module', '-e', `import { parseArticle } from 'klartekst'; ${code}`])
    const required = run('node', [
      '--input-type=commonjs',
      '-e',
      `const { parseArticle } = require('klartekst'); ${code}`,
    ])
    expect(asModule).toBe(required)
    expect(
      asModule
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line)),
    ).toEqual(['Et afsnit.', 'Nyt\n\nEt afsnit.\n\nMere\n\nTekst her.'])
  })

  it('does no work and prints nothing at import: under 15 ms beyond Node itself', () => {
    const time = (code: string): number => {
      const start = performance.now()
      const { stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', code], {
        cwd: folder,
        encoding: 'utf8',
      })
      expect(stdout + stderr).toBe('')
      return performance.now() - start
    }
    const bare: number[] = []
    const imported: number[] = []
    for (let round = 0; round < 12; round++) {
      bare.push(time('import "node:fs"'))
      imported.push(time('import "klartekst"'))
    }
    expect(Math.min(...imported) - Math.min(...bare)).toBeLessThan(15)
  }, 60_000)

  it('loads no parser before the first article of its format, and zod never', () => {
    const code = `require('klartekst').detectLanguage('x'); console.log(Object.keys(require.cache).filter((path) => /zod|htmlparser2|markdown-it|yaml/.test(path)).length)`
    expect(run('node', ['--input-type=commonjs', '-e', code])).toBe('0\n')
  })

  it.each(['node16', 'bundler'])(
    'has types under module resolution %s',
    (resolution) => {
      const code = `import { analyze, detectLanguage } from 'klartekst'
import { da } from 'klartekst/da'
import { extractThemes } from 'klartekst/core'
import { ArticleAnalysis } from 'klartekst/schema'
const language: string = detectLanguage('Hej').language
const label: string | undefined = analyze({ body: language }).themes[0]?.label
const same: readonly { label: string }[] = extractThemes([da], label ?? '')
ArticleAnalysis.parse(analyze(''))
// @ts-expect-error a number is no article
analyze(5)
export { same }
`
      mkdirSync(join(folder, 'types'), { recursive: true })
      for (const extension of ['mts', 'cts']) {
        if (resolution === 'bundler' && extension === 'cts') continue
        writeFileSync(join(folder, 'types', `use.${extension}`), code)
        const options = {
          strict: true,
          noEmit: true,
          target: 'es2022',
          module: resolution === 'node16' ? 'node16' : 'esnext',
          moduleResolution: resolution,
          types: [],
        }
        writeFileSync(
          join(folder, 'types/tsconfig.json'),
          JSON.stringify({ compilerOptions: options, files: [`use.${extension}`] }),
        )
        const compiler = join(root, 'node_modules/typescript/bin/tsc')
        const result = spawnSync('node', [compiler, '-p', join(folder, 'types')], { encoding: 'utf8' })
        expect(result.stdout).toBe('')
      }
    },
    60_000,
  )

  it('works with franc where that is installed', () => {
    const text = 'Il consiglio comunale ha deciso ieri di chiudere il vecchio ponte fino alla primavera'
    const use = `console.log(withFranc(detectLanguage)(${JSON.stringify(text)}).language)`
    const code = `import { detectLanguage } from 'klartekst'; import { withFranc } from 'klartekst/franc'; ${use}`
    const link = join(folder, 'node_modules/franc')
    symlinkSync(join(root, 'node_modules/franc'), link, 'dir')
    try {
      expect(run('node', ['--input-type=module', '-e', code])).toBe('it\n')
    } finally {
      rmSync(link)
    }
  })

  it('works with compromise where that is installed', () => {
    const use = `console.log(withCompromise(findNames, detectLanguage)('We met Emily Baker and her brother there.').length)`
    const names = `import { detectLanguage, findNames } from 'klartekst'; import { withCompromise } from 'klartekst/compromise'`
    const links = ['compromise', 'efrt', 'grad-school', 'suffix-thumb']
    for (const name of links) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'dir')
    try {
      expect(run('node', ['--input-type=module', '-e', `${names}; ${use}`])).toBe('1\n')
    } finally {
      for (const name of links) rmSync(join(folder, 'node_modules', name))
    }
  })

  it('bundles for a browser without Node built-ins', async () => {
    const { outputFiles, warnings } = await build({
      stdin: { contents: `export * from 'klartekst'`, resolveDir: folder },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      logLevel: 'silent',
    })
    expect(warnings).toEqual([])
    expect(outputFiles[0]!.text).not.toMatch(/from\s*["']node:|require\(["'](?:node:|fs|path)/)
  })

  it('runs under Deno with the same answer', () => {
    const code = `import { analyze } from 'klartekst'; console.log(JSON.stringify(analyze(${JSON.stringify(sentence)})))`
    writeFileSync(join(folder, 'answer.mjs'), code)
    const deno = spawnSync(
      join(root, 'node_modules/.bin/deno'),
      ['run', '-A', '--node-modules-dir=manual', 'answer.mjs'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    expect(deno.stderr).toBe('')
    expect(deno.stdout).toBe(run('node', ['answer.mjs']))
  }, 60_000)

  it('runs as a script in a page, without modules', () => {
    const script = readFileSync(join(folder, 'node_modules/klartekst/dist/klartekst.global.js'), 'utf8')
    const language = new Function(`${script}; return klartekst.detectLanguage(${JSON.stringify(sentence)}).language`)()
    expect(language).toBe('da')
  })

  it('has a command', () => {
    writeFileSync(join(folder, 'article.txt'), `Ny bro\n\n${sentence} ${sentence}`)
    const answer = JSON.parse(run('npx', ['--no-install', 'klartekst', 'analyze', 'article.txt']))
    expect(answer).toMatchObject({ id: 'article.txt', language: { language: 'da' } })
  })

  it('carries the licences of what is bundled in it', () => {
    const notices = readFileSync(join(folder, 'node_modules/klartekst/THIRD_PARTY_NOTICES'), 'utf8')
    for (const name of ['natural', 'stopword']) expect(notices).toContain(name)
  })

  it('prints what the README says its examples print', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    let examples = 0
    const printed = readme.replaceAll(/```js\n(.*?)```\n\n```text\n(.*?)```/gs, (block, code: string, text: string) => {
      examples++
      writeFileSync(join(folder, 'example.mjs'), code)
      return block.replace(`\`\`\`text\n${text}`, () => `\`\`\`text\n${run('node', ['example.mjs'])}`)
    })
    if (process.env.GOLDEN) writeFileSync(join(root, 'README.md'), printed)
    expect(examples).toBe(readme.split('```js\n').length - 1)
    expect(printed).toBe(readme)
  })
})
