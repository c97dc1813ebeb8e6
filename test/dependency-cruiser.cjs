/** The picture of the architecture as rules: a folder imports only from folders before it. */
const flow = [
  ['model', 'packed'],
  ['article'],
  ['language'],
  ['text'],
  ['document'],
  ['words'],
  ['themes', 'quotes', 'similarity'],
  ['analysis'],
  ['related'],
  ['archive'],
  ['postgres'],
  ['command'],
]

const later = flow.flatMap((folders, place) =>
  folders.map((folder) => {
    const beside = folders.filter((other) => other !== folder)
    const forbidden = [...beside, ...flow.slice(place + 1).flat()]
    return {
      name: `${folder}-looks-back-only`,
      comment: `src/${folder} may not import from ${forbidden.join(', ')}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${forbidden.join('|')})/` },
    }
  }),
)

module.exports = {
  forbidden: [
    ...later.filter((rule) => !rule.to.path.includes('()')),
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/(?!model/)' },
      to: { circular: true },
    },
    {
      name: 'pure-core',
      comment: 'No Node built-in is reachable from the entries that run anywhere',
      severity: 'error',
      from: { path: '^src/((index|core|da|en|da-en|schema)\\.ts$|adapters/)' },
      to: {
        reachable: true,
        path: '^(node:)?(fs|path|os|crypto|util|stream|worker_threads|module|process|buffer|url)(/|$)',
      },
    },
    {
      name: 'zod-in-schema-only',
      severity: 'error',
      from: { path: '^src/(index|core|da|en|da-en)\\.ts$' },
      to: { reachable: true, path: 'node_modules/zod' },
    },
    {
      name: 'peers-in-adapters-only',
      comment:
        'franc and compromise are optional peers: only src/adapters may import them, and no other entry the adapters',
      severity: 'error',
      from: { path: '^src/(?!adapters/)' },
      to: { path: 'node_modules/(franc|compromise)/|^src/adapters/' },
    },
    {
      name: 'natural-deep-files-only',
      comment: 'The index of natural reads .env, prints, and loads database clients',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/natural/(lib/natural/)?index\\.js$' },
    },
    {
      name: 'nobody-imports-the-binding',
      comment: 'Stages take their languages as a parameter; what runs on Node stands on the whole',
      severity: 'error',
      from: { path: '^src/(?!index\\.ts|archive/|command/)' },
      to: { path: '^src/(index|da|en)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
