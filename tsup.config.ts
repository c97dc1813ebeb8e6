import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { defineConfig, type Options } from 'tsup'

const entry = { index: 'src/index.ts', core: 'src/core.ts', da: 'src/da.ts', en: 'src/en.ts', schema: 'src/schema.ts' }

/** Parsers of one input format each: loaded by who reads such input, see `lazyParsers`. */
const parsers = ['htmlparser2', 'markdown-it', 'yaml']

/**
 * In CommonJS a parser is required at its first use, not at import: three parsers would cost each program some 80 ms,
 * also those that never meet HTML or Markdown. ES modules cannot load in the middle of a synchronous function, so on
 * Node they are a thin wrapper over the CommonJS build (`writeNodeWrappers`); bundlers get the plain ES modules.
 */
const lazyParsers: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'lazy-parsers',
  setup(build) {
    const filter = new RegExp(`^(?:${parsers.join('|')})$`)
    build.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    )
    build.onLoad({ filter, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = new Proxy({ __esModule: true }, {
        get: (_, name) => { const loaded = require(${JSON.stringify(path)}); return name === 'default' ? loaded.default ?? loaded : loaded[name] },
        has: () => true,
      })`,
    }))
  },
}

/** ES modules for Node: the names of the CommonJS build, one by one, so that no tool has to guess them. */
async function writeNodeWrappers(): Promise<void> {
  const require = createRequire(import.meta.url)
  mkdirSync('dist/node', { recursive: true })
  for (const name of Object.keys(entry)) {
    const names = Object.keys(require(`./dist/${name}.cjs`)).filter((key) => key !== 'default' && key !== '__esModule')
    writeFileSync(
      `dist/node/${name}.js`,
      `import library from '../${name}.cjs'\nexport const { ${names.join(', ')} } = library\n`,
    )
  }
}

/** Packages with code inside our files: the first two in every build, the rest in the script for a page. */
const bundled = [
  'natural',
  'stopword',
  'htmlparser2',
  'domelementtype',
  'domhandler',
  'domutils',
  'dom-serializer',
  'entities',
  'markdown-it',
  'linkify-it',
  'mdurl',
  'punycode.js',
  'uc.micro',
  'yaml',
]

/** The licences of what is bundled, as their packages state them, after our own list of data sources. */
function writeNotices(): void {
  const notices = bundled.map((name) => {
    const folder = `node_modules/${name}`
    const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text =
      file && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`
    return `${name} ${version} (${license})\n\n${text}`
  })
  const sources = readFileSync('data/SOURCES.md', 'utf8').trim()
  writeFileSync(
    'THIRD_PARTY_NOTICES',
    [sources, '# Software bundled in dist/', ...notices].join('\n\n---\n\n').concat('\n'),
  )
}

const shared: Options = {
  platform: 'neutral',
  target: 'es2022',
  treeshake: false,
  noExternal: [/^natural/, /^stopword/],
  external: ['zod', /^zod\//, ...parsers],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main']
    options.charset = 'ascii'
    options.legalComments = 'none'
  },
}

export default defineConfig([
  {
    ...shared,
    entry: { ...entry, command: 'src/command/main.ts' },
    format: 'esm',
    splitting: true,
    clean: true,
    dts: { entry, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  {
    ...shared,
    entry,
    format: 'cjs',
    splitting: true,
    external: ['zod', /^zod\//],
    esbuildPlugins: [lazyParsers],
    dts: { entry, compilerOptions: { ignoreDeprecations: '6.0' } },
    async onSuccess() {
      await writeNodeWrappers()
      writeNotices()
    },
  },
  {
    ...shared,
    entry: { klartekst: 'src/index.ts' },
    format: 'iife',
    globalName: 'klartekst',
    minify: true,
    noExternal: [/.*/],
    external: [],
  },
])
