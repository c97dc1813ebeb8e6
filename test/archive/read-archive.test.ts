import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { BadRecord } from '../../src/archive/archive-record.js'
import { readArchive } from '../../src/archive/read-archive.js'
import type { Article } from '../../src/model/article.js'

const folder = mkdtempSync(join(tmpdir(), 'klartekst-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file under the test's folder; its path. */
function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, data)
  return path
}

async function read(...paths: string[]): Promise<{ articles: Article[]; bad: BadRecord[] }> {
  const bad: BadRecord[] = []
  const articles: Article[] = []
  for await (const article of readArchive(paths, { onError: (record) => bad.push(record) })) articles.push(article)
  return { articles, bad }
}

describe('readArchive of JSONL', () => {
  it('gives an article a line, and puts fields it does not know into meta', async () => {
    const path = file(
      'a.jsonl',
      '{"id":7,"title":"Havnen","body":"Færgen sejler.","section":"by","meta":{"a":1}}\n\n{"body":"To"}\n',
    )
    expect(await read(path)).toEqual({
      articles: [{ id: '7', title: 'Havnen', body: 'Færgen sejler.', meta: { a: 1, section: 'by' } }, { body: 'To' }],
      bad: [],
    })
  })

  it('reads the last line without a line break, Windows line breaks, a byte order mark and an empty file', async () => {
    expect((await read(file('b.jsonl', '\ufeff{"body":"1"}\r\n{"body":"2"}'))).articles).toEqual([
      { body: '1' },
      { body: '2' },
    ])
    expect(await read(file('empty.jsonl', ''))).toEqual({ articles: [], bad: [] })
  })

  it('unpacks gzip whatever the file is called, in several members too, and UTF-16', async () => {
    const packed = Buffer.concat([gzipSync('{"body":"ét"}\n'), gzipSync('{"body":"to"}\n')])
    expect((await read(file('c.jsonl.gz', packed))).articles).toEqual([{ body: 'ét' }, { body: 'to' }])
    expect((await read(file('packed.jsonl', packed))).articles).toHaveLength(2)
    const utf16 = Buffer.from('\ufeff{"body":"æøå"}\n', 'utf16le')
    expect((await read(file('d.jsonl', utf16))).articles).toEqual([{ body: 'æøå' }])
  })

  it.each([
    ['not json', 'BAD_RECORD', /not JSON/],
    ['[1]', 'BAD_RECORD', /"body"; this is a list/],
    ['{"id":"x","text":"y"}', 'BAD_RECORD', /"body" must be a string, and is missing. Fields here: id, text/],
    ['{"body":5}', 'BAD_RECORD', /is a number/],
    ['{"body":"x","id":{}}', 'BAD_RECORD', /"id" must be a string or a number/],
    ['{"body":"x","tags":"a"}', 'BAD_RECORD', /"tags" must be a list of strings/],
    ['{"body":"x","status":"live"}', 'BAD_RECORD', /published, draft, scheduled, and is "live"/],
    ['{"body":"x","meta":[]}', 'BAD_RECORD', /"meta" must be an object/],
  ])('says what is wrong with %s, and goes on', async (line, code, cause) => {
    const { articles, bad } = await read(file('bad.jsonl', `{"body":"first"}\n${line}\n{"body":"last"}\n`))
    expect(articles.map(({ body }) => body)).toEqual(['first', 'last'])
    expect(bad).toEqual([
      { code, cause: expect.stringMatching(cause), file: join(folder, 'bad.jsonl'), place: 2, record: line },
    ])
  })

  it('keeps the bytes of a line that is no UTF-8', async () => {
    const { bad } = await read(file('latin.jsonl', Buffer.from('{"body":"\xe6"}\n', 'latin1')))
    expect(bad).toMatchObject([{ code: 'BAD_ENCODING', place: 1 }])
    expect(Buffer.from(bad[0]!.record, 'base64').toString('latin1')).toBe('{"body":"\xe6"}')
  })

  it('keeps prototype names as plain data', async () => {
    const { articles } = await read(file('proto.jsonl', '{"body":"x","__proto__":{"a":1},"constructor":"y"}\n'))
    expect(Object.keys(articles[0]!.meta!)).toEqual(['__proto__', 'constructor'])
    expect(({} as { a?: number }).a).toBeUndefined()
  })

  it('passes a line over the limit by without holding it, and reads the next', async () => {
    const long = `{"body":"${'x'.repeat(65 * 1024 * 1024)}"}`
    const { articles, bad } = await read(file('long.jsonl', `${long}\n{"body":"next"}\n`))
    expect(articles).toEqual([{ body: 'next' }])
    expect(bad).toMatchObject([{ code: 'INPUT_TOO_LARGE', place: 1 }])
    expect(bad[0]!.record.length).toBeLessThan(2000)
  })

  it('throws the first bad record where nobody listens', async () => {
    const reading = readArchive([file('thrown.jsonl', '{"body":"a"}\nb\n')])
    await reading.next()
    await expect(reading.next()).rejects.toMatchObject({ code: 'BAD_RECORD' })
  })

  it('says which file is cut short', async () => {
    const packed = gzipSync(
      Array.from({ length: 2000 }, (_, id) => JSON.stringify({ id, body: `Nummer ${id * 7919}` })).join('\n'),
    )
    const path = file('cut.jsonl.gz', packed.subarray(0, packed.length >> 1))
    await expect(read(path)).rejects.toThrow(/cut\.jsonl\.gz is cut short or damaged/)
  })

  it('says which file is not there, and what it wants', async () => {
    await expect(read(join(folder, 'none.jsonl'))).rejects.toThrow(/none\.jsonl/)
    await expect(readArchive('a.jsonl' as never).next()).rejects.toThrow(TypeError)
  })
})

