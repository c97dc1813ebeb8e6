import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractPullQuotes, parseArticle } from '../../src/index.js'
import type { PullQuote } from '../../src/model/pull-quote.js'
import { PullQuote as pullQuoteModel } from '../../src/schema.js'

const danish = [
  'Byen har brug for flere bænke, og ingen tør sige det højt.',
  'Kommunen brugte 14 millioner kroner på broen i 2019.',
  'Man kan ikke bygge et fællesskab uden et sted at mødes.',
  'Her er tre gode råd til dig, der vil købe cykel.',
  'Hun gik derfor hjem igen.',
  '»Vi har aldrig haft så travlt som i år,« siger skoleleder Karen Holm.',
  'Frivillige giver det, som penge aldrig kan købe.',
]
const english = [
  'Nobody ever regretted planting a tree.',
  'The council spent 14 million on the bridge in 2019.',
  'A town without benches is a town without conversations.',
  '“We have never been busier than this year,” says head teacher Karen Holm.',
  'Click the button below to install the plugin.',
]

/** What holds for any answer. */
function expectSound(body: string, quotes: readonly PullQuote[]): void {
  const { text } = parseArticle({ body })
  const suggested = quotes.filter(({ source }) => source === 'suggested')
  for (const quote of quotes) {
    expect(pullQuoteModel.safeParse(quote).success).toBe(true)
    if (quote.source === 'suggested') expect(text.slice(quote.span!.start, quote.span!.end)).toBe(quote.text)
  }
  for (const [place, quote] of suggested.entries()) {
    const logit = quote.reasons.reduce((sum, { contribution }) => sum + contribution, 0)
    expect(Math.abs(quote.score - 1 / (1 + Math.exp(-logit)))).toBeLessThan(1e-4)
    const next = suggested[place + 1]
    if (!next) continue
    expect(quote.score).toBeGreaterThanOrEqual(next.score)
    if (quote.score === next.score) expect(quote.span!.start).toBeLessThan(next.span!.start)
  }
  const places = suggested.map(({ span }) => span!).sort((a, b) => a.start - b.start)
  for (const [place, span] of places.entries()) {
    if (places[place + 1]) expect(span.end).toBeLessThanOrEqual(places[place + 1]!.start)
  }
}

const paragraphs = fc.array(fc.array(fc.constantFrom(...danish, ...english), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 8,
})

describe('suggestions', () => {
  it('are sound for any text: spans, schema, reasons that add up to the log odds, order, no overlap', () => {
    fc.assert(
      fc.property(paragraphs, (blocks) => {
        const body = blocks.map((sentences) => sentences.join(' ')).join('\n\n')
        expectSound(body, extractPullQuotes({ body }, { limit: 20 }))
      }),
      { numRuns: 60 },
    )
  })

  it('are sound for odd characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => {
        expectSound(body, extractPullQuotes({ body }, { limit: 20, minWords: 1 }))
      }),
      { numRuns: 100 },
    )
  })

  const lists: [string, string][] = [
    [
      'a list of links',
      Array.from({ length: 60 }, (_, n) => `- [Side ${n} om cykler](https://example.org/${n})`).join('\n'),
    ],
    [
      'a table',
      `| By | Indbyggere |\n| --- | --- |\n${Array.from({ length: 40 }, (_, n) => `| By ${n} | ${n * 317} |`).join('\n')}`,
    ],
    [
      'code',
      `\`\`\`ts\n${Array.from({ length: 60 }, (_, n) => `const value${n} = read('file${n}') // gør det nu.`).join('\n')}\n\`\`\``,
    ],
    ['headings', Array.from({ length: 30 }, (_, n) => `## Afsnit ${n} om livet i byen`).join('\n\n')],
    ['a few words', 'Kort og godt.'],
  ]
  it.each(lists)('are none for %s alone', (_, body) => {
    expect(extractPullQuotes({ body, format: 'markdown' })).toEqual([])
  })

  it('come from the prose of a tutorial, not from its code', () => {
    const body = `${danish[2]} ${danish[6]}\n\n\`\`\`sh\nnpm install ting # aldrig mere besvær end nu.\n\`\`\`\n\n${danish[0]}`
    const quotes = extractPullQuotes({ body, format: 'markdown' })
    expect(quotes.length).toBeGreaterThan(0)
    for (const { text } of quotes) expect(text).not.toContain('npm')
  })

  it('hold a poem’s lines together or leave them', () => {
    const body =
      'Natten er lang\nog vejen er våd\nmen ingen går alene\n\nHavet er koldt\nog himlen er grå\nmen nogen tænder lys'
    for (const { text } of extractPullQuotes({ body })) expect(text).toMatch(/[.!?…]$/u)
  })

  it('leave the name of who speaks out of a transcript’s lines and give it as attribution', () => {
    const lines = Array.from({ length: 4 }, () => [
      'Karen Holm: Man kan ikke bygge et fællesskab uden et sted at mødes.',
      'Ole Bak: Hvad gør vi så ved de tomme butikker i byen?',
    ])
    const body = lines.flat().join('\n\n')
    const [first] = extractPullQuotes({ body, language: 'da' })
    expect(first).toMatchObject({ kind: 'source', attribution: 'Karen Holm' })
    expect(first!.text).toMatch(/^Man kan ikke/u)
  })

  const quotation = danish.slice(0, 3).join(' ')
  it.each([
    ['English article with long Danish quotations', english.join(' '), `“${quotation}”`],
    ['Danish article with long English quotations', danish.join(' '), `»${english.slice(0, 3).join(' ')}«`],
  ])('are sound in an %s', (_, own, foreign) => {
    const body = [own, foreign, own, foreign].join('\n\n')
    const quotes = extractPullQuotes({ body })
    expectSound(body, quotes)
    expect(quotes.length).toBeGreaterThan(0)
  })

  it.each([20, 2_000, 200_000])(
    'take an article of %i words in bounded time',
    (words) => {
      const all = [...danish, ...english]
      const sentences: string[] = []
      for (let count = 0, place = 0; count < words; place++) {
        const sentence = `${all[(place * 7) % all.length]} Det var gang ${place} i rækken af mange.`
        count += sentence.split(' ').length
        sentences.push(sentence)
      }
      const body = sentences.map((sentence, place) => (place % 4 === 3 ? `${sentence}\n\n` : `${sentence} `)).join('')
      const start = performance.now()
      const quotes = extractPullQuotes({ body })
      expect(performance.now() - start).toBeLessThan(50_000)
      expect(quotes.length).toBeLessThanOrEqual(3)
      expectSound(body, quotes)
    },
    60_000,
  )
})
