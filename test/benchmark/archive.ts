/**
 * Archives at work: `npm run benchmark:archive -- [articles]`. The rate of `klartekst tag` beside the script that a user
 * would write today (franc, natural's TfIdf, compromise's topics, one process) on the same articles of about 400 words,
 * with one thread and with two; then `related`, and how much memory each took. Needs ../shared; read the ratios.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nlp from 'compromise'
import { franc } from 'franc'
import { evaluationFile } from '../evaluation/run-scorer.js'

const TfIdf = createRequire(import.meta.url)('natural/lib/natural/tfidf/tfidf.js')
const count = Number(process.argv[2] ?? 4000)
const peerCount = Math.min(count, 500)
const command = fileURLToPath(new URL('../../dist/command.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'klartekst-archive-'))

interface Body {
  readonly id: string
  readonly title: string
  readonly body: string
}

/** Bodies of about 400 words, cut from those of the evaluation sets at another place each time round. */
function cutArticles(): Body[] {
  const bodies = ['themes/da.dev.jsonl', 'themes/en-blog.dev.jsonl'].flatMap((path) =>
    readFileSync(evaluationFile(path), 'utf8')
      .split('\n')
      .filter(Boolean)
      .slice(0, 300)
      .map((line) => JSON.parse(line) as Body),
  )
  return Array.from({ length: count }, (_, number) => {
    const { title, body } = bodies[number % bodies.length]!
    const words = body.split(/(?<=\s)/)
    const start = words.length <= 400 ? 0 : (Math.floor(number / bodies.length) * 97) % (words.length - 400)
    return { id: String(number), title, body: words.slice(start, start + 400).join('') }
  })
}

/** Seconds of the clock and of the processors, and megabytes at the most, of a run of the command. */
function measure(args: readonly string[]): { clock: number; processor: number; memory: number } {
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', 'node', command, ...args, '--quiet'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const [clock, user, system, kilobytes] = stderr.trim().split(/\s+/).slice(-4).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  return { clock, processor: user + system, memory: kilobytes / 1024 }
}

try {
  const articles = cutArticles()
  const archive = join(folder, 'archive.jsonl')
  writeFileSync(archive, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
  const started = process.cpuUsage()
  const tfidf = new TfIdf()
  for (const { body } of articles.slice(0, peerCount)) {
    franc(body)
    tfidf.addDocument(body)
    nlp(body).topics().out('array')
  }
  for (let place = 0; place < peerCount; place++) tfidf.listTerms(place).slice(0, 10)
  const { user, system } = process.cpuUsage(started)
  const peer = peerCount / ((user + system) / 1e6)
  const [one, two] = ['1', '2'].map((jobs) =>
    measure(['tag', archive, '--jobs', jobs, '-o', join(folder, `tag${jobs}.jsonl`)]),
  ) as [ReturnType<typeof measure>, ReturnType<typeof measure>]
  const related = measure(['related', archive, '-o', join(folder, 'related.jsonl')])
  console.log(
    `${count} articles; the script of a user on ${peerCount} of them: ${peer.toFixed(1)} a second of processor time\n`,
  )
  console.log('| run | articles a second | × the script, by processor time | MB |\n| --- | ---: | ---: | ---: |')
  for (const [name, { clock, processor, memory }] of [
    ['tag, 1 thread', one],
    ['tag, 2 threads', two],
    ['related, 2 threads', related],
  ] as const) {
    console.log(
      `| ${name} | ${(count / clock).toFixed(0)} | ${(count / processor / peer).toFixed(1)} | ${memory.toFixed(0)} |`,
    )
  }
  console.log(`\nTwo threads: ${(one.clock / two.clock).toFixed(2)} × one, by the clock`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