describe('readArchive of JSON', () => {
  it('reads an array, a single article over several lines, and says when it is broken', async () => {
    expect((await read(file('e.json', '[{"body":"1"},{"id":2,"body":"2"},3]'))).bad).toMatchObject([{ place: 3 }])
    expect((await read(file('f.json', '{\n  "body": "en"\n}'))).articles).toEqual([{ body: 'en' }])
    expect((await read(file('g.json', '[{"body":'))).bad).toMatchObject([{ code: 'BAD_RECORD', place: 1 }])
  })
})

describe('readArchive of CSV', () => {
  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
  ])('reads columns parted by %j', async (mark, name) => {
    const rows = [
      ['id', 'title', 'body', 'tags', 'views'],
      ['1', '"Bro, vej; og ""tunnel"""', '"To\nlinjer"', '"bro|vej"', '12'],
      ['2', 'Kort', 'En linje', '', ''],
    ]
    const { articles, bad } = await read(file(`${name}.csv`, rows.map((row) => row.join(mark)).join('\r\n')))
    expect(bad).toEqual([])
    expect(articles).toEqual([
      { id: '1', title: 'Bro, vej; og "tunnel"', body: 'To\nlinjer', tags: ['bro', 'vej'], meta: { views: '12' } },
      { id: '2', title: 'Kort', body: 'En linje' },
    ])
  })

  it('says which row has too few columns, and goes on', async () => {
    const { articles, bad } = await read(file('short.csv', 'id,body\n1\n2,to\n'))
    expect(articles).toEqual([{ id: '2', body: 'to' }])
    expect(bad).toMatchObject([{ place: 2, cause: 'The row has 1 columns, the head line 2.', record: '1' }])
  })
})

