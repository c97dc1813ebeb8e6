import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadIndex, related } from '../../src/index.js'
import { ArticleAnalysis, RelatedArticle } from '../../src/schema.js'

const example = join(fileURLToPath(new URL('../..', import.meta.url)), 'examples/service')
const folder = mkdtempSync(join(tmpdir(), 'service-'))
const key = 'a-key-for-the-tests'
const otherKey = 'another-key-for-the-tests'

interface Service {
  listen(options: object): Promise<string>
  close(): Promise<void>
}

const { createService } = (await import(join(example, 'create-service.js'))) as {
  createService(options: object): Promise<Service>
}

const bridge = {
  id: 'bro',
  title: 'Ny bro over fjorden',
  body: 'Kommunen bygger en ny cykelbro over fjorden til foråret, siger borgmester Ove Brink fra Venstre.',
}
const dearer = {
  id: 'dyr',
  title: 'Cykelbroen bliver dyrere',
  body: 'Cykelbroen over fjorden bliver ti millioner dyrere.',
}
const school = { id: 'skole', title: 'Skolen får nyt tag', body: 'Taget på byens gamle skole skiftes i sommerferien.' }

const open: Service[] = []
const children: ChildProcess[] = []

/** A service on a port of its own; its log comes as lines. */
async function start(options: object = {}): Promise<{ url: string; service: Service; log: string[] }> {
  const log: string[] = []
  const service = await createService({
    keys: [key, otherKey],
    stateFile: join(folder, `${open.length}.index`),
    threads: 1,
    logger: { stream: { write: (line: string) => log.push(line) } },
    ...options,
  })
  open.push(service)
  return { url: await service.listen({ port: 0, host: '127.0.0.1' }), service, log }
}

interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: what it should be is what is tested
  json: any
}

async function ask(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json')
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined }
}

/** Sends bytes as they are, and gives what comes back until the other side closes. */
function sendRaw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes))
    let received = ''
    socket.on('data', (data) => (received += data))
    socket.on('error', () => resolve(received))
    socket.on('close', () => resolve(received))
  })
}

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(open.map((service) => service.close()))
  rmSync(folder, { recursive: true, force: true })
})

