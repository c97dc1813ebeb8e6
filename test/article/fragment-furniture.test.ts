import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/article/read-article.js'
import { da } from '../../src/da.js'
import { en } from '../../src/en.js'

const before = 'Priserne er steget i tre år i træk, og det mærkes i hele landet nu.'
const after = 'Økonomerne venter, at stigningen fortsætter til næste år mindst.'

describe('a fragment from a CMS', () => {
  it.each([
    '<nav><a href="/">Forside</a></nav>',
    '<div class="share-buttons"><a href="#">Del</a></div>',
    '<div class="newsletter-signup"><p>Få nyheder i din indbakke</p></div>',
    '<ul class="tags"><li><a href="#">bolig</a></li></ul>',
    '<p class="disclaimer">Skribenten mener det selv.</p>',
    '<form><label>Navn</label></form>',
    '<p hidden>Skjult</p>',
    '<footer>© Avisen</footer>',
  ])('loses %s', (furniture) => {
    const reading = readArticle([da, en], { format: 'html', body: `<p>${before}</p>${furniture}<p>${after}</p>` })
    expect(reading.text).toBe(`${before}\n\n${after}`)
    expect(reading.removed).not.toEqual([])
  })

  it.each([
    ['html', '<aside><h3>Læs også</h3><ul><li><a href="/1">Sådan køber du et hus</a></li></ul></aside>'],
    ['html', '<div class="related-posts"><a href="/1">Sådan køber du et hus</a></div>'],
    ['wordpress', '<h3>Læs også</h3>\n<ul><li><a href="/1">Sådan køber du et hus</a></li></ul>'],
    ['markdown', '### Læs også\n\n- [Sådan køber du et hus](/1)'],
  ] as const)('%s: gives the titles of other articles in %s', (format, furniture) => {
    const wrap = (text: string): string => (format === 'html' ? `<p>${text}</p>` : text)
    const reading = readArticle([da, en], { format, body: `${wrap(before)}\n\n${furniture}\n\n${wrap(after)}` })
    expect(reading.text).toBe(`${before}\n\n${after}`)
    expect(reading.teasers).toEqual([{ title: 'Sådan køber du et hus' }])
  })

  it('keeps what stands in a frame around it all, whatever that is called', () => {
    const body = `<form class="share-page"><div class="social"><p>${before}</p><p>${after}</p></div></form>`
    expect(readArticle([da, en], { format: 'html', body }).text).toBe(`${before}\n\n${after}`)
  })

  it('takes no line for a title that no heading says is one', () => {
    const reading = readArticle([da, en], {
      format: 'markdown',
      body: `Kort linje\n\n${before}\n\n## Rubrik\n\n${after}`,
    })
    expect(reading.title).toBeUndefined()
    expect(reading.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'heading', 'paragraph'])
  })
})
