import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The example as somebody would have it who copied it and installed klartekst. */
function copyExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eleventy-'))
  cpSync(join(root, 'examples/eleventy'), folder, {
    recursive: true,
    filter: (path) => !/[/\\](?:_site|\.cache)$/.test(path),
  })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/klartekst'))
  return folder
}

function build(folder: string, environment: Record<string, string> = {}): string {
  const program = join(root, 'node_modules/@11ty/eleventy/cmd.cjs')
  return execFileSync(process.execPath, [program], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** All pages of a built site, by path. */
function pagesOf(folder: string): Record<string, string> {
  const site = join(folder, '_site')
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(site, file), 'utf8')]))
}

/** Where the list of a page leads; undefined where it has none. */
function listOf(page: string | undefined): string[] | undefined {
  const list = /<aside[\s\S]*?<\/aside>/.exec(page ?? '')?.[0]
  return list ? [...list.matchAll(/href="\/([^/]+)\//g)].map((match) => match[1]!) : undefined
}

describe('the Eleventy example', () => {
  let folder = ''
  let printed = ''
  let pages: Record<string, string> = {}

  beforeAll(() => {
    folder = copyExample()
    printed = build(folder)
    pages = pagesOf(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('ends articles with a list in the language of each', () => {
    expect(pages['aalegraes-i-fjorden/index.html']).toContain('Læs også')
    expect(listOf(pages['aalegraes-i-fjorden/index.html'])).toEqual(['muslinger-renser-vandet'])
    expect(pages['power-grid-upgrade/index.html']).toContain('Read also')
    expect(listOf(pages['power-grid-upgrade/index.html'])).toContain('offshore-wind-farm-delayed')
  })

  it('shows what belongs with an article in the other language after its own, marked as such', () => {
    expect(listOf(pages['elnettet-er-fuldt/index.html'])?.[0]).toBe('havvindmoeller-faar-naboer')
    expect(pages['elnettet-er-fuldt/index.html']).toContain('<a href="/power-grid-upgrade/" lang="en">')
  })

  it('puts pins first, and makes no list where the front matter says false', () => {
    expect(listOf(pages['varmepumper-i-landsbyen/index.html'])?.[0]).toBe('cykelbroen-aabner')
    expect(listOf(pages['tool-library-opens/index.html'])).toBeUndefined()
    expect(listOf(pages['repair-cafe-turns-ten/index.html'])).toEqual(['tool-library-opens'])
  })

  it('makes a page for each theme that articles share', () => {
    const theme = pages['themes/fjord/index.html']
    expect(theme).toContain('<html lang="da">')
    expect(theme).toContain('/aalegraes-i-fjorden/')
    expect(theme).toContain('/muslinger-renser-vandet/')
    expect(pages['aalegraes-i-fjorden/index.html']).toContain('/themes/fjord/')
  })

  it('publishes nothing of a draft', () => {
    expect(Object.keys(pages).join()).not.toContain('paa-pause')
    expect(Object.values(pages).join()).not.toContain('paa-pause')
  })

  it('reads on the second build only what changed, and builds the same as without the cache', () => {
    expect(printed).toContain('10 of 10 articles read')
    expect(build(folder)).toContain('0 of 10 articles read')
    expect(pagesOf(folder)).toEqual(pages)

    const articles = join(folder, 'site/articles')
    const changed = join(articles, 'cykelbroen-aabner.md')
    writeFileSync(
      changed,
      `${readFileSync(changed, 'utf8')}\nUnder broen ligger fjorden, hvor der er plantet ålegræs.\n`,
    )
    rmSync(join(articles, 'power-grid-upgrade.md'))
    rmSync(join(folder, '_site'), { recursive: true })
    expect(build(folder)).toContain('1 of 9 articles read')
    const withCache = pagesOf(folder)
    expect(listOf(withCache['offshore-wind-farm-delayed/index.html']) ?? []).not.toContain('power-grid-upgrade')

    rmSync(join(folder, '.cache'), { recursive: true })
    rmSync(join(folder, '_site'), { recursive: true })
    expect(build(folder)).toContain('9 of 9 articles read')
    expect(pagesOf(folder)).toEqual(withCache)
  }, 120_000)

  it('shows markup in a title as text', () => {
    const titled = join(folder, 'site/articles/aalegraes-i-fjorden.md')
    const title = "title: '<script>alert(1)</script> & ålegræs'"
    writeFileSync(titled, readFileSync(titled, 'utf8').replace(/title: .*/, title))
    build(folder)
    const shown = Object.values(pagesOf(folder)).filter((page) => page.includes('alert(1)'))
    expect(shown.length).toBeGreaterThan(2)
    for (const page of shown) expect(page).not.toContain('<script')
  }, 60_000)

  it('begins anew where the cache is cut short, and tells of a pin that names no article', () => {
    const cache = join(folder, '.cache/related.json')
    writeFileSync(cache, readFileSync(cache, 'utf8').slice(0, 1000))
    const pinned = join(folder, 'site/articles/muslinger-renser-vandet.md')
    writeFileSync(pinned, readFileSync(pinned, 'utf8').replace('date:', 'related: [ukendt]\ndate:'))
    const warned = execFileSync(
      'sh',
      ['-c', `"${process.execPath}" "${root}/node_modules/@11ty/eleventy/cmd.cjs" 2>&1`],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    expect(warned).toContain('9 of 9 articles read')
    expect(warned).toContain('no article "ukendt"')
    expect(existsSync(`${cache}.part`)).toBe(false)
  }, 60_000)
})

describe('buildRelated of the Eleventy example', () => {
  const cacheFolder = mkdtempSync(join(tmpdir(), 'related-'))
  afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }))

  const posts = [
    { id: 'a', title: 'Ny bro over fjorden', body: 'Kommunen bygger en ny cykelbro over fjorden til foråret.' },
    {
      id: 'b',
      title: 'Cykelbroen bliver dyrere',
      body: 'Cykelbroen over fjorden bliver ti millioner dyrere end ventet.',
    },
    { id: 'c', title: 'Skolen får nyt tag', body: 'Taget på byens gamle skole skiftes i sommerferien.' },
  ]
  const idsFor = async (articles: object[], id: string): Promise<string[] | undefined> => {
    const { buildRelated } = (await import(join(root, 'examples/eleventy/build-related.js'))) as {
      buildRelated(articles: object[], options: object): Promise<{ lists: Map<string, { id: string }[]> }>
    }
    const cacheFile = join(cacheFolder, 'cache.json')
    return (await buildRelated(articles, { cacheFile, minScore: 0.05 })).lists.get(id)?.map((result) => result.id)
  }

  it.each([
    ['finds what belongs together', {}, ['b']],
    ['leaves out what either excludes', { excludes: ['b'] }, []],
    ['puts pins first', { related: ['c'] }, ['c', 'b']],
    ['gives no list where it is false', { related: false }, undefined],
    ['gives a draft a list', { draft: true }, ['b']],
  ])('%s', async (_, frontMatter, expected) => {
    expect(await idsFor([{ ...posts[0], ...frontMatter }, posts[1]!, posts[2]!], 'a')).toEqual(expected)
  })

  it('shows a draft in no list', async () => {
    expect(await idsFor([{ ...posts[0], draft: true }, posts[1]!, posts[2]!], 'b')).toEqual([])
  })
})
