import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../src/index.js'

const paragraph =
  'Kommunen har målt støjen ved de tre skoler i hele foråret, og nu ligger tallene klar. De viser, at der er roligere end sidste år, men stadig for højt ved vejen.'
const page = (...lines: readonly string[]): string =>
  ['Forside', 'Nyheder', 'Sport', 'Kultur', 'Vi bruger cookies', 'Accepter alle', ...lines].join('\n')
const foot = ['Læs også', 'Tre biler stødte sammen', 'Tre biler stødte sammen', 'Tilmeld dig vores nyhedsbrev', 'Om os']

describe('a page copied as text', () => {
  it('keeps the lead that stands above byline and date', () => {
    const lead = 'Eleverne ved Søndervang kan igen åbne vinduerne i timerne uden at råbe.'
    const title = 'Skolerne har fået mere ro'
    const body = page(title, lead, 'Af Mette Holm', '3. maj 2021', paragraph, paragraph, paragraph, paragraph, ...foot)
    const document = parseArticle({ body, format: 'text' })
    expect(document.title).toBe(title)
    expect(document.lead).toBe(lead)
    expect(document.text).toContain(lead)
  })

  it('keeps bullets under a last heading', () => {
    const items = ['• Støjmur', '• Asfalt', '• Hastighed']
    const body = page('Skolerne har fået mere ro', paragraph, paragraph, paragraph, 'Midlerne', ...items, ...foot)
    const { text } = parseArticle({ body, format: 'text' })
    for (const item of items) expect(text).toContain(item.slice(2))
    expect(text).not.toContain('Tre biler')
  })
})
