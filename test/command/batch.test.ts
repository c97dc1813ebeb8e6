import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as model from '../../src/model/index.js'
import { ArticleAnalysis, DuplicateGroup, RelatedArticle } from '../../src/schema.js'
import { type Called, callCommand, type Given } from './call-command.js'

let folder = ''
const file = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(file(name), 'utf8')
const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

const subjects = ['færgen og havnen', 'skolens nye køkken', 'cykelstien langs åen', 'teatrets sidste forestilling']
const voices = [
  'Fiskerne frygter støjen om natten, og de vil spørge en advokat.',
  'Kokken har prøvet noget lignende i Norge, hvor gæsterne blev glade for grøntsager.',
  'Museets leder har fundet gamle tegninger, som ingen kendte, i et skab på loftet.',
]
const article = (number: number): Record<string, unknown> => {
  const subject = subjects[number % subjects.length]!
  const body = `Byrådet har talt om ${subject} hele ugen. ${voices[number % voices.length]} Arbejdet med ${subject} begynder om ${number + 2} måneder.`
  return { id: `a${number}`, title: `Nyt om ${subject}, del ${number}`, body, section: 'by' }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klartekst-batch-'))
  writeFileSync(
    file('in.jsonl'),
    Array.from({ length: 12 }, (_, number) => `${JSON.stringify(article(number))}\n`).join(''),
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command in this process and one thread. */
const call = (args: readonly string[], given?: Given): Promise<Called> => callCommand([...args, '--jobs', '1'], given)

describe('klartekst tag', () => {
  it('writes a line for each article in order, with its id and meta, to a file that appears whole', async () => {
    const { code, out } = await call(['tag', file('in.jsonl'), '-o', file('out.jsonl')])
    expect([code, out]).toEqual([0, ''])
    const found = lines(read('out.jsonl')) as (model.ArticleAnalysis & { meta: unknown })[]
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, number) => `a${number}`))
    for (const { meta, ...analysis } of found) {
      expect(meta).toEqual({ section: 'by' })
      ArticleAnalysis.parse(analysis)
    }
    expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'out.jsonl'])
  })

  it('reads standard input, writes standard output, and stops at the limit', async () => {
    const { code, out, err } = await call(['tag', '-', '--limit', '2', '--quiet'], { input: read('in.jsonl') })
    expect([code, err]).toEqual([0, ''])
    expect((lines(out) as { id: string }[]).map(({ id }) => id)).toEqual(['a0', 'a1'])
  })

  it('puts bad records aside with their cause and place, and says so by its exit code', async () => {
    writeFileSync(
      file('bad.jsonl'),
      `${JSON.stringify(article(1))}\nbroken\n${JSON.stringify(article(2))}\n{"id":"x"}\n`,
    )
    const { code } = await call(['tag', file('bad.jsonl'), '-o', file('out.jsonl'), '--errors', file('errors.jsonl')])
    expect(code).toBe(2)
    expect(lines(read('out.jsonl'))).toHaveLength(2)
    expect(lines(read('errors.jsonl'))).toMatchObject([
      { code: 'BAD_RECORD', file: file('bad.jsonl'), place: 2, record: 'broken' },
      { code: 'BAD_RECORD', place: 4, record: '{"id":"x"}' },
    ])
  })

  it('stops when there are too many, and goes on from there when asked to bear more', async () => {
    writeFileSync(file('bad.jsonl'), `${JSON.stringify(article(1))}\nbroken\nbroken\n${JSON.stringify(article(2))}\n`)
    const args = ['tag', file('bad.jsonl'), '-o', file('out.jsonl'), '--errors', file('errors.jsonl')]
    const stopped = await call([...args, '--max-errors', '1'])
    expect(stopped.code).toBe(3)
    expect(stopped.err).toContain('stopped: 2 bad records in 3')
    expect(existsSync(file('out.jsonl'))).toBe(false)
    expect((await call([...args, '--max-errors', '2', '--resume'])).code).toBe(2)
    expect(lines(read('out.jsonl'))).toHaveLength(2)
    expect(lines(read('errors.jsonl'))).toHaveLength(2)
    expect((await call([...args, '--max-errors', '60%'])).code).toBe(2)
    expect((await call([...args, '--max-errors', '40%'])).code).toBe(3)
  })

  it('stops where it can be gone on with when interrupted, and the whole is as if it had not been', async () => {
    const args = ['tag', file('in.jsonl'), '-o', file('out.jsonl')]
    await call(args)
    const undisturbed = read('out.jsonl')
    rmSync(file('out.jsonl'))
    const stopped = await call(args, { interruption: AbortSignal.abort() })
    expect(stopped.code).toBe(130)
    expect(stopped.err).toContain('--resume goes on from here')
    expect(existsSync(file('out.jsonl'))).toBe(false)
    expect((await call([...args, '--resume'])).code).toBe(0)
    expect(read('out.jsonl')).toBe(undisturbed)
  })

  it('does not go on when the archive has changed', async () => {
    const args = ['tag', file('in.jsonl'), '-o', file('out.jsonl')]
    await call(args, { interruption: AbortSignal.abort() })
    writeFileSync(file('in.jsonl'), `${JSON.stringify(article(1))}\n`)
    const { code, err } = await call([...args, '--resume'])
    expect(code).toBe(4)
    expect(err).toContain('Run without --resume to begin again')
  })

  it('says what it would do, and does nothing', async () => {
    const { code, out } = await call(['tag', file('in.jsonl'), '-o', file('out.jsonl'), '--dry-run'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^12 articles \(0 not published, 0 without an id\), \d+ characters; would write to .*out\.jsonl\n$/,
    )
    expect(readdirSync(folder)).toEqual(['in.jsonl'])
  })

  it('tells programs how far it has come', async () => {
    const { err } = await call(['tag', file('in.jsonl'), '-o', file('out.jsonl'), '--progress', 'json'])
    expect(lines(err).at(-1)).toMatchObject({ stage: 'done', records: 12, errors: 0, share: 1 })
  })

  it.each([
    [['tag'], /name at least one archive/],
    [['tag', 'x', '--resume'], /--resume needs -o FILE/],
    [['tag', 'x', '--max-errors', 'many'], /--max-errors is a number, or a percentage/],
    [['tag', 'x', '--progress', 'loud'], /one of auto, bar, json, none/],
    [['tag', 'x', '--limit', '-1'], /--limit/],
    [['tag', 'x', '-k', '3'], /tag has no option --k/],
    [['tag', 'x', '--page'], /tag has no option --page/],
    [['analyze', 'x', '--jobs', '2'], /analyze has no option --jobs/],
    [['related', 'x', '--changed-only', '-o', 'y'], /--changed-only needs --index FILE/],
    [['related', 'x', '--index', 'y', '-o', 'y'], /--index and -o name the same file/],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await call(args)
    expect(code).toBe(1)
    expect(err).toMatch(message)
  })

  it('says which file is not there, and which folder does not let it write', async () => {
    expect(await call(['tag', file('none.jsonl')])).toMatchObject({
      code: 4,
      err: expect.stringContaining('none.jsonl'),
    })
    const nowhere = await call(['tag', file('in.jsonl'), '-o', file('no/such/folder/out.jsonl')])
    expect(nowhere).toMatchObject({ code: 4, err: expect.stringContaining('no/such/folder') })
  })
})

