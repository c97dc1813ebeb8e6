import { max } from 'd3-array'
import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import { area, curveMonotoneX, line, stack } from 'd3-shape'
import { html, type Markup } from './markup.js'

const width = 960
const height = 260
const margin = { top: 12, right: 12, bottom: 28, left: 52 }

/** What a chart shows beside its picture. */
export interface ChartText {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly number: (value: number) => string
}

/** Values by time, in layers that add up. */
export function stackedBars(
  bins: readonly string[],
  layers: readonly { readonly name: string; readonly values: readonly number[] }[],
  text: ChartText,
): Markup {
  const series = stack<number, number>()
    .keys(layers.map((_, place) => place))
    .value((bin, layer) => layers[layer]!.values[bin]!)(bins.map((_, bin) => bin))
  const x = scaleBand(bins, [margin.left, width - margin.right]).padding(bins.length > 40 ? 0.1 : 0.25)
  const y = scaleLinear(
    [0, max(series, (points) => max(points, ([, to]) => to)) || 1],
    [height - margin.bottom, margin.top],
  ).nice(4)
  const bars = series.map((points, layer) =>
    points.map(([from, to], bin) =>
      to > from
        ? html`<rect class="layer${layer % 6}" x="${round(x(bins[bin]!)!)}" y="${round(y(to))}" width="${round(x.bandwidth())}" height="${round(y(from) - y(to))}"><title>${bins[bin]} · ${layers[layer]!.name}: ${text.number(to - from)}</title></rect>`
        : undefined,
    ),
  )
  return frame(text, [axes(bins, (bin) => x(bin)! + x.bandwidth() / 2, y, text), ...bars])
}

/** One value by time; a gap where there is none. */
export function lineChart(bins: readonly string[], values: readonly (number | undefined)[], text: ChartText): Markup {
  const x = scalePoint(bins, [margin.left + 8, width - margin.right - 8])
  const y = scaleLinear([0, max(values, (value) => value) || 1], [height - margin.bottom, margin.top]).nice(4)
  const points = bins.map((bin, place) => ({ bin, value: values[place] }))
  const draw = line<(typeof points)[number]>()
    .defined(({ value }) => value !== undefined)
    .x(({ bin }) => x(bin)!)
    .y(({ value }) => y(value!))
    .curve(curveMonotoneX)
    .digits(1)
  const dots = points.map(({ bin, value }) =>
    value === undefined
      ? undefined
      : html`<circle class="dot" cx="${round(x(bin)!)}" cy="${round(y(value))}" r="3"><title>${bin}: ${text.number(value)}</title></circle>`,
  )
  return frame(text, [
    axes(bins, (bin) => x(bin)!, y, text),
    html`<path class="line" d="${draw(points) ?? ''}"/>`,
    dots,
  ])
}

/** A value by time in a strip that fits into a line of a list. */
export function strip(bins: readonly string[], values: readonly number[], most: number, text: ChartText): Markup {
  const x = scalePoint(bins, [1, 299])
  const y = scaleLinear([0, most || 1], [35, 2])
  const shape = area<number>()
    .x((_, place) => x(bins[place]!)!)
    .y0(36)
    .y1((value) => y(value))
    .curve(curveMonotoneX)
    .digits(1)
  return html`<svg class="strip" viewBox="0 0 300 37" role="img" aria-label="${text.description}" preserveAspectRatio="none"><path class="area" d="${shape(values) ?? ''}"/></svg>`
}

/** Names with bars; the longest fills the width. */
export function barList(
  rows: readonly { readonly label: string; readonly value: number; readonly note?: string }[],
  text: Pick<ChartText, 'number'>,
): Markup {
  const most = max(rows, ({ value }) => value) || 1
  return html`<ol class="bars">${rows.map(
    ({ label, value, note }) =>
      html`<li><span class="name">${label}${note === undefined ? undefined : html` <small>${note}</small>`}</span><span class="track"><span class="bar" style="width:${round((100 * value) / most)}%"></span></span><span class="value">${text.number(value)}</span></li>`,
  )}</ol>`
}

/** A picture that says what it is to who cannot see it. */
export function frame(
  { id, title, description }: ChartText,
  content: readonly (Markup | readonly (Markup | undefined)[])[],
  tall: number = height,
): Markup {
  return html`<svg class="chart" viewBox="0 0 ${width} ${tall}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>${content}</svg>`
}

function axes(
  bins: readonly string[],
  x: (bin: string) => number,
  y: ReturnType<typeof scaleLinear<number, number>>,
  text: ChartText,
): Markup {
  const every = Math.max(1, Math.ceil(bins.length / 9))
  const lines = y
    .ticks(4)
    .filter(Number.isInteger)
    .map(
      (tick) =>
        html`<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text class="tick" x="${margin.left - 8}" y="${round(y(tick) + 4)}" text-anchor="end">${text.number(tick)}</text>`,
    )
  const names = bins.map((bin, place) =>
    place % every === 0
      ? html`<text class="tick" x="${round(x(bin))}" y="${height - 8}" text-anchor="middle">${bin}</text>`
      : undefined,
  )
  return html`${lines}${names}`
}

/** One decimal: a picture needs no more. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
