import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import { type ChartText, frame, round } from './charts.js'
import { html, type Markup } from './markup.js'
import type { ArchiveTheme, ThemePair } from './survey.js'

const width = 960
const height = 680
/** Of a letter of a label, in the units of the picture. */
const letterWidth = 7

interface Node extends SimulationNodeDatum {
  readonly theme: ArchiveTheme
  readonly radius: number
}

/**
 * Themes that go together stand together: a force-directed layout (Fruchterman & Reingold 1991, as d3-force has it), the
 * same every time. Themes that go with none are left out.
 */
export function themeMap(
  themes: readonly ArchiveTheme[],
  pairs: readonly ThemePair[],
  text: ChartText,
): Markup | undefined {
  const joined = new Set(pairs.flatMap(({ a, b }) => [a, b]))
  if (joined.size === 0) return undefined
  const most = themes[0]?.articles ?? 1
  const nodes = new Map<number, Node>(
    [...joined]
      .sort((a, b) => a - b)
      .map((place) => {
        const theme = themes[place]!
        return [place, { theme, radius: 5 + 15 * Math.sqrt(theme.articles / most) }]
      }),
  )
  const all = [...nodes.values()]
  const links = pairs.map(({ a, b, weight, articles }) => ({
    source: nodes.get(a)!,
    target: nodes.get(b)!,
    weight,
    articles,
  }))
  forceSimulation(all)
    .force(
      'link',
      forceLink(links)
        .distance(({ weight }) => 130 - 70 * Math.min(1, weight * 2))
        .strength(({ weight }) => Math.min(0.9, weight + 0.1)),
    )
    .force('charge', forceManyBody().strength(-260).distanceMax(260))
    .force(
      'room',
      forceCollide<Node>(({ radius, theme }) => Math.max(radius + 12, theme.label.length * letterWidth * 0.5)).strength(
        0.9,
      ),
    )
    .force('x', forceX(width / 2).strength(0.07))
    .force('y', forceY(height / 2).strength(0.12))
    .stop()
    .tick(400)
  fitInto(all)
  const lines = links.map(
    ({ source, target, weight, articles }) =>
      html`<line class="link" x1="${round(source.x!)}" y1="${round(source.y!)}" x2="${round(target.x!)}" y2="${round(target.y!)}" stroke-width="${round(0.6 + 6 * Math.min(0.7, weight))}"><title>${source.theme.label} + ${target.theme.label}: ${text.number(articles)}</title></line>`,
  )
  const dots = all.map(
    ({ theme, radius, x, y }) =>
      html`<g><circle class="${theme.kind}" cx="${round(x!)}" cy="${round(y!)}" r="${round(radius)}"><title>${theme.label}: ${text.number(theme.articles)}</title></circle><text class="label" x="${round(x!)}" y="${round(y! + radius + 13)}" text-anchor="middle">${theme.label}</text></g>`,
  )
  return frame(text, [lines, dots], height)
}

/** Stretches the layout over the picture, with room for labels. */
function fitInto(nodes: readonly Node[]): void {
  for (const [axis, size, room] of [
    ['x', width, 70],
    ['y', height, 34],
  ] as const) {
    const values = nodes.map((node) => node[axis]!)
    const [least, most] = [Math.min(...values), Math.max(...values)]
    const scale = most > least ? (size - 2 * room) / (most - least) : 0
    for (const node of nodes) node[axis] = scale === 0 ? size / 2 : room + (node[axis]! - least) * Math.min(scale, 2)
  }
}
