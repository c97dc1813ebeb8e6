// Load on a service of its own with an archive of its own: articles are analysed, asked about and put, all at once, for
// some seconds; then every article that was answered to be stored is asked for.
//
//   node examples/service/load-test.js 120 200      seconds, connections
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const seconds = Number(process.argv[2] ?? 20)
const connections = Number(process.argv[3] ?? 200)
const key = 'a-key-for-the-load-test-alone'
const port = 8799

const folder = await mkdtemp(join(tmpdir(), 'service-'))
const service = spawn(process.execPath, [new URL('start.js', import.meta.url).pathname], {
  env: { ...process.env, KLARTEKST_KEYS: key, KLARTEKST_STATE: join(folder, 'articles.index'), PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
})
const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
const timings = new Map()
const refusals = new Map()
const stored = new Set()
let put = 0

try {
  await started()
  await send('put', 'PUT', '/articles', Array.from({ length: 300 }, inventArticle))
  for (let id = 0; id < put; id++) stored.add(id)
  timings.clear()

  const end = performance.now() + seconds * 1000
  await Promise.all(Array.from({ length: connections }, () => keepAsking(end)))
  report()

  let lost = 0
  for (const id of stored) if ((await request('POST', '/related', { id: String(id) })).status !== 200) lost++
  console.log(`stored ${stored.size} articles, lost ${lost}`)
  process.exitCode = lost > 0 ? 1 : 0
} finally {
  service.kill('SIGTERM')
  agent.destroy()
  await rm(folder, { recursive: true, force: true })
}

async function started() {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await request('GET', '/health').catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The service did not start.')
}

/** One connection: the next request goes out when the answer to the last is there. */
async function keepAsking(end) {
  while (performance.now() < end) {
    const kind = random(100)
    if (kind < 60) await send('analyze', 'POST', '/analyze', inventArticle(false))
    else if (kind < 85) await send('related, by id', 'POST', '/related', { id: String(random(300)) })
    else if (kind < 90) await send('related, of a draft', 'POST', '/related', { article: inventArticle(false) })
    else {
      const article = inventArticle()
      if (await send('put', 'PUT', '/articles', [article])) stored.add(Number(article.id))
    }
  }
}

async function send(kind, method, path, body) {
  const start = performance.now()
  const { status } = await request(method, path, body).catch(({ code }) => ({ status: code }))
  if (!timings.has(kind)) timings.set(kind, [])
  timings.get(kind).push(performance.now() - start)
  if (status === 200) return true
  refusals.set(status, (refusals.get(status) ?? 0) + 1)
  return false
}

function request(method, path, body) {
  const json = body === undefined ? undefined : JSON.stringify(body)
  const headers = {
    authorization: `Bearer ${key}`,
    ...(json && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
  }
  return new Promise((resolve, reject) => {
    const sent = http.request({ port, agent, method, path, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode }))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(json)
  })
}

function report() {
  const all = [...timings.values()].flat()
  console.log(`${seconds} s, ${connections} connections, ${Math.round(all.length / seconds)} requests a second`)
  for (const [kind, times] of [...timings, ['all', all]]) {
    times.sort((a, b) => a - b)
    const at = (share) => `${Math.round(times[Math.floor((times.length - 1) * share)])} ms`
    console.log(`${kind}: ${times.length}, median ${at(0.5)}, p99 ${at(0.99)}, slowest ${at(1)}`)
  }
  const refused = [...refusals].map(([status, count]) => `${count} × ${status}`)
  console.log(`refused or failed: ${refused.join(', ') || 'none'}`)
}

/** Some 150 words on a few invented subjects. */
function inventArticle(hasId = true) {
  const first =
    'havne skole klima borger cykel vand musik natur fjord vej hus energi kunst børne land by sommer is'.split(' ')
  const second = 'plan chef pris fond festival klub forsker rapport bro park sag aftale udstilling kamp skat'.split(' ')
  const subjects = Array.from({ length: 5 }, () => pick(first) + pick(second))
  const sentences = Array.from(
    { length: 12 },
    () =>
      `I år har kommunen set på ${pick(subjects)} og ${pick(subjects)}, for prisen er steget ${random(90)} procent.`,
  )
  return { ...(hasId && { id: String(put++) }), title: `Ny ${subjects[0]}`, body: sentences.join(' ') }
}

function pick(list) {
  return list[random(list.length)]
}

function random(below) {
  return Math.floor(Math.random() * below)
}
