import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/article/pieces.js'
import { isPullQuoteElement } from '../../src/article/pull-quote-markup.js'
import { readHtml } from '../../src/article/read-html.js'
import { readWordPress } from '../../src/article/read-wordpress.js'
import type { Reading } from '../../src/article/reading.js'

function blocksOf(reading: Reading): string {
  return reading.blocks.map(({ kind, pieces }) => `${kind}: ${textOf(pieces).trim()}`).join('\n')
}

describe('readWordPress', () => {
  it.each([
    ['Et\n\nTo\ntre', 'paragraph: Et\nparagraph: To\ntre'],
    ['[sic] [1] […] [Red.: x] [note 3] [Læs mere]', 'paragraph: [sic] [1] […] [Red.: x] [note 3] [Læs mere]'],
    ['[[gallery]] er en kode', 'paragraph: [gallery] er en kode'],
    ['a [gallery ids="1,2"] b [min_kode] c', 'paragraph: a b c'],
    ['[boks farve="blå"]Indhold[/boks]', 'paragraph: Indhold'],
    ['[dropcap]D[/dropcap]et hele', 'paragraph: Det hele'],
    ['Han [pullquote]sagde det her[/pullquote], og gik.', 'paragraph: Han sagde det her, og gik.'],
    ['[caption id="a"]<img src="x" /> Billedtekst[/caption]', 'caption: Billedtekst'],
    ['[caption caption="Gammel tekst"]<img src="x" />[/caption]', 'caption: Gammel tekst'],
    ['[quote]Aldrig lukket\n\nMere', 'paragraph: Aldrig lukket\nparagraph: Mere'],
    ['Et[/quote] to', 'paragraph: Et to'],
    ['https://youtu.be/x\n\nSe https://x.dk her', 'paragraph: Se https://x.dk her'],
    ['<a href="[url]">Et</a> <b>to. [quote]tre[/quote]</b>', 'paragraph: Et to.\npull-quote: tre'],
    ['<!-- wp:latest-posts /-->\n<!-- wp:buttons --><div><a>Køb</a></div><!-- /wp:buttons --><p>x</p>', 'paragraph: x'],
    ['<!-- wp:verse --><pre>a\nb</pre><!-- /wp:verse -->', 'code: a b'],
  ])('reads %j', (body, expected) => {
    expect(blocksOf(readWordPress(body))).toBe(expected)
  })

  it.each([
    ['[quote author="Bo &amp; Ida"]Ord.[/quote]', 'Ord.', 'Bo & Ida', 'shortcode'],
    ['[quote author=”Bo”]Ord.[/quote]', 'Ord.', 'Bo', 'shortcode'],
    ['[su_quote cite="Bo"]Ord.[/su_quote]', 'Ord.', 'Bo', 'shortcode'],
    ['[pullquote align="left"]<p>Ord.</p><cite>Bo</cite>[/pullquote]', 'Ord.', 'Bo', 'shortcode'],
    ['[quote]Ord.\n– Bo Hansen, formand[/quote]', 'Ord.', 'Bo Hansen, formand', 'shortcode'],
    ['[bctt tweet="Ord og ord." username="bo"]', 'Ord og ord.', undefined, 'shortcode'],
    [
      '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Ord.</p><cite>Bo</cite></blockquote></figure><!-- /wp:pullquote -->',
      'Ord.',
      'Bo',
      'block',
    ],
    [
      '<!-- wp:pullquote {"value":"\\u003cp\\u003eOrd og \\u00e5.\\u003c/p\\u003e","citation":"Bo"} /-->',
      'Ord og å.',
      'Bo',
      'block',
    ],
    [
      '<blockquote class="wp-block-pullquote alignright"><p>Ord.</p><footer>Bo</footer></blockquote>',
      'Ord.',
      'Bo',
      'html',
    ],
  ])('finds the pull quote in %j', (body, text, attribution, markup) => {
    const { markedQuotes } = readWordPress(`Før.\n\n${body}\n\nEfter.`)
    expect(markedQuotes).toHaveLength(1)
    expect(markedQuotes[0]).toMatchObject({ text, markup, ...(attribution && { attribution }) })
  })
})

describe('readHtml', () => {
  it.each([
    ['<p>a<p>b', 'paragraph: a\nparagraph: b'],
    ['<p>a<br><br>b<br>c<br>\n<br>d', 'paragraph: a\nparagraph: b\nc\nparagraph: d'],
    ['<ul><li>a<li>b<ul><li>c</ul></ul>d', 'list-item: a\nlist-item: b\nlist-item: c\nparagraph: d'],
    ['<table><tr><td>a<td>b<tr><td>c<td>d</table>', ''],
    ['<table><tr><td><h2>a</h2><p>b</p></td><td>c</td></tr></table>', 'heading: a\nparagraph: b\nparagraph: c'],
    ['<figure><img><figcaption>a</figcaption></figure><pre>b</pre>', 'caption: a\ncode: b'],
    ['a<script>b</script><style>c</style><!-- d --><noscript>e</noscript>f', 'paragraph: af'],
    ['<blockquote>a<br>— B C</blockquote><p>Læs <cite>D</cite> nu', 'blockquote: a\nparagraph: Læs D nu'],
    ['<p>i List&lt;x> og <option> uden slut', 'paragraph: i List<x> og uden slut'],
    ['<blockquote class="twitter-tweet"><p>a</p></blockquote>b', 'paragraph: b'],
  ])('reads %j', (body, expected) => {
    expect(blocksOf(readHtml(body))).toBe(expected)
  })

  it('gives each block the elements around it, the same object to neighbours', () => {
    const { blocks } = readHtml('<aside class="Related"><ul><li><a href="x">a</a><li>b</ul></aside><p hidden>c')
    expect(
      blocks.map((block) => block.path?.map(({ tag, names }) => (names ? `${tag}.${names}` : tag)).join('>')),
    ).toEqual(['aside.related>ul>li>a', 'aside.related>ul>li', 'p.hidden'])
    expect(blocks[0]?.path?.[0]).toBe(blocks[1]?.path?.[0])
    expect(blocks[0]?.marks).toEqual([{ kind: 'link', start: 0, end: 1 }])
  })

  it('reads what the head and JSON-LD say', () => {
    const { meta } = readHtml(
      '<html lang="da"><head><title>T &oslash; | S</title><meta property="og:title" content="T"><meta name="author" content="Bo">' +
        '<link rel="canonical" href="https://x.dk/t"><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"S"},' +
        '{"@type":["NewsArticle"],"headline":"T &amp; U","author":[{"name":"Ida"},{"name":"Per"}],"datePublished":"2024-01-02"}]}</script></head>x',
    )
    expect(meta).toEqual({
      title: 'T & U',
      byline: 'Ida, Per',
      publishedAt: '2024-01-02',
      url: 'https://x.dk/t',
      language: 'da',
      pageTitle: 'T ø | S',
      isPage: true,
    })
  })

  it.each([
    ['aside', 'pullquote', true],
    ['div', 'article__pull-quote left', true],
    ['figure', 'wp-block-pullquote', true],
    ['p', 'graf--pullquote', true],
    ['aside', 'quote', true],
    ['blockquote', 'citat-hoejre', true],
    ['div', 'pullquote__author', false],
    ['article', 'pullquote', false],
    ['div', 'has-pullquote', false],
    ['blockquote', 'wp-block-quote', false],
    ['blockquote', '', false],
  ])('%s with the names %j is a pull quote: %s', (tag, names, expected) => {
    expect(isPullQuoteElement(tag, names)).toBe(expected)
  })
})
