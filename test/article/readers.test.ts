import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/article/read-article.js'
import { sourceSpans } from '../../src/article/source-spans.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'

/** Bits of every format, to be thrown together. */
const bits = [
  ...[
    '<p>',
    '</p>',
    '<div class="pullquote">',
    '</div>',
    '<b>',
    '</b>',
    '<br>',
    '<ul><li>',
    '<li>',
    '</ul>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '<cite>',
    '</cite>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<table><tr><td>',
    '</table>',
  ],
  ...[
    '&amp;',
    '&aring;',
    '&#778;',
    '&shy;',
    '&nbsp;',
    '&',
    '<',
    '>',
    'a\u030a',
    '\u0301',
    'é',
    '\u{1F600}',
    '\ud800',
    '\0',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '  \n',
    '\t',
    '\u00a0',
    '\u00ad',
    '\u200b',
    'ord',
    'Sætning. ',
    'x',
    '“',
    '"',
    '— Ida',
    '0',
  ],
  ...[
    '[quote author="Bo"]',
    '[/quote]',
    '[caption]',
    '[/caption]',
    '[[x]]',
    '[sic]',
    '[',
    ']',
    '](',
    ')',
    '[a](b "c")',
    '![a](b)',
  ],
  ...[
    '*',
    '**',
    '_',
    '`',
    '~~',
    '\\',
    '# ',
    '> ',
    '- ',
    '1. ',
    '```',
    '---',
    '===',
    '| a | b |\n|---|---|\n',
    '[^1]',
    ': ',
    '{: .pullquote}',
  ],
  ...[
    '{% pullquote %}',
    '{% endpullquote %}',
    '{"',
    '"}',
    '{{ x }}',
    '{{< pullquote >}}',
    '{{< /pullquote >}}',
    '<PullQuote>',
    '</PullQuote>',
  ],
  ...[
    '<PullQuote quote="ord og ord" />',
    ':::',
    '::: pullquote',
    '<!-- wp:pullquote -->',
    '<!-- /wp:pullquote -->',
    '<span class="pullquote">',
    '</span>',
  ],
]

const body = fc
  .array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(''))
const format = fc.constantFrom('auto', 'text', 'html', 'markdown', 'wordpress')

describe('readers', () => {
  it('keep every offset true, whatever the body', () => {
    fc.assert(
      fc.property(body, format, (text, kind) => {
        const reading = readArticle([da, en], { body: text, format: kind })
        expect(reading.text).toBe(reading.text.normalize('NFC'))
        let last = -1
        for (const block of reading.blocks) {
          expect(block.source.start).toBeGreaterThanOrEqual(0)
          expect(block.source.end).toBeGreaterThanOrEqual(block.source.start)
          expect(block.source.end).toBeLessThanOrEqual(text.length)
          if (!block.span) continue
          expect(block.span.start).toBeGreaterThan(last)
          expect(block.span.end).toBeGreaterThan(block.span.start)
          last = block.span.end
          expect(reading.text.slice(block.span.start, block.span.end).trim()).not.toBe('')
        }
        expect(last).toBeLessThanOrEqual(reading.text.length)
        for (let run = 0; run < reading.sourceMap.length; run += 4) {
          const [textStart = 0, textEnd = 0, bodyStart = 0, bodyEnd = 0] = reading.sourceMap.slice(run, run + 4)
          expect(textEnd).toBeGreaterThan(textStart)
          expect(bodyStart).toBeGreaterThanOrEqual(0)
          expect(bodyEnd).toBeGreaterThanOrEqual(bodyStart)
          expect(bodyEnd).toBeLessThanOrEqual(text.length)
          if (textEnd - textStart !== bodyEnd - bodyStart || textEnd - textStart < 2) continue
          const blank = (words: string): string => words.replace(/[\s\0-\x1f\x7f-\x9f]/g, ' ')
          expect(blank(text.slice(bodyStart, bodyEnd))).toBe(blank(reading.text.slice(textStart, textEnd)))
        }
        for (const mark of reading.marks) {
          expect(mark.start).toBeLessThan(mark.end)
          expect(mark.end).toBeLessThanOrEqual(reading.text.length)
        }
        for (const quote of reading.markedQuotes) {
          expect(quote.text).not.toBe('')
          expect(quote.source.start).toBeLessThanOrEqual(quote.source.end)
          expect(quote.source.end).toBeLessThanOrEqual(text.length)
        }
        for (const span of sourceSpans(reading, { start: 0, end: reading.text.length })) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
      }),
      { numRuns: 600, seed: 7 },
    )
  })

  it.each([
    ['en tekst med <3, * og [1]. Prisen er < 100, og a*b*c er ikke fed.', 'text'],
    ['', 'text'],
    ['# Rubrik\n\nTekst', 'markdown'],
    ['---\ntitle: x\n---\nTekst', 'markdown'],
    ['Tekst med **fed** skrift', 'markdown'],
    ['{{< pullquote >}}x{{< /pullquote >}}\n\ny', 'markdown'],
    ['<p>Tekst</p>', 'html'],
    ['<!doctype html><html><body>x', 'html'],
    ['En linje\n\n<blockquote>citat</blockquote>\nmere', 'wordpress'],
    ['<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph -->', 'wordpress'],
    ['Et\n\n[quote align="right" author=""]To[/quote]\n\nTre', 'wordpress'],
  ])('find the format of %j', async (text, expected) => {
    const { detectFormat } = await import('../../src/article/detect-format.js')
    expect(detectFormat(text)).toBe(expected)
  })

  it('count a title once that the CMS gives and the body repeats', () => {
    const reading = readArticle([da, en], {
      title: 'Ny bro',
      body: '<h1>Ny bro</h1><p>Broen åbner.</p>',
      format: 'html',
    })
    expect(reading.text).toBe('Ny bro\n\nBroen åbner.')
    expect(reading.blocks[0]).toMatchObject({ kind: 'title', source: { start: 0, end: 0 } })
  })

  it('keep a heading of the body that is another one than the title of the CMS', () => {
    const reading = readArticle([da, en], {
      title: 'Ny bro',
      body: '<h1>Trafik</h1><p>Broen åbner.</p>',
      format: 'html',
    })
    expect(reading.text).toBe('Ny bro\n\nTrafik\n\nBroen åbner.')
  })

  it('decode entities in the title of the CMS', () => {
    const reading = readArticle([da, en], { title: ' EU&#8217;s  bro &amp; vej', body: 'x', format: 'text' })
    expect(reading.title).toBe('EU’s bro & vej')
    expect(reading.text.startsWith('EU’s bro & vej\n\n')).toBe(true)
  })

  it('keep marks on the words they were set on', () => {
    const { text, marks } = readArticle([da, en], {
      body: 'Et *to* **tre** [fire](x) a\u030a *fem*.',
      format: 'markdown',
    })
    expect(marks.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)).toEqual([
      'emphasis to',
      'strong tre',
      'link fire',
      'emphasis fem',
    ])
  })
})