describe('klartekst related', () => {
  it('writes a list for each article in the order of the archive', async () => {
    expect((await call(['related', file('in.jsonl'), '-o', file('out.jsonl'), '-k', '2', '--explain'])).code).toBe(0)
    const lists = lines(read('out.jsonl')) as {
      id: string
      related: (model.RelatedArticle & { explanation: string })[]
    }[]
    expect(lists.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, number) => `a${number}`))
    for (const { id, related } of lists) {
      expect(related.length).toBeLessThanOrEqual(2)
      for (const { explanation, ...article } of related) {
        RelatedArticle.parse(article)
        expect(article.id).not.toBe(id)
        expect(explanation).not.toBe('')
      }
    }
    expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'out.jsonl'])
  })

  it('puts articles without an id, and with one that is taken, aside', async () => {
    writeFileSync(
      file('bad.jsonl'),
      ['{"body":"En"}', JSON.stringify(article(1)), JSON.stringify(article(1))].join('\n'),
    )
    const { code } = await call([
      'related',
      file('bad.jsonl'),
      '-o',
      file('out.jsonl'),
      '--errors',
      file('errors.jsonl'),
    ])
    expect(code).toBe(2)
    expect(lines(read('errors.jsonl'))).toMatchObject([
      { code: 'MISSING_ID', place: 1 },
      { code: 'DUPLICATE_ID', place: 3, id: 'a1' },
    ])
  })

  it('reads only what has changed on the second night, with the answer of one that reads everything', async () => {
    const args = ['related', file('in.jsonl'), '--index', file('index'), '-o', file('out.jsonl')]
    await call(args)
    const changed = [...Array(12).keys()].filter((number) => number !== 3).map(article)
    writeFileSync(
      file('in.jsonl'),
      [...changed, { ...article(5), id: 'new' }].map((record) => `${JSON.stringify(record)}\n`).join(''),
    )
    expect((await call(args)).code).toBe(0)
    const second = read('out.jsonl')
    const kept = [readFileSync(file('index')), read('index.sources')]
    rmSync(file('index'))
    await call(args)
    expect(read('out.jsonl')).toBe(second)
    expect([readFileSync(file('index')), read('index.sources')]).toEqual(kept)
    await call([...args, '--changed-only'])
    expect(read('out.jsonl')).toBe('')
    writeFileSync(
      file('in.jsonl'),
      `${[...changed, { ...article(4), id: 'new' }].map((record) => JSON.stringify(record)).join('\n')}\n`,
    )
    await call([...args, '--changed-only'])
    const ids = (lines(read('out.jsonl')) as { id: string }[]).map(({ id }) => id)
    expect(ids).toContain('new')
    expect(ids.length).toBeLessThan(12)
  })

  it('says when the index is damaged', async () => {
    writeFileSync(file('index'), 'no index')
    const { code, err } = await call(['related', file('in.jsonl'), '--index', file('index'), '-o', file('out.jsonl')])
    expect([code, err]).toEqual([4, expect.stringContaining('index')])
    expect(existsSync(file('out.jsonl.lock'))).toBe(false)
  })
})

describe('klartekst duplicates', () => {
  it('writes the groups of articles with the same text', async () => {
    writeFileSync(
      file('copies.jsonl'),
      [1, 2, 3].map((number) => JSON.stringify({ ...article(0), id: `c${number}` })).join('\n'),
    )
    const { code, out } = await call(['duplicates', file('copies.jsonl'), file('in.jsonl'), '--quiet'])
    expect(code).toBe(0)
    const groups = (lines(out) as model.DuplicateGroup[]).map((group) => DuplicateGroup.parse(group))
    expect(groups[0]).toMatchObject({ ids: ['a0', 'c1', 'c2', 'c3'], kind: 'identical' })
  })
})
