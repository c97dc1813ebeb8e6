import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/article/pieces.js'
import { readMarkdown } from '../../src/article/read-markdown.js'

/** Blocks as `kind: words`, a line each. */
function blocksOf(body: string): string {
  return readMarkdown(body)
    .blocks.map(({ kind, level, pieces }) => `${kind}${kind === 'heading' ? level : ''}: ${textOf(pieces).trim()}`)
    .join('\n')
}

describe('readMarkdown', () => {
  it.each([
    ['*a* **b** ***c*** _d_ __e__', 'paragraph: a b c d e'],
    ['a**b**c and 2*3*4 and 2 * 3', 'paragraph: abc and 2*3*4 and 2 * 3'],
    ['snake_case_word and _one_two_', 'paragraph: snake_case_word and one_two'],
    ['*open and **half* open', 'paragraph: *open and *half open'],
    ['kun **0,05 %**i år', 'paragraph: kun 0,05 %i år'],
    ['\\*not\\* \\# \\æ', 'paragraph: *not* # \\æ'],
    ['`a*b*` ``c`d`` `open', 'paragraph: a*b* c`d `open'],
    ['[a](b) [c](<d e> "f") [g](h(i)j) [k]', 'paragraph: a c g [k]'],
    ['[a][b] [B][] [b] [x][y]\n\n[b]: http://c.d "t"', 'paragraph: a B b [x][y]'],
    ['[*a* ![b](c)](d) e', 'paragraph: a e'],
    ['[![alt](img)](link) efter', 'paragraph: efter'],
    ['a&amp;b &aring; &bogus; &#x41;', 'paragraph: a&b å &bogus; A'],
    ['a <b>b</b> <i class="x">c</i> 1 < 2 <3 <- d', 'paragraph: a b c 1 < 2 <3 <- d'],
    ['List<Map<Key, Value>> i <ukendt>tekst</ukendt>', 'paragraph: List<Map<Key, Value>> i tekst'],
    ['<https://x.dk/a> og ~~ude~~ og ==inde==', 'paragraph: https://x.dk/a og ude og inde'],
    ['note[^1] og ^[indskudt *note*] her\n\n[^1]: Fodnoten.', 'paragraph: note og her'],
    ['[[Side]] og [[Side|siden]]', 'paragraph: Side og siden'],
    ['et\\\nto  \ntre\nfire', 'paragraph: et\nto\ntre fire'],
    ['# En {#anker}\n\nTo\n---\n\n### Tre ###', 'heading1: En\nheading2: To\nheading3: Tre'],
    ['12. maj skrev hun.\n\n1986. Et godt år.', 'paragraph: 12. maj skrev hun.\nparagraph: 1986. Et godt år.'],
    ['1. Et\n2. To\n   - [ ] Tre\n   - [x] Fire', 'list-item: Et\nlist-item: To\nlist-item: Tre\nlist-item: Fire'],
    ['> Et citat\n> over to.\n>\n> — Bo', 'blockquote: Et citat over to.'],
    ['> Kort.\n> -- Bo Hansen, formand', 'blockquote: Kort.'],
    ['![Havn](h.jpg)\n*Havnen. Foto: Bo*', 'caption: Havnen. Foto: Bo'],
    ['Ord\n: Forklaring', 'paragraph: Ord\nparagraph: Forklaring'],
    ['| a | b |\n|---|---|\n| c | d |', ''],
    ['```js\nx = "{{ y }}"\n```\n\n    indrykket', 'code: x = "{{ y }}"\ncode: indrykket'],
    ['<div markdown="1">\n## Inde\n\nTekst *her*.\n</div>', 'heading2: Inde\nparagraph: Tekst her.'],
    ['{% if a %}Ja{% else %}Nej{% endif %} {{ x }}{# y #}.', 'paragraph: JaNej .'],
    ['[b]: <a\n\nslut', 'paragraph: [b]: <a\nparagraph: slut'],
    ['[link](x){: .btn rel="y"} og ord{.klasse}', 'paragraph: link og ord'],
  ])('reads %j', (body, expected) => {
    expect(blocksOf(body)).toBe(expected)
  })

  it.each([
    ['{% pullquote %}Løftede ord.{% endpullquote %}', 'Løftede ord.', undefined, 'shortcode'],
    ['{{% pullquote author="Bo" %}}\nLøftede ord.\n{{% /pullquote %}}', 'Løftede ord.', 'Bo', 'shortcode'],
    ['{{< pullquote "Løftede ord." >}}', 'Løftede ord.', undefined, 'shortcode'],
    ['{% include pull-quote.html content="Løftede ord." cite="Bo" %}', 'Løftede ord.', 'Bo', 'shortcode'],
    ["<Pullquote cite={'Bo'} quote={`Løftede ord.`}/>", 'Løftede ord.', 'Bo', 'html'],
    ['<PullQuote author="Bo">\n\nLøftede *ord*.\n\n</PullQuote>', 'Løftede ord.', 'Bo', 'html'],
    ['> Løftede ord.\n{: .pullquote}', 'Løftede ord.', undefined, 'markdown'],
    ['::: {.pullquote}\nLøftede ord.\n:::', 'Løftede ord.', undefined, 'markdown'],
    ['[quote]Løftede ord.[/quote]', 'Løftede ord.', undefined, 'shortcode'],
    ['<aside class="pullquote">\nLøftede ord.\n</aside>', 'Løftede ord.', undefined, 'html'],
    [
      '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><blockquote><p>Løftede ord.</p><cite>Bo</cite></blockquote></figure>\n<!-- /wp:pullquote -->',
      'Løftede ord.',
      'Bo',
      'block',
    ],
  ])('finds the pull quote in %j', (body, text, attribution, markup) => {
    const { blocks, markedQuotes } = readMarkdown(`Før.\n\n${body}\n\nEfter.`)
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'pull-quote', 'paragraph'])
    expect(markedQuotes).toHaveLength(1)
    expect(markedQuotes[0]).toMatchObject({ text, markup, ...(attribution && { attribution }) })
  })

  it('reads front matter however it is written, and never throws', () => {
    expect(
      readMarkdown('---\ntitle: "En: to"\nauthors: [{name: Bo}, {name: Ida}]\ndate: 2020-01-02\ntags: [a, b]\n---\nx')
        .meta,
    ).toEqual({
      title: 'En: to',
      byline: 'Bo, Ida',
      publishedAt: '2020-01-02',
      tags: ['a', 'b'],
    })
    expect(readMarkdown('+++\ntitle = "En"\n+++\nx').meta.title).toBe('En')
    expect(readMarkdown('---\ntitle: {{ x }}: [\nauthor: Bo\n---\nx').meta.byline).toBe('Bo')
    expect(blocksOf('---\n\nKun en streg.\n\n---\n\nSlut.')).toBe('paragraph: Kun en streg.\nparagraph: Slut.')
  })
})