describe('the service', { timeout: 30_000 }, () => {
  let url = ''
  let log: string[] = []

  beforeAll(async () => {
    ;({ url, log } = await start({ bodyLimit: 20_000, requestTimeoutMs: 1500 }))
    await ask('PUT', `${url}/articles`, [bridge, dearer, school])
  }, 60_000)

  it('analyses an article', async () => {
    const { status, json, headers } = await ask('POST', `${url}/analyze`, bridge)
    expect(status).toBe(200)
    expect(ArticleAnalysis.parse(json).language.language).toBe('da')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('describes an article for search engines, safe to be put into a page', async () => {
    const article = { ...bridge, title: 'Ny bro </script>', url: 'https://avis.test/bro', publishedAt: '2026-01-02' }
    const accept = { accept: 'application/ld+json' }
    const { json, headers, text } = await ask('POST', `${url}/analyze`, article, accept)
    expect(headers.get('content-type')).toContain('application/ld+json')
    expect(json).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Ny bro </script>',
      inLanguage: 'da',
      datePublished: '2026-01-02',
      url: 'https://avis.test/bro',
    })
    expect(json.about.length).toBeGreaterThan(0)
    expect([...json.about, ...json.mentions]).toContainEqual({ '@type': 'Organization', name: 'Venstre' })
    expect(json.keywords).toContain(json.about[0].name)
    expect(text).not.toContain('<')
  })

  it('finds what belongs with an article of the archive, and with a draft', async () => {
    const byId = await ask('POST', `${url}/related`, { id: 'bro', minScore: 0.05 })
    expect(byId.status).toBe(200)
    expect(byId.json.related.map((found: unknown) => RelatedArticle.parse(found).id)).toEqual(['dyr'])
    const { id: _, ...draft } = bridge
    const byDraft = await ask('POST', `${url}/related`, { article: { ...draft, status: 'draft' }, minScore: 0 })
    expect(byDraft.json.related.map(({ id }: { id: string }) => id)).toContain('dyr')
  })

  it('does not show an article before its date', async () => {
    const embargoed = { ...dearer, id: 'senere', title: 'Broen igen', publishedAt: '2999-01-01' }
    await ask('PUT', `${url}/articles`, [{ ...embargoed, body: `${embargoed.body} Først om længe kan cyklerne køre.` }])
    const { json } = await ask('POST', `${url}/related`, { id: 'bro', minScore: 0, limit: 50 })
    expect(json.related.map(({ id }: { id: string }) => id)).not.toContain('senere')
    await ask('DELETE', `${url}/articles/senere`)
  })

  it('puts, replaces and deletes articles', async () => {
    const articles = async (): Promise<number> => (await ask('GET', `${url}/health`)).json.articles
    const before = await articles()
    const put = await ask('PUT', `${url}/articles`, [{ ...school, id: 'til' }])
    expect(put.json.affected).toContain('til')
    await ask('PUT', `${url}/articles`, [{ ...school, id: 'til', title: 'Et andet navn' }])
    expect(await articles()).toBe(before + 1)
    expect((await ask('DELETE', `${url}/articles/til`)).status).toBe(200)
    expect(await articles()).toBe(before)
    expect((await ask('POST', `${url}/related`, { id: 'til' })).status).toBe(404)
  })

  it('takes ids with slashes and letters of any kind', async () => {
    for (const id of ['nyheder/2026/ål', '../../etc/passwd', '__proto__', 'a b%2f']) {
      expect((await ask('PUT', `${url}/articles`, [{ ...school, id }])).status).toBe(200)
      expect((await ask('DELETE', `${url}/articles/${encodeURIComponent(id)}`)).status, id).toBe(200)
    }
  })

  it('tells its health without a key, its metrics with one', async () => {
    expect((await ask('GET', `${url}/health`, undefined, { authorization: '' })).json.status).toBe('ok')
    expect((await ask('GET', `${url}/metrics`, undefined, { authorization: '' })).status).toBe(401)
    const { text, headers } = await ask('GET', `${url}/metrics`)
    expect(headers.get('content-type')).toContain('text/plain')
    expect(text).toMatch(/klartekst_request_seconds_count\{method="POST",route="\/analyze",status="200"\} [1-9]/)
    expect(text).toMatch(/^klartekst_articles 3$/m)
  })

  it('describes itself as OpenAPI, every reference leading somewhere', async () => {
    const { json, text } = await ask('GET', `${url}/openapi.json`, undefined, { authorization: '' })
    expect(json.openapi).toBe('3.1.0')
    expect(Object.keys(json.paths).sort()).toEqual([
      '/analyze',
      '/articles',
      '/articles/{id}',
      '/health',
      '/metrics',
      '/related',
    ])
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!)
    expect(references).toContain('ArticleAnalysis')
    expect(Object.keys(json.components.schemas)).toEqual(expect.arrayContaining(references))
    expect(text.match(/"\$ref":"(?!#\/components)/)).toBeNull()
  })

  it.each([
    ['bad JSON', 'POST', '/analyze', '{"body": "hemmelig tekst', 400],
    ['no JSON', 'POST', '/analyze', '', 400],
    ['a body of a wrong type', 'POST', '/analyze', { body: 5 }, 400],
    ['no body', 'POST', '/analyze', { title: 'x' }, 400],
    ['an unknown field', 'POST', '/analyze', { body: 'x', titel: 'x' }, 400],
    ['a list for an article', 'POST', '/analyze', [], 400],
    ['null', 'POST', '/analyze', 'null', 400],
    ['a prototype', 'POST', '/analyze', '{"body":"x","meta":{"__proto__":{"y":1}}}', 400],
    ['deep nesting', 'POST', '/analyze', `{"body":"x","meta":${'['.repeat(9000)}${']'.repeat(9000)}}`, 400],
    ['neither id nor article', 'POST', '/related', {}, 400],
    ['both id and article', 'POST', '/related', { id: 'bro', article: bridge }, 400],
    ['a limit out of range', 'POST', '/related', { id: 'bro', limit: 1e9 }, 400],
    ['a number for an id', 'POST', '/related', { id: 5 }, 400],
    ['an unknown id', 'POST', '/related', { id: 'ukendt' }, 404],
    ['an article for a list', 'PUT', '/articles', bridge, 400],
    ['an empty list', 'PUT', '/articles', [], 400],
    ['an article without an id', 'PUT', '/articles', [{ body: 'x' }], 400],
    ['two with one id', 'PUT', '/articles', [bridge, bridge], 400],
    [
      'a list of too many',
      'PUT',
      '/articles',
      Array.from({ length: 501 }, (_, id) => ({ id: String(id), body: '' })),
      400,
    ],
    ['a delete of an unknown id', 'DELETE', '/articles/ukendt', undefined, 404],
    ['an unknown route', 'GET', '/admin', undefined, 404],
    ['another method', 'GET', '/analyze', undefined, 404],
    ['too large a body', 'POST', '/analyze', { body: 'x'.repeat(30_000) }, 413],
    ['too large a list', 'PUT', '/articles', [{ id: 'x', body: 'x'.repeat(400_000) }], 413],
  ])('refuses %s', async (_, method, path, body, status) => {
    const answer = await ask(method, url + path, body)
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({ error: expect.any(String), message: expect.any(String) })
    expect(answer.json.requestId).toBe(answer.headers.get('x-request-id'))
    expect(answer.text).not.toContain('hemmelig')
  })

  it('refuses other kinds of bodies', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect((await ask('POST', `${url}/analyze`, 'body=x', { 'content-type': type })).status).toBe(415)
    }
  })

  it('lets in every key it knows, and none besides', async () => {
    const tryKey = async (authorization: string): Promise<number> =>
      (await ask('POST', `${url}/analyze`, bridge, { authorization })).status
    expect(await tryKey(`Bearer ${otherKey}`)).toBe(200)
    for (const wrong of [
      '',
      'Bearer',
      'Bearer ',
      `Bearer ${key}x`,
      `Bearer ${key.slice(0, -1)}`,
      `Basic ${key}`,
      key,
    ]) {
      expect(await tryKey(wrong), wrong).toBe(401)
    }
    expect((await ask('GET', `${url}/admin`, undefined, { authorization: '' })).status, 'no probing').toBe(401)
  })

  it('does not start without keys, or with short ones', async () => {
    await expect(createService({ keys: [], stateFile: join(folder, 'none') })).rejects.toThrow('KLARTEKST_KEYS')
    await expect(createService({ keys: ['kort'], stateFile: join(folder, 'none') })).rejects.toThrow('16')
  })

  it('closes on a body that never ends, by size and by time', async () => {
    const head = `POST /analyze HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n`
    expect(await sendRaw(url, `${head}content-length: 104857600\r\n\r\n{"body":"`)).toContain(' 413 ')
    const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`
    expect(await sendRaw(url, `${head}transfer-encoding: chunked\r\n\r\n${chunk.repeat(10)}`)).toContain(' 413 ')
    const before = performance.now()
    expect(await sendRaw(url, `${head}content-length: 100\r\n\r\n{"bo`)).toContain(' 408 ')
    expect(await sendRaw(url, 'POST /analyze HTTP/1.1\r\nhost: x\r\nslow'), 'slow headers').toContain(' 408 ')
    expect(performance.now() - before).toBeLessThan(15_000)
  }, 30_000)

  it('refuses floods of headers, and requests that are none', async () => {
    const flood = Array.from({ length: 2000 }, (_, number) => `x-${number}: ${number}`).join('\r\n')
    expect(await sendRaw(url, `GET /health HTTP/1.1\r\nhost: x\r\n${flood}\r\n\r\n`)).toContain(' 431 ')
    expect(await sendRaw(url, 'hej\r\n\r\n')).toContain(' 400 ')
    const smuggled = 'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x'
    expect(await sendRaw(url, `POST /analyze HTTP/1.1\r\nhost: x\r\n${smuggled}`)).toContain(' 400 ')
  })

  it.each([
    ['/../../etc/passwd', 404],
    ['/articles/..%2f..%2fetc%2fpasswd', 404],
    ['/articles/%00', 404],
    ['/articles/%E0%A4%A', 400],
    ['//etc/passwd', 404],
    [`/articles/${'x'.repeat(3000)}`, 414],
    ['/articles/', 400],
  ])('gives nothing for the path %s', async (path, status) => {
    const head = `DELETE ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\nconnection: close\r\n\r\n`
    const answer = await sendRaw(url, head)
    expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
    expect(answer).not.toMatch(/passwd|xxx/)
  })

  it('writes neither texts nor keys to its log', () => {
    expect(log.length).toBeGreaterThan(50)
    const all = log.join('')
    expect(all).toContain('"code":"FST_ERR_CTP_INVALID_JSON_BODY"')
    for (const secret of [key, otherKey, 'hemmelig', 'cykelbro', 'Ove Brink', 'passwd'])
      expect(all).not.toContain(secret)
  })
})

