import { describe, expect, it } from 'vitest'
import { assembleText } from '../../src/article/assemble.js'
import { detectFormat } from '../../src/article/detect-format.js'
import { readHtml } from '../../src/article/read-html.js'
import { readMarkdown } from '../../src/article/read-markdown.js'
import { readWordPress } from '../../src/article/read-wordpress.js'

/** Bodies of about `size` units that have made parsers slow or fall over. */
const bodies: readonly (readonly [string, (size: number) => string])[] = [
  ...[
    '<',
    '&',
    '>',
    '[',
    ']',
    '[quote',
    '[quote "',
    '[quote]',
    '[q "[a" ',
    'a.b.c.',
    '<div>',
    '</b>',
    '<b>',
    '<a b="',
    '<!-- ',
  ].map((bit) => [bit, repeat(bit)] as const),
  ...[
    'a**b',
    '*a_ ',
    '[a](<b',
    '[a](b',
    '![a',
    '{% a ',
    '{{< a >}}',
    '<A b={',
    '<A b={`',
    '::: a\n',
    '```\n',
    '\0',
    '\ud800',
  ].map((bit) => [bit, repeat(bit)] as const),
  ...[
    '> ',
    '- ',
    '<span class=pullquote>a',
    '<aside class=pullquote>a',
    '<svg>',
    '<li>a',
    '<table><tr><td>a',
    '&amp;',
    '|a|b|\n',
  ].map((bit) => [bit, repeat(bit)] as const),
  ['deep, then stray closings', (size) => '<div>'.repeat(2000) + '</x>'.repeat(size / 4)],
  ['deep, then paragraphs', (size) => '<div>'.repeat(2000) + '<p>a'.repeat(size / 4)],
  ['brackets, then links', (size) => '['.repeat(size / 2) + '[a](b)'.repeat(size / 12)],
  ['a table', (size) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(size / 6)}`],
  ['marks that combine', (size) => `a${'\u030a'.repeat(size)}`],
  ['front matter without end', (size) => `---\n${'a: b\n'.repeat(size / 5)}`],
  ['nested front matter', (size) => `---\na: ${'['.repeat(Math.min(size, 60_000))}\n---\nx`],
  ['nested sequences in front matter', (size) => `---\na: \n${'- '.repeat(Math.min(size, 60_000) / 2)}\n---\nx`],
  ['aliases in front matter', () => '---\na: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n---\nx'],
]

function repeat(bit: string): (size: number) => string {
  return (size) => bit.repeat(Math.ceil(size / bit.length))
}

const readers = { readHtml, readMarkdown, readWordPress }

describe('readers of hostile bodies', () => {
  for (const [name, read] of Object.entries(readers)) {
    it(`${name} never throws and stays linear`, () => {
      for (const [label, make] of bodies) {
        const work = (size: number): number => {
          const body = make(size)
          const { user } = process.cpuUsage()
          detectFormat(body)
          assembleText({}, read(body).blocks)
          return (process.cpuUsage().user - user) / 1000
        }
        // 8 times the size: a quadratic reader would need 64 times the time; the floor hides noise.
        const small = Math.max(20, work(10_000))
        expect(work(80_000), `${label} in ms, after ${small}`).toBeLessThan(small * 30)
      }
    }, 120_000)
  }
})