const wxr = (items: string): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="e" xmlns:content="c" xmlns:dc="d" xmlns:wp="w"><channel>
<title>Avisen</title>
<wp:author><wp:author_login><![CDATA[mk]]></wp:author_login><wp:author_display_name><![CDATA[Mette Kjær]]></wp:author_display_name></wp:author>
${items}
</channel></rss>`

const item = (fields: Record<string, string>, more = ''): string =>
  `<item>${Object.entries(fields)
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}${more}</item>`

describe('readArchive of a WordPress export', () => {
  it('reads posts with their markup, dates, author, tags and categories', async () => {
    const post = item(
      {
        title: 'Bro & vej',
        link: 'https://avisen.dk/bro',
        'dc:creator': 'mk',
        'content:encoded': '<!-- wp:paragraph --><p>Broen [caption]x[/caption] åbner.</p><!-- /wp:paragraph -->',
        'excerpt:encoded': 'En bro.',
        'wp:post_id': '12',
        'wp:post_date': '2026-03-01 09:30:00',
        'wp:post_date_gmt': '2026-03-01 08:30:00',
        'wp:post_modified_gmt': '2026-03-02 08:30:00',
        'wp:status': 'publish',
        'wp:post_type': 'post',
      },
      '<category domain="category" nicename="by"><![CDATA[By]]></category><category domain="post_tag" nicename="bro"><![CDATA[bro]]></category><category domain="language" nicename="da"><![CDATA[Dansk]]></category>',
    )
    expect((await read(file('export.xml', wxr(post)))).articles).toEqual([
      {
        id: '12',
        title: 'Bro & vej',
        lead: 'En bro.',
        language: 'da',
        publishedAt: '2026-03-01T08:30:00Z',
        updatedAt: '2026-03-02T08:30:00Z',
        author: 'Mette Kjær',
        url: 'https://avisen.dk/bro',
        body: '<!-- wp:paragraph --><p>Broen [caption]x[/caption] åbner.</p><!-- /wp:paragraph -->',
        format: 'wordpress',
        status: 'published',
        tags: ['bro'],
        meta: { type: 'post', categories: ['By'] },
      },
    ])
  })

  it('tells drafts, pending and scheduled posts apart, and leaves out media, menus and the trash', async () => {
    const entry = (id: string, status: string, type = 'post') =>
      item({
        'content:encoded': 'x',
        'wp:post_id': id,
        'wp:status': status,
        'wp:post_type': type,
        'wp:post_date_gmt': '0000-00-00 00:00:00',
      })
    const items = [
      entry('1', 'draft'),
      entry('2', 'pending'),
      entry('3', 'future'),
      entry('4', 'inherit', 'attachment'),
      entry('5', 'publish', 'nav_menu_item'),
      entry('6', 'trash'),
      entry('7', 'publish', 'nyhed'),
      entry('8', 'private'),
    ]
    const { articles } = await read(file('statuses.xml', wxr(items.join('\n'))))
    expect(articles.map(({ id, status, meta }) => [id, status, meta])).toEqual([
      ['1', 'draft', { type: 'post', status: 'draft' }],
      ['2', 'draft', { type: 'post', status: 'pending' }],
      ['3', 'scheduled', { type: 'post', status: 'future' }],
      ['7', 'published', { type: 'nyhed' }],
      ['8', 'draft', { type: 'post', status: 'private' }],
    ])
    expect(articles[0]).not.toHaveProperty('publishedAt')
  })

  it('bears control characters, and says when the file ends inside a post', async () => {
    const whole = wxr(
      item({ 'content:encoded': 'a\u000bb', 'wp:post_id': '1' }) +
        item({ 'content:encoded': 'cut', 'wp:post_id': '2' }),
    )
    expect((await read(file('control.xml', whole))).articles.map(({ body }) => body)).toEqual(['a b', 'cut'])
    const { articles, bad } = await read(file('ends.xml', whole.slice(0, whole.indexOf('cut') + 2)))
    expect(articles.map(({ id }) => id)).toEqual(['1'])
    expect(bad).toMatchObject([{ code: 'BAD_RECORD', place: 2, cause: expect.stringContaining('XML') }])
  })

  it('expands no entities of a document type', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const text = wxr('<item><content:encoded>&b;</content:encoded><wp:post_id>1</wp:post_id></item>').replace(
      /^<\?xml.*\?>/,
      bomb,
    )
    const { articles, bad } = await read(file('bomb.xml', text))
    expect(articles).toEqual([])
    expect(bad).toHaveLength(1)
  })
})

describe('readArchive of a folder', () => {
  it('reads Markdown, HTML and text by path, and what names say of language and translations', async () => {
    file('site/da/havnen.md', '---\ntitle: Havnen\ndraft: true\nrelated: [da/broen]\n---\nFærgen sejler.')
    file('site/en/havnen.md', 'The ferry sails.')
    file('site/om.html', '<p>Om os</p>')
    file('site/bro.da.md', 'Broen')
    file('site/bro.en.md', 'The bridge')
    file('site/.git/x.md', 'nej')
    file('site/node_modules/y/readme.md', 'nej')
    file('site/billede.png', 'nej')
    const { articles, bad } = await read(join(folder, 'site'))
    expect(bad).toEqual([])
    expect(articles).toEqual([
      { id: 'bro.da', body: 'Broen', format: 'markdown', language: 'da', translationGroup: 'bro' },
      { id: 'bro.en', body: 'The bridge', format: 'markdown', language: 'en', translationGroup: 'bro' },
      {
        id: 'da/havnen',
        body: expect.stringContaining('Færgen'),
        format: 'markdown',
        language: 'da',
        translationGroup: 'havnen',
        status: 'draft',
        pins: ['da/broen'],
      },
      { id: 'en/havnen', body: 'The ferry sails.', format: 'markdown', language: 'en', translationGroup: 'havnen' },
      { id: 'om', body: '<p>Om os</p>', format: 'html' },
    ])
  })

  it('reads Windows-1252, and says what is no text', async () => {
    file('old/a.txt', Buffer.from('Årslev', 'latin1'))
    file('old/b.txt', Buffer.from([0xff, 0x00, 0x01]))
    const { articles, bad } = await read(join(folder, 'old'))
    expect(articles.map(({ body }) => body)).toEqual(['Årslev'])
    expect(bad).toMatchObject([{ code: 'BAD_ENCODING', id: 'b', record: '/wAB' }])
  })
})
