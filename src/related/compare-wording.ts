import { articleOf } from './find-place.js'
import type { NumberTable } from './number-table.js'
import { maxShingles } from './read-shingles.js'
import type { Query } from './related-index.js'

/** Wording that more texts than these share is the house's own, and says nothing. by hand */
export const maxTexts = 64

// fitted: F1 on duplicates, and pages of one template in the manuals' archives stay apart
const minContainment = 0.8

// fitted: as above, where the titles are alike too: an article brought up to date
const minContainmentSameTitle = 0.55

// fitted: as above. A copy may be cut or get furniture added; a note that quotes a long article is no copy.
const minJaccard = 0.2

// by hand: fewer shingles in common are a quotation
const minShared = 4

// by hand: of two texts that share a fifth of all wording, one pair in 200 has none of these in common
export const keyShingles = 24

/**
 * How much of the wording of the shorter of two articles stands in the other, 0–1, rare wording counting more; 0 where
 * they are no copies of each other. Symmetric, and a matter of the two and the archive's statistics alone. What the
 * house repeats counts for little, and for nothing where many texts have it. O(shingles).
 */
export function compareWording(counts: NumberTable, a: Query, b: Query): number {
  const shinglesA = shinglesOf(a)
  const shinglesB = shinglesOf(b)
  const last = Math.min(lastComparable(shinglesA), lastComparable(shinglesB))
  let shared = 0
  let weight = 0
  let sizeA = 0
  let sizeB = 0
  let left = 0
  let right = 0
  for (;;) {
    const first = left < shinglesA.length ? shinglesA[left]! : Number.POSITIVE_INFINITY
    const second = right < shinglesB.length ? shinglesB[right]! : Number.POSITIVE_INFINITY
    const shingle = Math.min(first, second)
    if (shingle > last) break
    const share = shingleWeight(counts.get(shingle, 1))
    if (first === shingle) {
      sizeA += share
      left++
    }
    if (second === shingle) {
      sizeB += share
      right++
    }
    if (first === second && share > 0) {
      weight += share
      shared++
    }
  }
  if (shared < minShared) return 0
  const containment = weight / Math.min(sizeA, sizeB)
  if (containment < minContainmentSameTitle || weight / (sizeA + sizeB - weight) < minJaccard) return 0
  if (containment < minContainment && !haveLikeTitles(articleOf(a).title, articleOf(b).title)) return 0
  return Math.min(1, containment)
}

/** Hashes of an article's wording, ascending. */
export function shinglesOf({ weighed: { rows }, row }: Query): Uint32Array {
  return rows.shingles.subarray(rows.shingleStarts[row]!, rows.shingleStarts[row + 1]!)
}

/** Whether two articles are the same text throughout, or have some of the wording by which copies are found in common. */
export function sharesWording(a: Query, b: Query): boolean {
  if (isSameText(a, b)) return true
  const rowsA = a.weighed.rows
  const rowsB = b.weighed.rows
  let left = rowsA.shingleStarts[a.row]!
  let right = rowsB.shingleStarts[b.row]!
  const endA = Math.min(left + keyShingles, rowsA.shingleStarts[a.row + 1]!)
  const endB = Math.min(right + keyShingles, rowsB.shingleStarts[b.row + 1]!)
  while (left < endA && right < endB) {
    const first = rowsA.shingles[left]!
    const second = rowsB.shingles[right]!
    if (first === second) return true
    if (first < second) left++
    else right++
  }
  return false
}

/** Whether all words are the same, title included. */
export function isSameText(a: Query, b: Query): boolean {
  const hashesA = a.weighed.rows.textHashes
  const hashesB = b.weighed.rows.textHashes
  return (
    hashesA[a.row * 2] === hashesB[b.row * 2] &&
    hashesA[a.row * 2 + 1] === hashesB[b.row * 2 + 1] &&
    articleOf(a).language === articleOf(b).language
  )
}

/** What a shared shingle says that so many texts hold: rare wording more than the house's, 0–1. */
function shingleWeight(texts: number): number {
  return texts > maxTexts ? 0 : texts <= 2 ? 1 : Math.sqrt(2 / texts)
}

/** Only shingles up to this one can be compared: those past it were left out of the sample. */
function lastComparable(shingles: Uint32Array): number {
  return shingles.length < maxShingles ? 0xffffffff : shingles[shingles.length - 1]!
}

/** Whether most words of two titles are the same, or one has a single word more ("Updated: …"). */
function haveLikeTitles(a: string | undefined, b: string | undefined): boolean {
  const wordsA = titleWords(a)
  const wordsB = titleWords(b)
  let shared = 0
  for (const word of wordsA) if (wordsB.has(word)) shared++
  const longer = Math.max(wordsA.size, wordsB.size)
  return shared > 0 && (shared >= longer * 0.6 || (shared === longer - 1 && wordsA.size !== wordsB.size))
}

function titleWords(title: string | undefined): Set<string> {
  return new Set(
    title
      ?.normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  )
}
