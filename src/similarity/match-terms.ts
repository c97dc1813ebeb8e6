import { compareText } from './compare-text.js'
import type { OpenBridge, Translation } from './open-bridge.js'
import type { LabelledVector } from './vectorize.js'

/** A term of one article with its like in another, and what the two add to the score. */
export interface SharedTerm {
  readonly key: string
  /** As printed. */
  readonly label: string
  readonly keyB: string
  readonly labelB: string
  readonly contribution: number
}

/**
 * The terms that two articles share, each used once: first those of one key; then, heaviest first, those that a bridge
 * says are called so in the other language, pairs of words by both, and those it does not know that are spelt alike.
 * Symmetric: always read from the language that comes first. O(terms log terms).
 */
export function matchTerms(a: LabelledVector, b: LabelledVector, bridge?: OpenBridge): SharedTerm[] {
  if (compareText(commonLanguage(a), commonLanguage(b)) <= 0) return matchOrdered(a, b, bridge)
  return matchOrdered(b, a, bridge).map(({ key, label, keyB, labelB, contribution }) => ({
    key: keyB,
    label: labelB,
    keyB: key,
    labelB: label,
    contribution,
  }))
}

/** The language of most terms. */
function commonLanguage({ terms }: LabelledVector): string {
  return languageOf(terms[terms.length >> 1] ?? '')
}

function matchOrdered(a: LabelledVector, b: LabelledVector, bridge: OpenBridge | undefined): SharedTerm[] {
  const placesB = new Map(b.terms.map((term, place) => [term, place]))
  const languages = new Set(b.terms.map(languageOf))
  const shared: SharedTerm[] = []
  const usedB = new Set<number>()
  const open: { place: number; placeB: number; contribution: number }[] = []
  const share = (place: number, placeB: number, contribution: number): void => {
    usedB.add(placeB)
    shared.push({
      key: a.terms[place]!,
      label: a.labels[place]!,
      keyB: b.terms[placeB]!,
      labelB: b.labels[placeB]!,
      contribution,
    })
  }
  for (const [place, key] of a.terms.entries()) {
    const same = placesB.get(key)
    if (same !== undefined) share(place, same, a.weights[place]! * b.weights[same]!)
    else {
      for (const { key: other, weight } of translationsOf(key, languages, bridge)) {
        const placeB = placesB.get(other)
        if (placeB !== undefined) {
          open.push({ place, placeB, contribution: weight * a.weights[place]! * b.weights[placeB]! })
        }
      }
    }
  }
  const lesser = (pair: { place: number; placeB: number }): [string, string] => {
    const [x, y] = [a.terms[pair.place]!, b.terms[pair.placeB]!]
    return compareText(x, y) < 0 ? [x, y] : [y, x]
  }
  open.sort((x, y) => {
    if (x.contribution !== y.contribution) return y.contribution - x.contribution
    const [first, second] = [lesser(x), lesser(y)]
    return compareText(first[0], second[0]) || compareText(first[1], second[1])
  })
  const usedA = new Set<number>()
  for (const { place, placeB, contribution } of open) {
    if (usedA.has(place) || usedB.has(placeB)) continue
    usedA.add(place)
    share(place, placeB, contribution)
  }
  return shared
}

/** What a term may be called in other languages. */
function translationsOf(key: string, languages: ReadonlySet<string>, bridge: OpenBridge | undefined): Translation[] {
  const own = languageOf(key)
  const spelling = key.slice(own.length + 1)
  const space = spelling.indexOf(' ')
  const [first, second] = [
    wordIn(`${own}:${space < 0 ? spelling : spelling.slice(0, space)}`, languages, bridge),
    space < 0 ? undefined : wordIn(`${own}:${spelling.slice(space + 1)}`, languages, bridge),
  ]
  if (!second) return first
  return first.flatMap((one) =>
    second
      .filter((other) => languageOf(one.key) === languageOf(other.key))
      .map((other) => ({
        key: `${one.key} ${other.key.slice(other.key.indexOf(':') + 1)}`,
        weight: one.weight * other.weight,
      })),
  )
}

/** A word by the bridge, or as it is spelt where the bridge does not know it. */
function wordIn(key: string, languages: ReadonlySet<string>, bridge: OpenBridge | undefined): Translation[] {
  const own = languageOf(key)
  const known = bridge?.get(key)?.filter(({ key: other }) => languages.has(languageOf(other)))
  if (known && known.length > 0) return known
  const spelling = key.slice(own.length + 1)
  return [...languages].filter((code) => code !== own).map((code) => ({ key: `${code}:${spelling}`, weight: 1 }))
}

function languageOf(key: string): string {
  return key.slice(0, key.indexOf(':'))
}