describe('the service at work', () => {
  /** A worker that never ends where a text asks for it. */
  function stubbornWorker(): URL {
    const file = join(folder, 'stubborn.mjs')
    const real = pathToFileURL(join(example, 'worker.js')).href
    writeFileSync(
      file,
      `import work from '${real}'
export default (task) => {
  const texts = JSON.stringify([task.article, task.changes])
  while (texts.includes('NEVER ENDS')) {}
  if (texts.includes('DIES')) process.exit(1)
  if (texts.includes('FAILS')) throw new Error('hemmelig tekst')
  return work(task)
}`,
    )
    return pathToFileURL(file)
  }

  it('ends what takes too long, and works on', async () => {
    const { url, log } = await start({ worker: stubbornWorker(), timeLimitMs: 2500, threads: 1 })
    await ask('PUT', `${url}/articles`, [bridge])
    const [endless, waiting] = await Promise.all([
      ask('POST', `${url}/analyze`, { body: 'NEVER ENDS' }),
      ask('POST', `${url}/analyze`, bridge),
    ])
    expect(endless.status).toBe(504)
    expect(endless.json.error).toBe('TIME_LIMIT')
    expect(waiting.status).toBe(200)

    expect((await ask('POST', `${url}/analyze`, { body: 'FAILS' })).status).toBe(500)
    expect(log.join('')).not.toContain('hemmelig')
    expect((await ask('POST', `${url}/analyze`, { body: 'DIES' })).status).toBeGreaterThanOrEqual(500)
    expect((await ask('POST', `${url}/analyze`, bridge)).status).toBe(200)

    // Changes made together: the one that never ends does not take the others with it.
    const changes = await Promise.all(
      [dearer, { id: 'x', body: 'NEVER ENDS' }, school].map((article) => ask('PUT', `${url}/articles`, [article])),
    )
    expect(changes.map(({ status }) => status)).toEqual([200, 504, 200])
    expect((await ask('GET', `${url}/health`)).json.articles).toBe(3)
  }, 60_000)

  it('refuses what waits too long, without beginning it', async () => {
    const { url } = await start({ worker: stubbornWorker(), timeLimitMs: 1500, waitLimitMs: 300, threads: 1 })
    const [endless, waiting] = await Promise.all([
      ask('POST', `${url}/analyze`, { body: 'NEVER ENDS' }),
      ask('POST', `${url}/analyze`, bridge),
    ])
    expect([endless.status, waiting.status].sort()).toEqual([503, 504])
    expect((waiting.status === 503 ? waiting : endless).headers.get('retry-after')).toBe('1')
  }, 30_000)

  it('loses nothing when many change and ask at once', async () => {
    const stateFile = join(folder, 'many.index')
    const { url, service } = await start({ stateFile, threads: 2, timeLimitMs: 30_000, waitLimitMs: 60_000 })
    const tasks = Array.from({ length: 60 }, async (_, number) => {
      const article = { ...bridge, id: `a${number}`, body: `${bridge.body} Det er bro nummer ${number}.` }
      expect((await ask('PUT', `${url}/articles`, [article, { ...school, id: `b${number}` }])).status).toBe(200)
      expect((await ask('POST', `${url}/related`, { id: `a${number}` })).status, 'found at once').toBe(200)
      if (number % 3 === 0) expect((await ask('DELETE', `${url}/articles/b${number}`)).status).toBe(200)
    })
    await Promise.all(tasks)
    expect((await ask('GET', `${url}/health`)).json.articles).toBe(100)
    await service.close()

    const saved = loadIndex(readFileSync(stateFile))
    for (let number = 0; number < 60; number++) {
      expect(() => related(saved, `a${number}`)).not.toThrow()
      if (number % 3 === 0) expect(() => related(saved, `b${number}`)).toThrow()
      else expect(() => related(saved, `b${number}`)).not.toThrow()
    }
  }, 120_000)

  it('does not start on a damaged file', async () => {
    const stateFile = join(folder, 'damaged.index')
    writeFileSync(stateFile, readFileSync(join(folder, 'many.index')).subarray(0, 5000))
    await expect(createService({ keys: [key], stateFile, threads: 1 })).rejects.toMatchObject({ code: 'INDEX_CORRUPT' })
  }, 30_000)
})

