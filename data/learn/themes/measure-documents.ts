import { da } from '../../../src/da.js'
import { parseArticle } from '../../../src/document/parse-article.js'
import { en } from '../../../src/en.js'
import type { ArchiveStatistics } from '../../../src/model/statistics.js'
import { chooseLabel, spanOf } from '../../../src/themes/choose-label.js'
import { placesOf, readCandidates } from '../../../src/themes/extract-themes.js'
import { isFragment } from '../../../src/themes/find-fragments.js'
import { features, prepareMeasures } from '../../../src/themes/measure-candidates.js'
import { placeNames } from '../../../src/themes/place-names.js'
import { readWordStream } from '../../../src/themes/word-stream.js'
import { findNames } from '../../../src/words/find-names.js'
import { readWords } from '../../../src/words/read-words.js'
import { type GoldDocument, stemKey } from './read-gold.js'

/** A document as the fit sees it: one row of features a candidate. */
export interface MeasuredDocument {
  readonly id: string
  readonly subset: string
  readonly site: string
  readonly count: number
  readonly rows: Float32Array
  readonly brevity: number
  /** 1 where some form of the candidate is a tag. */
  readonly isTag: Uint8Array
  /** Stem sequence of the candidate's label. */
  readonly labels: readonly string[]
  readonly gold: ReadonlySet<string>
}

/** Candidates kept a document. By hand: tags are hardly ever among the rest, and the fit is quicker without. */
const mostCandidates = 600

/** The candidates of a document, measured; with the statistics of its site where they are given. */
export function measureDocument(gold: GoldDocument, background?: ArchiveStatistics): MeasuredDocument {
  const { id, subset, site, language, title, body, format } = gold
  const languages = [da, en]
  const document = parseArticle(languages, { title, body, format, language })
  const stream = readWordStream(document, readWords(languages, document))
  const names = placeNames(stream, findNames(languages, document))
  const candidates = readCandidates(stream, names)
  const { measure, brevity } = prepareMeasures(stream, candidates, names, background)
  const row = new Float64Array(features.length)
  const at = (name: (typeof features)[number]): number => row[features.indexOf(name)]!
  const all: { candidate: number; likely: number; isTag: boolean; label: string }[] = []
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    if (isFragment(stream, candidates, names, candidate)) continue
    measure(candidate, row)
    const places = placesOf(candidates, candidate)
    const forms = new Set(
      places.map((place) => {
        const { start, end } = spanOf(stream, place)
        return document.text.slice(start, end)
      }),
    )
    const isTag = [...forms].some((form) => gold.gold.has(stemKey(form, language)))
    const likely =
      at('frequency') + at('in the title') + at('in a heading') / 2 + at('first place') / 4 + at('capitals') / 8
    all.push({ candidate, likely, isTag, label: stemKey(chooseLabel(document, stream, places).label, language) })
  }
  all.sort((a, b) => Number(b.isTag) - Number(a.isTag) || b.likely - a.likely || a.candidate - b.candidate)
  const kept = all.slice(0, mostCandidates).sort((a, b) => a.candidate - b.candidate)
  const rows = new Float32Array(kept.length * features.length)
  for (const [index, { candidate }] of kept.entries()) {
    measure(candidate, row)
    rows.set(row, index * features.length)
  }
  return {
    id,
    subset,
    site,
    count: kept.length,
    rows,
    brevity,
    isTag: Uint8Array.from(kept, (entry) => Number(entry.isTag)),
    labels: kept.map(({ label }) => label),
    gold: gold.gold,
  }
}
