import { describe, expect, it } from 'vitest'
import { contentScores } from '../../src/article/content-scores.js'
import { hintsOf } from '../../src/article/furniture/hint-words.js'
import { blockFacts } from '../../src/article/page-facts.js'
import { readHtml } from '../../src/article/read-html.js'
import { parseArticle } from '../../src/index.js'

function scoresOf(html: string) {
  const { blocks } = readHtml(html)
  const hints = new Map(blocks.flatMap(({ path = [] }) => path.map((element) => [element, hintsOf(element)] as const)))
  return contentScores(blocks, blockFacts([], blocks), hints)
}

const text = '<p>Broen over sundet er åben, og de første biler kørte over i morges, siger vejchefen.</p>'
const links = '<a href="/a">Her er en lang linje, der er en henvisning til en anden artikel</a>'

describe('contentScores', () => {
  it.each([
    ['the element with the paragraphs', `<div id="x">${text}${text}</div><div id="y">${text}</div>`, 'x'],
    [
      'not the one with the links',
      `<div id="x">${text}</div><ul id="y"><li>${links}<li>${links}<li>${links}</ul>`,
      'x',
    ],
    [
      'not the one called comments, be there more of them',
      `<main><div id="x">${text}${text}</div></main><section><div class="comments">${text}${text}${text}</div></section>`,
      'x',
    ],
    [
      'the element around a list, not the list',
      '<div id="x"><h2>Tjek</h2><ul id="y"><li>Skift filteret, før det sætter sig.<li>Rens tragten, når den er tom.</ul></div>',
      'x',
    ],
  ])('finds %s', (_, html, expected) => {
    expect(scoresOf(`<body>${html}</body>`).top?.names).toContain(expected)
  })

  it('names the article element that the text stands in', () => {
    expect(scoresOf(`<body><article><div>${text}</div></article></body>`).article?.tag).toBe('article')
  })

  it('finds nothing on a page without text', () => {
    expect(scoresOf('<body><a href="/">Forsiden</a></body>').top).toBeUndefined()
  })
})

describe('a page of short lines', () => {
  it('is read though no line is long enough to be prose', () => {
    const items = ['Skift filteret hver måned.', 'Rens tragten, når den er tom.', 'Mål vandet, før du fylder på.']
    const html = `<html><body><nav><a href="/">Forside</a><a href="/om">Om os</a></nav><article><h1>Pas på kaffemaskinen</h1>
      <h2>Det korte svar</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></article></body></html>`
    const { text: read } = parseArticle({ body: html, format: 'html' })
    for (const item of items) expect(read).toContain(item)
    expect(read).not.toContain('Om os')
  })
})
