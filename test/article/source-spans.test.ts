import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/article/read-article.js'
import { sourceSpans } from '../../src/article/source-spans.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'
import type { Article } from '../../src/model/article.js'

/** Where the words stand in the body, as pieces of the body. */
function inBody(article: Article, words: string): string[] {
  const reading = readArticle([da, en], article)
  const start = reading.text.indexOf(words)
  expect(start, `${words} in ${JSON.stringify(reading.text)}`).toBeGreaterThanOrEqual(0)
  return sourceSpans(reading, { start, end: start + words.length }).map((span) =>
    article.body.slice(span.start, span.end),
  )
}

describe('sourceSpans', () => {
  it.each<[string, Article['format'], string, string, string[]]>([
    ['plain HTML', 'html', '<p>En god dag.</p>', 'god dag', ['god dag']],
    ['a mark inside', 'html', '<p>En <b>god</b> dag.</p>', 'En god dag', ['En ', 'god', ' dag']],
    [
      'an entity maps as a whole',
      'html',
      '<p>Sm&oslash;r p&aring; br&oslash;d</p>',
      'Smør på',
      ['Sm&oslash;r p&aring;'],
    ],
    ['half an entity is still the whole', 'html', '<p>a&#x1F600;b</p>', '\u{1F600}', ['&#x1F600;']],
    [
      'emoji as it stands',
      'html',
      '<p>Hej \u{1F469}‍\u{1F52C} du</p>',
      '\u{1F469}‍\u{1F52C} du',
      ['\u{1F469}‍\u{1F52C} du'],
    ],
    ['a letter and its ring', 'html', '<p>Paa a\u030a og å</p>', 'å og', ['a\u030a og']],
    ['a ring as an entity', 'html', '<p>xa&#778;b</p>', 'åb', ['a&#778;b']],
    ['CRLF inside a paragraph', 'html', '<p>to\r\nlinjer her</p>', 'to linjer', ['to\r\nlinjer']],
    ['a soft hyphen is skipped', 'html', '<p>vind\u00admølle</p>', 'vindmølle', ['vind', 'mølle']],
    ['a soft hyphen as an entity', 'html', '<p>vind&shy;mølle</p>', 'vindmølle', ['vind', 'mølle']],
    ['no-break space as an entity', 'html', '<p>10&nbsp;000 kr.</p>', '10 000 kr', ['10&nbsp;000 kr']],
    ['no-break space as it stands', 'html', '<p>10\u00a0000 kr.</p>', '10 000 kr', ['10\u00a0000 kr']],
    ['Markdown emphasis', 'markdown', 'Det er *ret* sjovt.', 'er ret sjovt', ['er ', 'ret', ' sjovt']],
    ['Markdown escape', 'markdown', 'to \\* tre', 'to * tre', ['to ', '* tre']],
    ['Markdown link', 'markdown', 'Se [min side](http://x.dk "t") nu', 'min side nu', ['min side', ' nu']],
    ['Markdown quote over two lines', 'markdown', '> En linje\n> og en til', 'linje og en', ['linje\n> og en']],
    ['Markdown list with CRLF', 'markdown', '- et\r\n- to\r\n  tre', 'to tre', ['to\r\n  tre']],
    ['Markdown after front matter', 'markdown', '---\ntitle: x\n---\nHer er *alt*.', 'alt', ['alt']],
    ['heading with closing signs', 'markdown', 'x\n\n##   En   rubrik ##\n', 'En rubrik', ['En   rubrik']],
    ['classic WordPress', 'wordpress', 'Et [b]to[/b] tre\n\nFire', 'Fire', ['Fire']],
    ['a shortcode inside a sentence', 'wordpress', 'Et [fed]to[/fed] tre', 'Et to tre', ['Et ', 'to', ' tre']],
  ])('%s', (_name, format, body, words, expected) => {
    expect(inBody({ body, format: format ?? 'auto' }, words)).toEqual(expected)
  })

  it('gives nothing for a title that came from another field', () => {
    const reading = readArticle([da, en], { title: 'Rubrik', body: 'Tekst.', format: 'text' })
    expect(sourceSpans(reading, { start: 0, end: 6 })).toEqual([])
    expect(sourceSpans(reading, { start: 8, end: 13 })).toEqual([{ start: 0, end: 5 }])
  })
})
