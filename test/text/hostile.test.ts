import { describe, expect, test } from 'vitest'
import { da } from '../../src/da.js'
import { splitSentences } from '../../src/text/split-sentences.js'
import { tokenize } from '../../src/text/tokenize.js'

const hostile: [string, string][] = [
  ['stops between letters', 'a.b.c.'],
  ['quote marks', '"'],
  ['stops and quote marks', '."'],
  ['stops apart', '. '],
  ['marks apart', '! ? '],
  ['spaces', ' '],
  ['emoji', '🙂'],
  ['stops and emoji', '. 🙂'],
  ['joined emoji', '👩\u200d'],
  ['lone surrogates', '\ud83d'],
  ['addresses', 'a://'],
  ['mail', 'a@b,'],
  ['brackets', '.['],
  ['notes', '.[1] '],
  ['digits', '1.'],
  ['initials', 'A. '],
  ['hyphens', 'a-'],
  ['combining marks', '\u0301'],
  ['slashes', '/a'],
]

describe('bad input', () => {
  test.each(hostile)('%s take time linear in the text', (_name, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(length / piece.length)
      const begin = performance.now()
      splitSentences(da, text)
      tokenize(da, text)
      return performance.now() - begin
    }
    time(50_000)
    // quadratic work would take 16 times as long; wide margin for a busy machine
    const short = Math.min(time(100_000), time(100_000), time(100_000))
    const long = Math.min(time(400_000), time(400_000))
    expect(long).toBeLessThan(short * 10 + 60)
  })
})