describe('the program', () => {
  const stateFile = join(folder, 'program.index')

  interface Program {
    url: string
    child: ChildProcess
    ended: Promise<number | null>
    /** When the log has had a line with this. */
    logged(pattern: RegExp): Promise<RegExpExecArray>
  }

  async function startProgram(): Promise<Program> {
    const child = spawn(process.execPath, [join(example, 'start.js')], {
      env: { ...process.env, KLARTEKST_KEYS: key, KLARTEKST_STATE: stateFile, KLARTEKST_THREADS: '1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    let log = ''
    child.stdout!.on('data', (data) => (log += data))
    const logged = (pattern: RegExp): Promise<RegExpExecArray> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(log)
          if (match) resolve(match)
        }
        look()
        child.stdout!.on('data', look)
        ended.then(() => reject(new Error(log)))
      })
    return { url: (await logged(/listening at (http:[^"]+)/))[1]!, child, ended, logged }
  }

  it('has what was stored after a restart, in good order or not, and answers what is under way', async () => {
    const first = await startProgram()
    expect((await ask('PUT', `${first.url}/articles`, [bridge, dearer])).status).toBe(200)
    first.child.kill('SIGKILL')
    await first.ended

    const second = await startProgram()
    expect((await ask('GET', `${second.url}/health`)).json.articles).toBe(2)
    const underWay = ask('PUT', `${second.url}/articles`, [{ ...school, body: school.body.repeat(2000) }])
    await second.logged(/"method":"PUT"/)
    second.child.kill('SIGTERM')
    expect((await underWay).status).toBe(200)
    expect(await second.ended).toBe(0)

    const third = await startProgram()
    expect((await ask('GET', `${third.url}/health`)).json.articles).toBe(3)
    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
  }, 120_000)
})
