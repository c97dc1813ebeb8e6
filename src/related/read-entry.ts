import { parseArticle } from '../document/parse-article.js'
import { KlartekstError } from '../klartekst-error.js'
import type { Article } from '../model/article.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import { readTerms, type Terms } from '../similarity/read-terms.js'
import { idfWeight, termIdf } from '../similarity/term-idf.js'
import type { TermWeights } from '../similarity/term-weights.js'
import { readWords } from '../words/read-words.js'
import { hashTerm } from './hash-terms.js'
import type { IndexedArticle } from './indexed-article.js'
import { readShingles } from './read-shingles.js'
import type { Entry } from './related-index.js'

// by hand, on the dev mean of the evaluation archives: .580 with 768, .578 with 512, .576 with 384, .569 with 256
const maxTerms = 768

// by hand, on the same: where only a share is kept, a pair of words counts half, for most pairs stand in one article only
const pairStrength = 0.5

// by hand: reasons name the few strongest shared terms, and these are among the strongest of one of the two
const maxLabels = 48

/**
 * An article as an index keeps it. Which terms are kept hangs on the article and the language's data alone, never on
 * the archive, so that shards merged are the index of the whole.
 * @param weights - of the kinds of terms, for who measures others than the library's own.
 */
export function readEntry(
  languages: readonly Language[],
  input: Article | Document,
  id: string,
  weights?: TermWeights,
): Entry {
  const document = parseArticle(languages, input)
  const terms = readTerms(languages, document, weights)
  const byHash = orderByHash(terms, pickStrongest(terms))
  const labelled = byHash.map((_, place) => place).filter((place) => byHash[place]!.strength < maxLabels)
  const { hashes, textHash } = readShingles(document, readWords(languages, document))
  return {
    article: describeArticle(document, id),
    terms: Uint32Array.from(byHash, ({ hash }) => hash),
    locals: Uint8Array.from(byHash, ({ place }) => clamp(Math.sqrt(terms.counts[place]!) * 16, 1)),
    rarities: Uint8Array.from(byHash, ({ place }) => clamp(terms.rarities[place]! * 8, 0)),
    labelled: Uint16Array.from(labelled),
    labels: labelled.map((place) => terms.labels[byHash[place]!.place]!),
    shingles: hashes,
    textHash,
  }
}

/** The id of an article to be indexed. */
export function requireId(input: Article | Document, caller: string, position: number): string {
  if (typeof input !== 'object' || input === null) {
    throw new TypeError(
      `${caller}: wanted articles; got ${input === null ? 'null' : typeof input} at place ${position}`,
    )
  }
  if (typeof input.id === 'string' && input.id !== '') return input.id
  throw new KlartekstError(
    'MISSING_ID',
    `${caller}: the article at place ${position} ${input.title ? `("${input.title}") ` : ''}has no id.`,
    'Give each article a string `id` that is unique in the archive.',
  )
}

interface KeptTerm {
  readonly hash: number
  readonly place: number
  /** Its rank among the article's terms. */
  readonly strength: number
}

/** Ascending hashes, each once: of two terms with one hash the stronger. */
function orderByHash({ keys }: Terms, strongest: readonly number[]): KeptTerm[] {
  // A number holds both, and numbers sort much faster than objects.
  const packed = new Float64Array(strongest.length)
  for (const [strength, place] of strongest.entries()) packed[strength] = hashTerm(keys[place]!) * maxTerms + strength
  packed.sort()
  const kept: KeptTerm[] = []
  for (const number of packed) {
    const strength = number % maxTerms
    const hash = (number - strength) / maxTerms
    if (kept.at(-1)?.hash !== hash) kept.push({ hash, place: strongest[strength]!, strength })
  }
  return kept
}

/** Places of the terms an index keeps, strongest first. */
function pickStrongest({ keys, counts, rarities }: Terms): number[] {
  const strengths = new Float64Array(counts.length)
  const idfs = new Map<number, number>()
  const places: number[] = []
  for (const [place, count] of counts.entries()) {
    if (count <= 0) continue
    const bits = rarities[place]!
    let idf = idfs.get(bits)
    if (idf === undefined) idfs.set(bits, (idf = idfWeight(termIdf(0, 0, bits))))
    strengths[place] = Math.sqrt(count) * idf * (keys[place]!.includes(' ') ? pairStrength : 1)
    places.push(place)
  }
  return places.sort((a, b) => strengths[b]! - strengths[a]! || a - b).slice(0, maxTerms)
}

function clamp(value: number, least: number): number {
  return Math.max(least, Math.min(255, Math.round(value)))
}

function describeArticle(document: Document, id: string): IndexedArticle {
  const { title, publishedAt, updatedAt, status, author, url, tags, pins, excludes, translationGroup, meta } = document
  return {
    id,
    language: document.language.language,
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(status === undefined ? {} : { status }),
    ...(author === undefined ? {} : { author }),
    ...(url === undefined ? {} : { url }),
    ...(tags === undefined ? {} : { tags }),
    ...(pins === undefined ? {} : { pins }),
    ...(excludes === undefined ? {} : { excludes }),
    ...(translationGroup === undefined ? {} : { translationGroup }),
    ...(meta === undefined ? {} : { meta }),
  }
}
