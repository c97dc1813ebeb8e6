/** The tables of the report on language. */
import type { LanguageDetection } from '../../src/model/detection.js'

/** What the scorer of eval/langid says of a slice. */
export interface Figures {
  readonly n: number
  readonly daPrecision: number
  readonly daRecall: number
  readonly daF1: number
  readonly macroF1: number
  readonly nbCalledDa: number
  readonly daCalledNorwegian: number
  readonly ece: number | null
}

/** And of mixed documents. */
export interface SpanFigures {
  readonly letterAccuracy: number
  readonly daF1: number
  readonly boundaryF1: number
  readonly exact: number
}

/** All figures of one system on one set. */
export interface Scores {
  readonly slices: Readonly<Record<string, Figures>>
  readonly core: Figures
  readonly spans?: Readonly<Record<string, SpanFigures | string>>
  readonly sentencesPerSecond: number
}

/** A row of a set with our answer. */
export interface Row {
  readonly text: string
  readonly language: string
  readonly slice: string
  readonly got: LanguageDetection
}

/** The slices of eval/langid. */
export const SLICES = ['word', 'short', 'sentence', 'passage', 'ascii', 'upper', 'noise']
const NEIGHBOURS = ['da', 'nb', 'nn', 'sv', 'en']
const LENGTHS = [4, 6, 8, 10, 15, 20, 30, 40, 80, 160, Number.POSITIVE_INFINITY]

/** A share as percent, one decimal. */
export const percent = (share: number): string => (100 * share).toFixed(1)
const fold = (language: string): string => (language === 'nb' || language === 'nn' ? 'no' : language)
const isCore = ({ slice }: Row): boolean => slice === 'short' || slice === 'sentence' || slice === 'passage'
const isRight = ({ language, got }: Row): boolean => fold(got.language) === fold(language)
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0
/** Rows that are neither spoilt nor in capitals. */
const isPlain = ({ slice }: Row): boolean => !['ascii', 'upper', 'noise'].includes(slice)

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A row of the table of Danish by slice. */
export function sliceRow(name: string, set: string, { slices, core }: Scores): string[] {
  return [
    name,
    set,
    ...SLICES.map((slice) => percent(slices[slice]?.daF1 ?? 0)),
    [core.daPrecision, core.daRecall, core.daF1].map(percent).join(' / '),
    percent(core.macroF1),
    core.nbCalledDa.toFixed(1),
    core.daCalledNorwegian.toFixed(1),
    core.ece === null ? '–' : core.ece.toFixed(3),
  ]
}

/** Danish F1, right and confidence by letters of the text. */
export function byLength(dev: readonly Row[], test: readonly Row[]): string {
  const cells = (rows: readonly Row[], low: number, high: number): string[] => {
    const set = rows.filter((row) => isPlain(row) && lettersOf(row.text) >= low && lettersOf(row.text) < high)
    if (set.length === 0) return ['0', '–', '–', '–']
    const hits = set.filter((one) => one.language === 'da' && one.got.language === 'da').length
    const said = set.filter((one) => one.got.language === 'da').length
    const gold = set.filter((one) => one.language === 'da').length
    return [
      String(set.length),
      percent((2 * hits) / (said + gold)),
      percent(mean(set.map((one) => Number(isRight(one))))),
      percent(mean(set.map((one) => one.got.confidence))),
    ]
  }
  return table(
    ['letters', 'dev n', 'da F1', 'right', 'confidence', 'test n', 'da F1', 'right', 'confidence'],
    LENGTHS.map((high, place) => {
      const low = LENGTHS[place - 1] ?? 1
      const name = high === Number.POSITIVE_INFINITY ? `${low} and more` : `${low}–${high - 1}`
      return [name, ...cells(dev, low, high), ...cells(test, low, high)]
    }),
  )
}

/** From how many letters on, at every greater length, at least this share of the plain rows is right. */
export function lettersFor(share: number, rows: readonly Row[]): number {
  let from = LENGTHS.at(-2)!
  for (let place = LENGTHS.length - 1; place >= 0; place--) {
    const [low, high] = [LENGTHS[place - 1] ?? 1, LENGTHS[place]!]
    const set = rows.filter((row) => isPlain(row) && lettersOf(row.text) >= low && lettersOf(row.text) < high)
    if (set.length > 0 && mean(set.map((one) => Number(isRight(one)))) < share) return from
    from = low
  }
  return from
}

/** What each neighbour is taken for, percent. */
export function confusions(rows: readonly Row[]): string {
  const core = rows.filter(isCore)
  return table(
    ['', ...NEIGHBOURS, 'other'],
    NEIGHBOURS.map((language) => {
      const set = core.filter((one) => one.language === language)
      const share = (said: string): number => set.filter(({ got }) => got.language === said).length / set.length
      const shares = NEIGHBOURS.map(share)
      return [language, ...shares.map(percent), percent(1 - shares.reduce((sum, one) => sum + one, 0))]
    }),
  )
}

/** Mean confidence and share right by confidence. */
export function calibration(dev: readonly Row[], test: readonly Row[]): string {
  const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
  const cells = (rows: readonly Row[], low: number, high: number): string[] => {
    const set = rows.filter((one) => isCore(one) && one.got.confidence >= low && one.got.confidence < high)
    if (set.length === 0) return ['0', '–', '–']
    const right = mean(set.map((one) => Number(isRight(one))))
    return [String(set.length), percent(mean(set.map((one) => one.got.confidence))), percent(right)]
  }
  return table(
    ['confidence from', 'dev n', 'mean', 'right', 'test n', 'mean', 'right'],
    bins.map((low, place) => {
      const high = bins[place + 1] ?? 2
      return [low.toFixed(2), ...cells(dev, low, high), ...cells(test, low, high)]
    }),
  )
}

/** Figures of mixed documents. */
export function spanTable(rows: readonly (readonly [string, string, Scores])[]): string {
  const slices = ['switch', 'quote', 'adjacent', 'mono', 'insert']
  return table(
    ['system', 'set', ...slices.map((slice) => `${slice} letters`), 'letters', 'da F1', 'boundary F1', '≤2 % wrong'],
    rows.map(([name, set, { spans }]) => {
      const of = (slice: string): SpanFigures => spans?.[slice] as SpanFigures
      const all = of('all')
      return [
        name,
        set,
        ...slices.map((slice) => percent(of(slice).letterAccuracy)),
        ...[all.letterAccuracy, all.daF1, all.boundaryF1, all.exact].map(percent),
      ]
    }),
  )
}
