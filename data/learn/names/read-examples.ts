import { readFileSync } from 'node:fs'
import type { Language } from '../../../src/model/language.js'
import { nameLabels } from '../../../src/words/names/name-model.js'
import { tokensOfText } from '../../../src/words/names/name-tokens.js'
import { bitFeatures, roleFeatures } from '../../../src/words/names/role-features.js'
import { type NameRun, visitFeatures, visitRuns } from '../../../src/words/names/visit-run.js'
import type { Example } from './train-labels.js'

const evaluationData = new URL('../../../../shared/eval/', import.meta.url)

export interface GoldSentence {
  readonly text: string
  /** Start, end, kind. */
  readonly spans: readonly (readonly [number, number, string])[]
}

function readLines(path: string): string[] {
  return readFileSync(new URL(path, evaluationData), 'utf8').split('\n')
}

/** Sentences with names, in either way the sets write them. */
export function readGold(path: string): GoldSentence[] {
  return readLines(path)
    .filter(Boolean)
    .map((line) => {
      const { text, entities } = JSON.parse(line) as {
        text: string
        entities: ([number, number, string] | { start: number; end: number; type: string })[]
      }
      return {
        text,
        spans: entities.map((entity) =>
          Array.isArray(entity) ? entity : ([entity.start, entity.end, entity.type] as const),
        ),
      }
    })
}

/** The spans of sentences whose tokens are joined by spaces, moved onto the same sentences as they were printed. */
export function moveSpans(spaced: readonly GoldSentence[], printed: readonly string[]): GoldSentence[] {
  const byLetters = new Map(printed.map((text) => [text.replace(/\s/g, ''), text]))
  return spaced.map((sentence) => {
    const text = byLetters.get(sentence.text.replace(/\s/g, ''))
    if (text === undefined) return sentence
    const places = [...text].length === text.length ? letterPlaces(text) : undefined
    if (!places) return sentence
    const lettersBefore = (place: number): number => sentence.text.slice(0, place).replace(/\s/g, '').length
    return {
      text,
      spans: sentence.spans.map(([start, end, kind]) => [
        places[lettersBefore(start)]!,
        places[lettersBefore(end) - 1]! + 1,
        kind,
      ]),
    }
  })
}

function letterPlaces(text: string): number[] {
  const places: number[] = []
  for (let place = 0; place < text.length; place++) if (!/\s/.test(text[place]!)) places.push(place)
  return places
}

/** The runs of gold sentences, with one label a token. */
export function goldExamples(language: Language, sentences: readonly GoldSentence[]): Example[] {
  return sentences.flatMap(({ text, spans }) =>
    examplesOf(language, text, (start) => {
      const span = spans.find(([from, to]) => start >= from && start < to)
      if (!span) return 1
      const label = nameLabels.indexOf(span[2] as (typeof nameLabels)[number])
      return 1 << (label < 0 ? 4 : label)
    }),
  )
}

function examplesOf(language: Language, text: string, allowedAt: (start: number) => number): Example[] {
  const tokens = tokensOfText(text, [{ start: 0, end: text.length, language }])
  const examples: Example[] = []
  visitRuns(tokens, tokens.sentences[0]!, (run) => {
    examples.push({
      features: featuresOf(run),
      allowed: run.forms.map((_, index) => allowedAt(tokens.starts[run.from + index]!)),
    })
  })
  return examples
}

/** The features of each token of a run by name; those of the whole run stand with each. */
function featuresOf(run: NameRun): string[][] {
  const shared: string[] = []
  const rows: string[][] = []
  const add = (...features: readonly string[]): void => void (rows[rows.length - 1] ?? shared).push(...features)
  visitFeatures(run, {
    next: () => rows.push([]),
    role: (form, role) => add(...roleFeatures(form, role)),
    pair: (name, first, second) => add(`${name}=${first}+${second}`),
    listed: (name, first, second) => add(`${name}=${first}+${second}`),
    feature: (feature) => add(feature),
    phrase: (bits) => add(...bitFeatures('m', bits)),
  })
  return rows.map((row) => [...shared, ...row])
}
