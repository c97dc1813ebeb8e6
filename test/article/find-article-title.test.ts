import { describe, expect, it } from 'vitest'
import { readParts } from '../../src/article/page-model.js'
import { pageTitle } from '../../src/article/page-title.js'

describe('the title of a page', () => {
  it.each([
    ['drops the name of the site behind it', 'Ny bro over sundet', 'Ny bro over sundet | Avisen', 'Ny bro over sundet'],
    ['drops a kicker before it', 'Trafik: Ny bro over sundet', 'Ny bro over sundet', 'Ny bro over sundet'],
    [
      'follows the head where the wording differs',
      'Så kom broen',
      'Ny bro over sundet er åben',
      'Ny bro over sundet er åben',
    ],
    ['is the line shown where the head names the site alone', 'Ny bro over sundet', 'Avisen', 'Ny bro over sundet'],
    ['is the line shown where the head says nothing', 'Ny bro over sundet', undefined, 'Ny bro over sundet'],
    ['is what the head says where no line was found', undefined, 'Ny bro over sundet - Avisen', 'Ny bro over sundet'],
  ])('%s', (_, shown, stated, expected) => {
    expect(pageTitle(shown, stated)).toBe(expected)
  })
})

describe('the parts of a page', () => {
  const against = [-50, 0, 0, 0, 0]
  const article = [300, 0, 0, 0, 0]

  it('keep prose that the model knows nothing of rather than lose the page', () => {
    expect(readParts([against, against], [20, 80], [20, 80])).toContain('article')
  })

  it('leave long comments out where the article stands elsewhere', () => {
    expect(readParts([article, against, against], [0, 200, 200], [90, 200, 200])).toEqual(['article', 'after', 'after'])
  })
})
