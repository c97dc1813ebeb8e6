import { layOutPostings } from './lay-out-postings.js'
import type { IndexStatistics, Rows, Segment, WeighedRows } from './related-index.js'
import { levelUnit, type WeighedTerms, weighTerms, weightUnit } from './weigh-terms.js'

// by hand, on the dev mean of the evaluation archives: .580 with 192, .581 with all; .576 with 128 of 512 kept
const maxStrong = 192

// by hand: in a made-up archive of 100,000, 995 of 1,000 of the best five by all terms are found by so many
const minStrong = 64

// by hand: past the least, a term is strong while all together stand in no more articles than this
const maxPostings = 1500

// by hand: terms that no two articles held when the archive was weighed find only what has come since, as on a new story
const maxNew = 8

/** Rows with their weights. O(terms). @param terms - what `weighTerms` gives, where it is there already. */
export function weighRows(
  rows: Rows,
  statistics: IndexStatistics,
  terms: WeighedTerms = weighTerms(rows, statistics),
): WeighedRows {
  const { codes } = terms
  const { middle } = statistics
  const strong = new Uint8Array((codes.length + 7) >> 3)
  const levels = new Uint16Array(rows.size)
  const marker = new StrongMarker(terms, strong)
  for (let row = 0; row < rows.size; row++) {
    marker.mark(rows.termStarts[row]!, rows.termStarts[row + 1]!)
    let level = 0
    for (let place = rows.termStarts[row]!; place < rows.termStarts[row + 1]!; place++) {
      if (terms.counts[place]! > 1) level += codes[place]! * codes[place]! * middle.get(rows.terms[place]!, 0)
    }
    levels[row] = Math.min(levelUnit, Math.round(((level / weightUnit) * levelUnit) / 65535))
  }
  return { rows, codes, strong, levels }
}

/** Rows with their weights and postings, as part of an index. O(terms). */
export function weighSegment(rows: Rows, statistics: IndexStatistics, terms?: WeighedTerms): Segment {
  const weighed = weighRows(rows, statistics, terms)
  return { ...weighed, postings: layOutPostings(weighed) }
}

/** Marks the heaviest terms of rows; of equals those first in the row. */
class StrongMarker {
  private readonly sharedTerms = new Uint32Array(256)
  private readonly sharedArticles = new Float64Array(256)
  private readonly newTerms = new Uint32Array(256)

  constructor(
    private readonly terms: WeighedTerms,
    private readonly strong: Uint8Array,
  ) {}

  mark(start: number, end: number): void {
    const { codes, counts } = this.terms
    this.sharedTerms.fill(0)
    this.sharedArticles.fill(0)
    this.newTerms.fill(0)
    for (let place = start; place < end; place++) {
      const code = codes[place]!
      if (counts[place]! > 1) {
        this.sharedTerms[code]!++
        this.sharedArticles[code]! += counts[place]!
      } else this.newTerms[code]!++
    }
    const shared = this.cutShared()
    const fresh = this.cutNew()
    for (let place = start; place < end; place++) {
      const code = codes[place]!
      const cut = counts[place]! > 1 ? shared : fresh
      if (code < cut.code || (code === cut.code && cut.left-- <= 0)) continue
      this.strong[place >> 3]! |= 1 << (place & 7)
    }
  }

  /** The least code of a strong term, and how many of those with just that one are strong. */
  private cutShared(): Cut {
    let terms = 0
    let articles = 0
    for (let code = 255; code > 0; code--) {
      const here = this.sharedTerms[code]!
      if (terms + here >= maxStrong) return { code, left: maxStrong - terms }
      terms += here
      articles += this.sharedArticles[code]!
      if (terms >= minStrong && articles >= maxPostings) return { code, left: here }
    }
    return { code: 1, left: Number.POSITIVE_INFINITY }
  }

  private cutNew(): Cut {
    let terms = 0
    for (let code = 255; code > 0; code--) {
      const here = this.newTerms[code]!
      if (terms + here >= maxNew) return { code, left: maxNew - terms }
      terms += here
    }
    return { code: 1, left: Number.POSITIVE_INFINITY }
  }
}

interface Cut {
  readonly code: number
  left: number
}
