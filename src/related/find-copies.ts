import { lastComparable, shingleWeight, type WordingIndex } from './index-wording.js'
import type { Entry } from './related-index.js'

// fitted: F1 on duplicates, and pages of one template in the manuals' archives stay apart
const minContainment = 0.8

// fitted: as above, where the titles are alike too: an article brought up to date
const minContainmentSameTitle = 0.55

// fitted: as above. A copy may be cut or get furniture added; a note that quotes a long article is no copy.
const minJaccard = 0.2

// by hand: fewer shingles in common are a quotation
const minShared = 4

/**
 * The texts, other than its own, that are copies of an article: most of the wording of the shorter of the two stands in
 * the other. Symmetric. `containment` is that share, 0–1, rare wording counting more: shared furniture counts for
 * little, and for nothing where many texts have it.
 * @param own - the article's own text, -1 where it is not in the index.
 */
export function findCopiedTexts(
  wording: WordingIndex,
  entry: Entry,
  own: number,
): { text: number; containment: number }[] {
  const { owners, runStarts, texts, textStarts, sums } = wording
  const overlaps = new Map<number, { weight: number; shared: number }>()
  const { shingles } = entry
  const ownSums = new Float64Array(shingles.length)
  let sum = 0
  for (let place = 0; place < shingles.length; place++) {
    const run = own >= 0 ? wording.runs[textStarts[own]! + place]! : findRun(wording.shingles, shingles[place]!)
    const start = run < 0 ? 0 : runStarts[run]!
    const end = run < 0 ? 0 : runStarts[run + 1]!
    const weight = shingleWeight(Math.max(1, end - start))
    sum += weight
    ownSums[place] = sum
    if (weight === 0) continue
    for (let owner = start; owner < end; owner++) {
      const text = owners[owner]!
      if (text === own) continue
      const overlap = overlaps.get(text)
      if (overlap) {
        overlap.weight += weight
        overlap.shared++
      } else overlaps.set(text, { weight, shared: 1 })
    }
  }
  const copies: { text: number; containment: number }[] = []
  for (const [text, { weight, shared }] of overlaps) {
    if (shared < minShared) continue
    const other = texts[text]![0]!.shingles
    const last = Math.min(lastComparable(shingles), lastComparable(other))
    const sizeA = sumUpTo(ownSums, 0, shingles, last)
    const sizeB = sumUpTo(sums, textStarts[text]!, other, last)
    const containment = weight / Math.min(sizeA, sizeB)
    if (containment < minContainmentSameTitle || weight / (sizeA + sizeB - weight) < minJaccard) continue
    if (containment < minContainment && !haveLikeTitles(entry, texts[text]![0]!)) continue
    copies.push({ text, containment: Math.min(1, containment) })
  }
  return copies
}

/** Whether most words of two titles are the same, or one has a single word more ("Updated: …"). */
function haveLikeTitles(a: Entry, b: Entry): boolean {
  const wordsA = titleWords(a)
  const wordsB = titleWords(b)
  let shared = 0
  for (const word of wordsA) if (wordsB.has(word)) shared++
  const longer = Math.max(wordsA.size, wordsB.size)
  return shared > 0 && (shared >= longer * 0.6 || (shared === longer - 1 && wordsA.size !== wordsB.size))
}

function titleWords({ article }: Entry): Set<string> {
  return new Set(
    article.title
      ?.normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  )
}

/** The added-up weights of a text's shingles up to a hash. */
function sumUpTo(sums: Float64Array, start: number, shingles: Uint32Array, last: number): number {
  const count = last >= (shingles[shingles.length - 1] ?? 0) ? shingles.length : lowerBound(shingles, last + 1)
  return count === 0 ? 0 : sums[start + count - 1]!
}

function findRun(shingles: Uint32Array, shingle: number): number {
  const place = lowerBound(shingles, shingle)
  return shingles[place] === shingle ? place : -1
}

function lowerBound(values: Uint32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether two articles share more wording than a quotation. */
export function sharesWording(a: Entry, b: Entry): boolean {
  if (a.textHash[0] === b.textHash[0] && a.textHash[1] === b.textHash[1]) return true
  let shared = 0
  let left = 0
  let right = 0
  while (left < a.shingles.length && right < b.shingles.length) {
    const order = a.shingles[left]! - b.shingles[right]!
    if (order === 0 && ++shared >= minShared) return true
    if (order <= 0) left++
    if (order >= 0) right++
  }
  return false
}
