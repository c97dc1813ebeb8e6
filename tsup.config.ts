import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build, type PluginBuild } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

const entry = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  da: 'src/da.ts',
  en: 'src/en.ts',
  'da-en': 'src/da-en.ts',
  schema: 'src/schema.ts',
}

/** Entries for users of other packages: ES modules, since what they adapt is. CommonJS only for a Node that can require such. */
const adapters = { franc: 'src/adapters/franc.ts', compromise: 'src/adapters/compromise.ts' }

/**
 * Files of their own beside the entries, so that a bundler can leave out what a program does not use: the readers import
 * parsers that do not declare themselves free of side effects.
 */
const parts = {
  'read-article': 'src/article/read-article.ts',
  'klartekst-error': 'src/klartekst-error.ts',
  'empty-statistics': 'src/similarity/empty-statistics.ts',
}

/** Parsers of one input format each: loaded by who reads such input. */
const parsers = ['htmlparser2', 'markdown-it', 'yaml']

/**
 * The CommonJS build: the files of the ES build, one by one, so that both have the same parts. Not tsup's own, which
 * rewrites `??` and class fields into slower code. Parsers are required at their first use, and so is what the root entry
 * binds: to read and compile all of it costs some 30 ms, the parsers 80 ms, also for those who never call them. ES modules
 * cannot load in the middle of a synchronous function, so on Node they are a thin wrapper over this build; bundlers get
 * the ES modules.
 */
async function buildCommonJs(): Promise<void> {
  await build({
    entryPoints: readdirSync('dist')
      .filter((file) => file.endsWith('.js') && !/^(?:command|klartekst|archive|archive-worker)\./.test(file))
      .map((file) => `dist/${file}`),
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    bundle: true,
    platform: 'neutral',
    charset: 'ascii',
    plugins: [{ name: 'parts', setup: requireParts }],
  })
  const require = createRequire(import.meta.url)
  mkdirSync('dist/node', { recursive: true })
  for (const name of Object.keys(entry)) {
    const names = namesOf(require(`./dist/${name}.cjs`))
    writeFileSync(
      `dist/node/${name}.js`,
      `import library from '../${name}.cjs'\nexport const { ${names.join(', ')} } = library\n`,
    )
  }
}

/** Resolves the imports of a file of the ES build: to the CommonJS file beside it, or to a module that loads late. */
function requireParts({ onResolve, onLoad }: PluginBuild): void {
  onResolve({ filter: /./ }, ({ path, kind, namespace, importer }) => {
    if (kind === 'entry-point') return undefined
    const target = path.replace(/^(\.\/.*)\.js$/, '$1.cjs')
    const isLate = parsers.includes(path) || importer.endsWith('/dist/index.js')
    return isLate && namespace !== 'late' ? { path: target, namespace: 'late' } : { path: target, external: true }
  })
  onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => {
    const names = namesOf(
      await import(path.startsWith('.') ? `${process.cwd()}/dist/${path.replace('.cjs', '.js')}` : path),
    )
    return {
      contents: `let loaded
        const load = () => (loaded ??= require(${JSON.stringify(path)}))
        module.exports = function (...values) { return Reflect.construct(load().default ?? load(), values) } // a default is a class
        for (const name of ${JSON.stringify(names)}) Object.defineProperty(module.exports, name, { enumerable: true, get: () => load()[name] })`,
    }
  })
}

/** The names that a module exports, but its default. */
function namesOf(module: object): string[] {
  return Object.keys(module).filter((name) => name !== 'default' && name !== '__esModule')
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
  'saxes',
  'xmlchars',
  'csv-parse',
  'd3-array',
  'd3-color',
  'd3-dispatch',
  'd3-force',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-quadtree',
  'd3-scale',
  'd3-shape',
  'd3-time',
  'd3-time-format',
  'd3-timer',
  'internmap',
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
  external: ['zod', /^zod\//, 'franc', 'compromise', ...parsers],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main']
    options.charset = 'ascii'
    options.legalComments = 'none'
  },
}

/** What only runs on Node: it takes everything else from our own package, so that there is one copy of each thing. */
const onNode: Options = {
  ...shared,
  platform: 'node',
  splitting: false,
  noExternal: [/^saxes/, /^xmlchars/, /^csv-parse/],
  external: ['tinypool', 'bullmq', 'ioredis', ...parsers],
  esbuildPlugins: [
    {
      name: 'our-own-package',
      setup: ({ initialOptions, onResolve }) =>
        onResolve({ filter: /^\.\.?\/(?:index|klartekst-error)\.js$/ }, () => ({
          path: initialOptions.format === 'cjs' ? './index.cjs' : './node/index.js',
          external: true,
        })),
    },
  ],
}

const types = {
  entry: { ...entry, ...adapters, archive: 'src/archive.ts' },
  compilerOptions: { ignoreDeprecations: '6.0' },
}

export default defineConfig([
  {
    ...shared,
    entry: { ...entry, ...adapters, ...parts },
    format: 'esm',
    splitting: true,
    clean: true,
    dts: types,
    async onSuccess() {
      await buildCommonJs()
      writeNotices()
    },
  },
  { ...shared, entry: types.entry, format: 'cjs', dts: { ...types, only: true } },
  {
    ...onNode,
    entry: { command: 'src/command/main.ts', 'archive-worker': 'src/archive/archive-worker.ts' },
    format: 'esm',
  },
  { ...onNode, entry: { archive: 'src/archive.ts' }, format: ['esm', 'cjs'], shims: true },
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
