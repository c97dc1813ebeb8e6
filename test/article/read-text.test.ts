import { describe, expect, it } from 'vitest'
import { blockText } from '../../src/article/page-facts.js'
import { readText } from '../../src/article/read-text.js'

describe('readText', () => {
  it('makes a block of each line, whatever the line break', () => {
    expect(readText('En linje.\r\nEn anden.\n\nEn tredje.').blocks.map(blockText)).toEqual([
      'En linje.',
      'En anden.',
      'En tredje.',
    ])
  })
  it('joins lines that were wrapped at a fixed width', () => {
    const body =
      'Vi gik en lang tur langs stranden og så ud over det\nblå hav, mens solen stod højt på himlen over os\nog mågerne skreg.'
    expect(readText(body).blocks).toHaveLength(1)
  })
  it('maps every piece back to the body', () => {
    const body = '  • Æbler \r\n- Pærer\n\nTekst med 😀.'
    for (const { pieces } of readText(body).blocks)
      for (const { text, start, end } of pieces) expect(body.slice(start, end)).toBe(text)
  })
})
