import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where Debian and others put Chromium. */
const executablePath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)

const VIEWS = ['article', 'compare', 'archive'] as const
type View = (typeof VIEWS)[number]

/** Text that would run a script, send a request or change the page, were any of it ever read as markup. */
const MALICIOUS = `<h1>Ondsindet <img src=x onerror="globalThis.attacked=1"></h1>
<script>globalThis.attacked = 1</script><svg onload="globalThis.attacked=1"></svg>
<iframe srcdoc="<script>parent.attacked=1</script>"></iframe><style>body{display:none}</style>
<p>Kommunen i Vesterlev bygger et nyt bibliotek ved havnen. &lt;img src=x onerror=globalThis.attacked=1&gt; siger borgmesteren.</p>
<p><a href="javascript:globalThis.attacked=1">Biblioteket</a> åbner til foråret, og biblioteket i Vesterlev får 18.000 bøger.</p>
<blockquote class="pullquote">&lt;script&gt;globalThis.attacked=1&lt;/script&gt; Et bibliotek er en by i sig selv.</blockquote>
<p>Et bibliotek er en by i sig selv. {{constructor.constructor('globalThis.attacked=1')()}} \${globalThis.attacked=1}</p>`

describe('the colours of the playground', () => {
  const [light, dark] = readFileSync(`${root}/examples/playground/style.css`, 'utf8')
    .split('@media (prefers-color-scheme: dark)')
    .map((part) => new Map([...part.matchAll(/--(\w+): (#\w{6});/g)].map(([, name, colour]) => [name!, colour!])))
  const pairs = [
    ...['paper', 'raised', 'odd', 'topic', 'person', 'organisation', 'place', 'work', 'event'].map((on) => ['ink', on]),
    ...['soft', 'blue', 'red'].flatMap((colour) => ['paper', 'raised', 'odd'].map((on) => [colour, on])),
  ] as [string, string][]

  // axe cannot say it of text over a gradient, as our marks are
  it.each(pairs)('%s on %s has a contrast of 4.5 or more, in light and dark', (colour, on) => {
    for (const palette of [light!, dark!]) expect(contrast(palette.get(colour)!, palette.get(on)!)).toBeGreaterThan(4.5)
  })
})

/** Of WCAG 2: 1 of a colour on itself, 21 of black on white. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  }
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter! + 0.05) / (darker! + 0.05)
}

// Where CI is set, a missing Chromium is a failure, not a reason to skip.
describe.skipIf(!executablePath && !process.env.CI)('the playground', { timeout: 60_000 }, () => {
  let server: ChildProcess
  let browser: Browser
  let address: string
  const pages: Page[] = []

  beforeAll(async () => {
    server = spawn(process.execPath, ['examples/playground/serve.js', '0'], { cwd: root })
    address = await new Promise((resolve) => server.stdout!.once('data', (line) => resolve(String(line).trim())))
    // Without its sandbox: in a container it has no rights for one, and it opens no page but ours.
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
  }, 60_000)

  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close()
  })

  afterAll(async () => {
    await browser?.close()
    server?.kill()
  })

  /** A page at a view, once it has its answer; anything the browser complains of fails the test. */
  async function open(view: View, options: BrowserContextOptions = {}, language = 'da'): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage()
    pages.push(page)
    page.on('console', (message) => expect.soft(message.text(), 'console').toBe(''))
    page.on('pageerror', (error) => expect.soft(error.message, 'error').toBe(''))
    page.on('request', (asked) => expect.soft(new URL(asked.url()).origin).toBe(new URL(address).origin))
    await page.goto(`${address}#${language}/${view}`)
    await answered(page, view)
    return page
  }

  const answered = (page: Page, view: View) => page.locator(`#panel-${view} .status`, { hasText: /\d ms/ }).waitFor()

  it('shows language, facts, themes and quotes of a sample at once', async () => {
    const page = await open('article')
    expect(await page.locator('.facts dd b').first().textContent()).toBe('dansk')
    expect(await page.locator('.facts').textContent()).toMatch(/Ord1\.\d{3}/)
    const themes = await page.locator('.theme .name').allTextContents()
    expect(themes).toContain('virksomheder')
    expect(await page.locator('.theme').first().locator('.bars li').count()).toBeGreaterThan(2)
    expect(await page.locator('.line.editor').count()).toBeGreaterThan(0)
    expect(await page.locator('.line.suggested').count()).toBeGreaterThan(0)
    expect(await page.locator('.text h3').textContent()).toBe('Deling af viden giver virksomheder værdi')
  })

  it('marks each theme in the text where it stands, and goes there', async () => {
    const page = await open('article')
    const variants = await page.locator('.theme').first().locator('i').textContent()
    const marked = await page.locator('mark[data-place="0"]').allTextContents()
    expect(marked.length).toBeGreaterThan(5)
    for (const text of marked) expect(variants!.toLowerCase()).toContain(text.toLowerCase())
    await page.locator('.theme').first().getByRole('button').click()
    expect(await page.locator('mark.lit').count()).toBe(marked.length)
    expect(await page.locator('#panel-article .status').textContent()).toContain(`1 af ${marked.length}`)
  })

  it('tells of a theme where the pointer is, and is silent after Escape', async () => {
    const page = await open('article')
    await page.locator('.text mark').first().hover()
    expect(await page.locator('#card').textContent()).toContain('er et emne')
    await page.keyboard.press('Escape')
    expect(await page.locator('#card').isVisible()).toBe(false)
  })

  it('lists passages in other languages, and numbers the sentences when asked', async () => {
    const page = await open('article', {}, 'en')
    await page.getByRole('button', { name: 'The harbour' }).click()
    await page.locator('.passage').waitFor()
    expect(await page.locator('.passage').textContent()).toContain('Danish')
    expect(await page.locator('.text .foreign[lang=da]').count()).toBeGreaterThan(0)
    expect(await page.locator('.text .sentence').count()).toBe(0)
    await page.getByRole('checkbox', { name: 'Sentences' }).check()
    expect(await page.locator('.text .sentence[data-number="3"]').count()).toBe(1)
  })

  it('is read anew while one types, and the last text is the one shown', async () => {
    const page = await open('article')
    await page.locator('#article').fill('')
    await page.locator('#article').pressSequentially('Broen over Limfjorden åbner. Broen over Limfjorden er smuk.')
    await page.locator('.theme .name', { hasText: 'Limfjorden' }).first().waitFor()
    await page.locator('#article').fill('')
    await page.locator('#panel-article .status', { hasText: 'Skriv, indsæt' }).waitFor()
    expect(await page.locator('#panel-article .text').isVisible()).toBe(false)
  })

  it('has read a long pasted article within seconds, and takes keystrokes meanwhile', async () => {
    const page = await open('article')
    const article = readFileSync(`${root}/examples/articles/deling-af-viden.txt`, 'utf8')
    await page.evaluate(`{
      const pasted = new DataTransfer()
      pasted.setData('text/plain', ${JSON.stringify(`${article}\n\n`.repeat(20))})
      const field = document.getElementById('article')
      field.select()
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }))
    }`)
    await page.locator('#article').press('End')
    await page.locator('#article').pressSequentially('slut')
    expect(await page.locator('#article').inputValue()).toMatch(/slut$/)
    await page.locator('.facts', { hasText: /Ord\d\d\.\d{3}/ }).waitFor({ timeout: 20_000 })
  })

  it('shows what two articles share, marked in both', async () => {
    const page = await open('compare')
    expect(Number((await page.locator('.verdict b').textContent())!.replace(',', '.'))).toBeGreaterThan(0)
    expect(await page.locator('.bars.shared').textContent()).toContain('Birgitte Aagaard')
    for (const text of await page.locator('#panel-compare .text').all()) {
      expect(await text.locator('mark').count()).toBeGreaterThan(0)
    }
    await page.locator('.bars.shared button').first().hover()
    for (const text of await page.locator('#panel-compare .text').all()) {
      expect(await text.locator('mark.lit').count()).toBeGreaterThan(0)
    }
  })

  it('shows what belongs with an article of the archive, why, and which is the same text', async () => {
    const page = await open('archive')
    await page.getByRole('button', { name: 'Nattoget til Alperne' }).first().click()
    const first = page.locator('.relative').first()
    await first.getByText('Sovevognene mangler').waitFor()
    expect(await first.textContent()).toContain('Begge handler om')
    expect(await first.locator('.bars li').count()).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'Havnebadet har fået' }).click()
    await page.locator('.copies', { hasText: 'Fire tusind svømmere i havnebadet' }).waitFor()
  })

  it('reads an archive of JSON lines that is dropped, and counts the lines that are none', async () => {
    const page = await open('archive')
    const lines = [
      '{"id":"a","title":"Broen","body":"Broen åbner."}',
      'no JSON',
      '{"id":"b","title":"Havnen","body":"Havnen."}',
    ]
    await page.evaluate(`{
      const files = new DataTransfer()
      files.items.add(new File([${JSON.stringify(lines.join('\n'))}], 'archive.jsonl'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
    }`)
    await page.locator('#panel-archive .status', { hasText: '2 artikler. Sprunget over: 1.' }).waitFor()
    expect(await page.locator('.contents .headline').allTextContents()).toEqual(['Broen', 'Havnen'])
    await page.locator('#panel-archive input[type=file]').setInputFiles(`${root}/examples/related/articles.json`)
    await page.locator('#panel-archive .status', { hasText: '8 artikler.' }).waitFor()
  })

  it('reads a dropped file, also in the encoding of older systems', async () => {
    const page = await open('article')
    const bytes = [...Buffer.from('Rødgrød på Ærø\n\nDer er rødgrød til alle på Ærø i dag.', 'latin1')]
    await page.evaluate(`{
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], 'note.txt'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
    }`)
    await page.locator('#panel-article .text', { hasText: 'Rødgrød på Ærø' }).waitFor()
  })

  it('moves between its tabs with the arrow keys, Home and End', async () => {
    const page = await open('article')
    await page.locator('#tab-article').focus()
    for (const [key, view] of [
      ['ArrowRight', 'compare'],
      ['ArrowRight', 'archive'],
      ['ArrowRight', 'article'],
      ['ArrowLeft', 'archive'],
      ['Home', 'article'],
      ['End', 'archive'],
    ] as const) {
      await page.keyboard.press(key)
      await page.locator(`#tab-${view}[aria-selected=true]`).waitFor()
      expect(await page.evaluate('document.activeElement.id')).toBe(`tab-${view}`)
      expect(await page.locator('[role=tabpanel]:visible').getAttribute('id')).toBe(`panel-${view}`)
      expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1)
      expect(page.url()).toMatch(`#da/${view}`)
    }
  })

  it('can be used by keyboard alone: every control is reached, with a visible focus', async () => {
    const page = await open('article')
    const reached = new Set<string>()
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate<{ name: string; outline: string }>(`(() => {
        const { activeElement: at } = document
        return { name: at.tagName + ' ' + (at.id || at.textContent.trim().slice(0, 20)), outline: getComputedStyle(at.closest('.button') ?? at).outlineStyle }
      })()`)
      if (focus.name.startsWith('BODY')) break
      reached.add(focus.name)
      expect(focus.outline, focus.name).not.toBe('none')
    }
    expect([...reached].filter((name) => name.startsWith('SUMMARY')).length).toBeGreaterThan(10)
    expect(reached).toContain('TEXTAREA article')
    expect(reached).toContain('A English')
    expect([...reached].filter((name) => name.includes('Vis i teksten')).length).toBeGreaterThan(0)
  })

  it('speaks Danish and English, and remembers which in its address', async () => {
    const page = await open('article')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('tab', { name: 'One article' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.theme p').first().textContent()).toContain('is a theme because it')
    expect(await page.locator('.facts dd b').first().textContent()).toBe('Danish')
    await page.reload()
    await answered(page, 'article')
    expect(await page.getByRole('link', { name: 'English' }).getAttribute('aria-current')).toBe('true')
    await page.goBack()
    await page.getByRole('tab', { name: 'En artikel' }).waitFor()
  })

  it('runs nothing that an article holds, in any view', async () => {
    const page = await open('article')
    await page.locator('#article').fill(MALICIOUS)
    await page.locator('.text h3', { hasText: 'Ondsindet' }).waitFor()
    expect(await page.locator('#panel-article .text').textContent()).toContain('<img src=x onerror')
    await page.locator('.text mark').first().hover()

    await page.locator('#tab-compare').click()
    await answered(page, 'compare')
    await page.locator('#article-first').fill(MALICIOUS)
    await page.locator('#article-second').fill(MALICIOUS)
    await page.locator('.verdict', { hasText: 'næsten ens' }).waitFor()

    await page.locator('#tab-archive').click()
    await answered(page, 'archive')
    const hostile = { title: '<img src=x onerror=attacked=1>', publishedAt: '"><script>attacked=1</script>' }
    const articles = ['<b>', '__proto__'].map((id) => JSON.stringify({ ...hostile, id, body: `${id} ${MALICIOUS}` }))
    const buffer = Buffer.from(articles.join('\n'))
    await page
      .locator('#panel-archive input[type=file]')
      .setInputFiles({ name: 'a.jsonl', mimeType: 'text/plain', buffer })
    await page.locator('#panel-archive .status', { hasText: '2 artikler' }).waitFor()
    expect(await page.locator('.contents .headline').first().textContent()).toContain('<img src=x')

    expect(await page.evaluate('globalThis.attacked')).toBeUndefined()
    expect(await page.locator('main img, main iframe, main script, main style, main svg').count()).toBe(0)
    expect(await page.locator('main a').count()).toBe(0)
  })

  it('lets no script make markup of a string, ours included', async () => {
    const page = await open('article')
    page.removeAllListeners('console') // the browser says what it refuses
    const refused = await page.evaluate(`(() => {
      try { document.body.innerHTML = '<p>x</p>' } catch (error) { return error.name }
    })()`)
    expect(refused).toBe('TypeError')
  })

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s, wide and narrow', async (colorScheme) => {
    for (const width of [1280, 320]) {
      for (const view of VIEWS) {
        const page = await open(view, { colorScheme, viewport: { width, height: 800 } }, width === 320 ? 'en' : 'da')
        if (view === 'article') {
          for (const layer of await page.locator('.layers input').all()) await layer.check()
        }
        await page.evaluate(axe.source)
        const { violations, passes } = await page.evaluate<axe.AxeResults>('axe.run(document)')
        expect(passes.map(({ id }) => id)).toContain('color-contrast')
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
        expect(found, `${view} ${width}`).toEqual([])
      }
    }
  })

  it.each(VIEWS)('does not scroll sideways at 320 pixels: %s', async (view) => {
    const page = await open(view, { viewport: { width: 320, height: 640 } })
    const isWide = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
    expect(await isWide()).toBe(false)
    if (view === 'archive') return
    const field = page.locator(`#panel-${view} textarea`).first()
    await field.fill(`${'Ord'.repeat(300)} står her.\n\n# ${'x'.repeat(900)}`)
    await page.locator(`#panel-${view} .text`, { hasText: 'OrdOrd' }).first().waitFor()
    expect(await isWide()).toBe(false)
  })

  it('serves the page and the library, and of the repository nothing else', async () => {
    const { port } = new URL(address)
    // Raw paths: fetch would tidy them up.
    const status = (path: string, method = 'GET') =>
      new Promise<number>((resolve, reject) => {
        request({ host: '127.0.0.1', port, path, method }, (response) => {
          response.resume()
          resolve(response.statusCode!)
        })
          .on('error', reject)
          .end()
      })
    expect(await status('/examples/playground/')).toBe(200)
    expect(await status('/dist/klartekst.global.js?x=1')).toBe(200)
    expect(await status('/')).toBe(302)
    for (const path of [
      '/package.json',
      '/examples/playground/../../package.json',
      '/examples/playground/%2e%2e/%2e%2e/package.json',
      '/examples/playground/samples/..%2f..%2f..%2f..%2fpackage.json',
      '/examples/articles/',
      '/.git/config',
      '//etc/passwd',
      '/examples/playground/absent.js',
    ]) {
      expect(await status(path), path).toBe(404)
    }
    expect(await status('/examples/playground/', 'POST')).toBe(404)
  })
})
