/**
 * Related articles at scale, beside peers in one run: `npx tsx test/benchmark/related.ts [articles] [--peers]`.
 * Articles are made up (synthetic-entries.ts) and come as prepared terms: reading text is timed by benchmark.ts. Times
 * are of processor time and of a machine that does other work as well: read the ratios.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexRows } from '../../src/related/build-related-index.js'
import { findCandidates } from '../../src/related/find-candidates.js'
import { findDuplicates } from '../../src/related/find-duplicates.js'
import { indexInfo } from '../../src/related/index-info.js'
import { impactOf, isStrong } from '../../src/related/lay-out-postings.js'
import { layOutRows } from '../../src/related/lay-out-rows.js'
import { loadIndex } from '../../src/related/load-index.js'
import { leastCandidates, scoreAllRows } from '../../src/related/rank-rows.js'
import { related } from '../../src/related/related.js'
import { relatedAll } from '../../src/related/related-all.js'
import { type IndexState, maxRows, openIndex, type RelatedIndex, type Rows } from '../../src/related/related-index.js'
import { saveIndex } from '../../src/related/save-index.js'
import { ScoreTable } from '../../src/related/score-table.js'
import { upsertEntries } from '../../src/related/upsert-articles.js'
import { syntheticEntries, syntheticWords } from './synthetic-entries.js'

const size = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 20000)
const idOf = (number: number): string => `a${String(number).padStart(8, '0')}`
const sample = (count: number): number[] =>
  Array.from({ length: count }, (_, place) => Math.floor((place * size) / count))

/** Milliseconds of processor time of a piece of work. */
function time(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The middle one of some numbers. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

function show(what: string, value: string): void {
  console.log(`| ${what} | ${value} |`)
}

const parts: Rows[] = []
for (let first = 0; first < size; first += maxRows) {
  parts.push(layOutRows([...syntheticEntries(Math.min(maxRows, size - first), { first })]))
}
console.log(`\n### ${size} made-up articles of 400 words\n\n| what | processor time |\n| --- | --- |`)
let index!: RelatedIndex
const building = time(() => {
  index = indexRows(parts)
})
show('index from prepared terms', `${Math.round((size / building) * 1000)} articles/s`)
const state = openIndex(index, 'benchmark')
const { bytes } = indexInfo(index)
const kept = parts.reduce((sum, { terms }) => sum + terms.length, 0)
show(
  'bytes an article beside ids, titles and dates',
  `${Math.round(bytes / size)}, with ${Math.round(kept / size)} terms`,
)

const queries = sample(1000)
const askOurs = (numbers: readonly number[]): void => {
  for (const number of numbers) related([], index, idOf(number))
}
askOurs(sample(2000))
const perQuery = median([1, 2, 3].map(() => time(() => askOurs(queries)))) / queries.length
show('related()', `${Math.round(perQuery * 1000)} µs`)
show('candidates alone', `${Math.round((time(() => queries.forEach(candidatesOf)) / queries.length) * 1000)} µs`)
show('of the best five by all terms with a cosine over .03, found', recall(state).toFixed(4))
let lists = 0
const most = Math.min(size, 100000)
const batch = time(() => {
  for (const list of relatedAll(index)) if (++lists >= most || !list) break
})
show(
  `relatedAll, one thread${lists < size ? ` (the first ${lists})` : ''}`,
  `${Math.round((lists / batch) * 1000)} articles/s`,
)
let groups = 0
const duplicates = time(() => {
  groups = findDuplicates(index).length
})
show('findDuplicates', `${Math.round((size / duplicates) * 1000)} articles/s, ${groups} groups`)
let saved!: Uint8Array
show(
  'saveIndex',
  `${Math.round(time(() => (saved = saveIndex(index))))} ms, ${Math.round(saved.length / size)} bytes an article`,
)
show('loadIndex', `${[1, 2, 3].map(() => Math.round(time(() => loadIndex(saved)))).join(', ')} ms`)
const more = [...syntheticEntries(60, { first: size })]
upsertEntries(index, more.slice(30))
const upserting = time(() => {
  for (const entry of more.slice(0, 30)) upsertEntries(index, [entry])
})
show('upsertArticles, one at a time, with `affected`', `${(upserting / 30).toFixed(1)} ms`)

if (process.argv.includes('--peers')) await comparePeers()

function candidatesOf(number: number): void {
  findCandidates(state, queryOf(number), leastCandidates)
}

function queryOf(number: number): { weighed: IndexState['segments'][number]; row: number } {
  return { weighed: state.segments[Math.floor(number / maxRows)]!, row: number % maxRows }
}

/** Share of the five nearest by all terms, the article itself aside, that are among the candidates. */
function recall(of: IndexState): number {
  let found = 0
  let wanted = 0
  for (const number of sample(100)) {
    const query = queryOf(number)
    const nearest = scoreAllRows(of, new ScoreTable(query))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(1, 6)
      .filter(({ similarity }) => similarity > 0.03 * 65025 * 65025)
    const { segments, rows } = findCandidates(of, query, leastCandidates)
    const places = new Set(Array.from(rows, (row, place) => segments[place]! * maxRows + row))
    wanted += nearest.length
    for (const { segment, row } of nearest) if (places.has(segment * maxRows + row)) found++
  }
  return found / wanted
}

/** The same articles as text in the peers: the 16 rarest of an article's most frequent words as a query. */
async function comparePeers(): Promise<void> {
  const { default: MiniSearch } = await import('minisearch')
  const { Index: FlexSearch } = await import('flexsearch')
  const texts = Array.from({ length: size }, (_, number) => syntheticWords(number))
  const counts = new Map<string, number>()
  for (const { words } of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = texts.map(({ title, words: body }) => {
    const frequencies = new Map<string, number>()
    for (const word of [...title, ...body]) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
    return [...frequencies]
      .map(([word, count]) => ({ word, weight: count * Math.log(size / (counts.get(word) ?? 1)) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 16)
      .map(({ word }) => word)
  })
  const heap = (): number => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  }
  const before = heap()
  const flex = new FlexSearch({ tokenize: 'strict' })
  for (const [number, { title, words: body }] of texts.entries()) flex.add(number, [...title, ...body].join(' '))
  const flexBytes = heap() - before
  const mini = new MiniSearch({ fields: ['text'] })
  mini.addAll(texts.map(({ title, words: body }, id) => ({ id, text: [...title, ...body].join(' ') })))
  const times: Record<string, number[]> = { flexsearch: [], minisearch: [], klartekst: [] }
  for (let round = 0; round < 3; round++) {
    const asked = sample(60).map((number) => (number + round * 7) % size)
    const ask = (name: string, numbers: readonly number[], work: (number: number) => void): void => {
      times[name]!.push(time(() => numbers.forEach(work)) / numbers.length)
    }
    ask('flexsearch', asked, (number) => {
      flex.search(words[number]!.join(' '), { limit: 6, suggest: true })
    })
    ask('minisearch', asked.slice(0, 20), (number) => {
      mini.search(words[number]!.join(' ')).slice(0, 6)
    })
    askOurs(sample(500))
    ask('klartekst', sample(1000), (number) => void related([], index, idOf(number)))
  }
  const own = median(times.klartekst!)
  console.log('\n| peer, the same articles | µs a query | klartekst is × |\n| --- | --- | --- |')
  const row = (name: string, milliseconds: number): void =>
    console.log(`| ${name} | ${Math.round(milliseconds * 1000)} | ${(milliseconds / own).toFixed(1)} |`)
  row('klartekst', own)
  row('flexsearch, 16 words', median(times.flexsearch!))
  row('minisearch, 16 words', median(times.minisearch!))
  row("SQLite (python3), join over klartekst's strong terms", joinInSqlite())
  if (globalThis.gc) console.log(`\nflexsearch: ${Math.round(flexBytes / size)} bytes an article on the heap`)
}

/** Milliseconds of processor time a query of a join over postings, by the SQLite of python3. */
function joinInSqlite(): number {
  const folder = mkdtempSync(join(tmpdir(), 'klartekst-sqlite-'))
  const lines: string[] = []
  for (const [segment, { rows, codes, strong }] of state.segments.entries()) {
    for (let row = 0; row < rows.size; row++) {
      for (let place = rows.termStarts[row]!; place < rows.termStarts[row + 1]!; place++) {
        if (isStrong(strong, place)) {
          lines.push(`${rows.terms[place]},${segment * maxRows + row},${impactOf(codes[place]!)}`)
        }
      }
    }
  }
  writeFileSync(join(folder, 'postings.csv'), lines.join('\n'))
  const program = `
import sqlite3, time, sys
db = sqlite3.connect(':memory:')
db.execute('create table posting (term integer, article integer, weight integer, primary key (term, article)) without rowid')
db.executemany('insert into posting values (?, ?, ?)', (line.split(',') for line in open(sys.argv[1])))
db.execute('create index by_article on posting (article, term, weight)')
asked = [n * ${size} // 200 for n in range(200)]
query = '''select b.article, sum(a.weight * b.weight) as score from posting a join posting b on a.term = b.term
  where a.article = ? group by b.article order by score desc limit 6'''
rounds = []
for _ in range(3):
    start = time.process_time()
    for n in asked: db.execute(query, (n,)).fetchall()
    rounds.append((time.process_time() - start) / len(asked) * 1000)
print(sorted(rounds)[1])
`
  const printed = execFileSync('python3', ['-c', program, join(folder, 'postings.csv')], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return Number(printed)
}
