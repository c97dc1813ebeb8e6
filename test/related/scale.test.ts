import { describe, expect, test } from 'vitest'
import { indexEntries } from '../../src/related/build-related-index.js'
import { findDuplicates } from '../../src/related/find-duplicates.js'
import { indexInfo } from '../../src/related/index-info.js'
import { liveEntries } from '../../src/related/lay-out-rows.js'
import { loadIndex } from '../../src/related/load-index.js'
import { mergeIndexes } from '../../src/related/merge-indexes.js'
import { related } from '../../src/related/related.js'
import { relatedAll } from '../../src/related/related-all.js'
import { type Entry, openIndex, type RelatedIndex } from '../../src/related/related-index.js'
import { removeArticles } from '../../src/related/remove-articles.js'
import { reweighIndex } from '../../src/related/reweigh-index.js'
import { saveIndex } from '../../src/related/save-index.js'
import { upsertEntries } from '../../src/related/upsert-articles.js'
import { makeRandom, syntheticEntries } from '../benchmark/synthetic-entries.js'

const entries = [...syntheticEntries(500, { words: 120 })]
const listsOf = (index: RelatedIndex): Map<string, string> =>
  new Map([...relatedAll(index)].map(({ id, related: list }) => [id, JSON.stringify(list)]))

describe('an archive of some hundred articles', () => {
  const index = indexEntries(entries)
  const { statistics } = openIndex(index, 'test')
  const lists = listsOf(index)

  test('has the same lists and copies however it is cut into segments', () => {
    let pieces = indexEntries(entries.slice(0, 350), statistics)
    for (const [start, end] of [
      [350, 450],
      [450, 500],
    ]) {
      pieces = upsertEntries(pieces, entries.slice(start, end)).index
    }
    expect(openIndex(pieces, 'test').segments.length).toBeGreaterThan(1)
    expect([...listsOf(pieces)]).toEqual([...lists])
    expect(findDuplicates(pieces)).toEqual(findDuplicates(index))
    expect(findDuplicates(index).length).toBeGreaterThan(5)
  })

  test('merged from shards, or weighed anew, is one build to the byte', () => {
    const shards = [0, 1, 2].map((shard) => indexEntries(entries.filter((_, place) => place % 3 === shard)))
    expect(isSame(saveIndex(mergeIndexes(...shards)), saveIndex(index))).toBe(true)
    const grown = upsertEntries(indexEntries(entries.slice(0, 400)), entries.slice(400)).index
    expect(indexInfo(grown).drift).toBeGreaterThan(0.05)
    expect(isSame(saveIndex(reweighIndex(grown)), saveIndex(index))).toBe(true)
  })

  test('tells of each change all whose lists changed', { timeout: 120_000 }, () => {
    const random = makeRandom(5)
    let current = indexEntries(entries.slice(0, 440))
    let before = listsOf(current)
    let changed = 0
    for (let step = 0; step < 24; step++) {
      const ids = [...before.keys()]
      const change =
        step % 3 === 2
          ? removeArticles(current, [ids[Math.floor(random() * ids.length)]!])
          : upsertEntries(current, [disguise(entries[Math.floor(random() * 440)]!, entries[440 + step]!, step)])
      const after = listsOf(change.index)
      for (const id of new Set([...ids, ...after.keys()])) {
        if (before.get(id) === after.get(id)) continue
        changed++
        expect(change.affected).toContain(id)
      }
      const state = openIndex(change.index, 'test')
      if (step % 4 === 3) expect([...listsOf(indexEntries(liveEntries(state), state.statistics))]).toEqual([...after])
      current = change.index
      before = after
    }
    expect(changed).toBeGreaterThan(20)
  })

  test('is told apart from bytes that were changed, cut or lengthened anywhere', { timeout: 600_000 }, () => {
    const bytes = saveIndex(indexEntries(entries.slice(0, 60)))
    const random = makeRandom(9)
    for (let run = 0; run < Number(process.env.FLIPS ?? 400); run++) {
      const place = Math.floor(random() * bytes.length)
      const damaged = run % 4 === 3 ? bytes.slice(0, place) : bytes.slice()
      if (run % 4 < 3) damaged[place]! ^= 1 + Math.floor(random() * 255)
      expect(() => loadIndex(damaged)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^INDEX_/) }))
    }
    expect(() => loadIndex(new Uint8Array(bytes.length + 8))).toThrow(
      expect.objectContaining({ code: 'INDEX_CORRUPT' }),
    )
    const other = bytes.slice()
    other[7] = 'K'.charCodeAt(0)
    expect(() => loadIndex(other)).toThrow(expect.objectContaining({ code: 'INDEX_VERSION' }))
  })

  test('is read from bytes that do not lie at a multiple of eight', () => {
    const bytes = saveIndex(index)
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect([...listsOf(loadIndex(moved.subarray(3)))]).toEqual([...lists])
    // What Node's readFileSync gives, at its own place in memory or in the midst of another.
    expect([...listsOf(loadIndex(Buffer.from(bytes)))]).toEqual([...lists])
    expect([...listsOf(loadIndex(Buffer.from(moved).subarray(3)))]).toEqual([...lists])
  })
})

test('ten thousand identical articles are one group, and related to nothing', { timeout: 60_000 }, () => {
  const [first] = entries
  const same = Array.from({ length: 10_000 }, (_, number) => rename(first!, `n${number}`))
  const index = indexEntries([...same, ...entries.slice(1, 50)])
  expect(findDuplicates(index)[0]!.ids).toHaveLength(10_000)
  expect(related([], index, 'n77').some(({ id }) => id.startsWith('n'))).toBe(false)
})

/** One article's words under another's title and id: some are copies, some are like both. */
function disguise(like: Entry, other: Entry, step: number): Entry {
  return step % 2 ? other : rename(like, `new-${step}`)
}

function rename(entry: Entry, id: string): Entry {
  return { ...entry, article: { ...entry.article, id } }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, place) => byte === b[place])
}
