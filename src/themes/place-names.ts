import type { Name } from '../model/name.js'
import type { ThemeKind } from '../model/theme.js'
import { type Candidates, longestCandidate } from './find-candidates.js'
import type { SameTheme } from './merge-variants.js'
import { lowerBound, type WordStream } from './word-stream.js'

/** Kinds of names by the number they have in `NamePlaces`; 0 is no name. */
export const nameKinds: readonly (Name['kind'] | undefined)[] = [undefined, 'person', 'organisation', 'place', 'other']

/** Where the names of a document stand in its stream. */
export interface NamePlaces {
  /** Beside the stream: number of the kind of the name that starts here, 0 where none does. */
  readonly kinds: Uint8Array
  /** Beside the stream: words of that name. */
  readonly lengths: Uint8Array
  /** Beside the stream: 1 within a name. */
  readonly within: Uint8Array
}

/** Names as entries of the stream. O(names × log words). */
export function placeNames(stream: WordStream, names: readonly Name[]): NamePlaces {
  const kinds = new Uint8Array(stream.count)
  const lengths = new Uint8Array(stream.count)
  const within = new Uint8Array(stream.count)
  for (const { start, end, kind } of names) {
    const first = lowerBound(stream.starts, stream.count, start)
    let last = lowerBound(stream.starts, stream.count, end)
    while (last > first && stream.words[last - 1]! < 0) last--
    if (last <= first || stream.words[first]! < 0 || stream.starts[first] !== start) continue
    kinds[first] = nameKinds.indexOf(kind)
    lengths[first] = Math.min(255, last - first)
    within.fill(1, first, last)
  }
  return { kinds, lengths, within }
}

/** What a candidate is: the kind of name that it is at most of its places, else a topic. */
export function kindOf(candidates: Candidates, names: NamePlaces, candidate: number): ThemeKind {
  const counts = [0, 0, 0, 0, 0]
  const from = candidates.placeStarts[candidate]!
  const to = candidates.placeStarts[candidate + 1]!
  for (let index = from; index < to; index++) {
    const place = candidates.places[index]!
    if (names.lengths[place] === candidates.placeLengths[index]) counts[names.kinds[place]!]!++
  }
  let best: ThemeKind = 'topic'
  let most = (to - from) / 2 - 0.5
  for (const [number, kind] of nameKinds.entries()) {
    if (kind === undefined || kind === 'other' || counts[number]! <= most) continue
    most = counts[number]!
    best = kind
  }
  return best
}

/**
 * People called by part of their name: variants of their full name, where it is one person's only. A surname or first
 * name alone, and any run of words within a longer name (*Anna Marie*, *Marie Holm* of *Anna Marie Holm*).
 */
export function findShortNames(stream: WordStream, candidates: Candidates, names: NamePlaces): SameTheme[] {
  const owners = new Map<string, number>()
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    const size = candidates.lengths[candidate]!
    if (size < 2 || kindOf(candidates, names, candidate) !== 'person') continue
    for (let from = 0; from < size; from++) {
      for (let to = from + 1; to <= size; to++) {
        const isMiddle = to === from + 1 && from > 0 && to < size
        if (to - from === size || isMiddle) continue
        const part = partOf(candidates, candidate, from, to)
        owners.set(part, owners.has(part) && owners.get(part) !== candidate ? -1 : candidate)
      }
    }
  }
  if (owners.size === 0) return []
  const same: SameTheme[] = []
  for (let variant = 0; variant < candidates.count; variant++) {
    if (candidates.lengths[variant]! >= longestCandidate) continue
    if (names.within[candidates.places[candidates.placeStarts[variant]!]!] === 0 && candidates.lengths[variant]! > 1)
      continue
    const theme = owners.get(partOf(candidates, variant, 0, candidates.lengths[variant]!)) ?? -1
    if (theme < 0 || !isOnlyName(stream, candidates, names, variant)) continue
    same.push({ theme, variant })
  }
  return same
}

function partOf(candidates: Candidates, candidate: number, from: number, to: number): string {
  const base = candidate * longestCandidate
  return candidates.lemmas.subarray(base + from, base + to).join(' ')
}

/** Whether a candidate stands within names wherever it stands. */
function isOnlyName(stream: WordStream, candidates: Candidates, names: NamePlaces, candidate: number): boolean {
  for (let index = candidates.placeStarts[candidate]!; index < candidates.placeStarts[candidate + 1]!; index++) {
    const place = candidates.places[index]!
    if (names.within[place] === 0 && !stream.isName[stream.words[place]!]) return false
  }
  return true
}
