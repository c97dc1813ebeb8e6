import { element } from './element.js'
import { number, say, spoken } from './wording.js'

/** Bars `{ label, value, text? }` of values from 0 up, the longest as wide as there is room; `text` is written beside. */
export function bars(rows) {
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE)
  return element(
    'ul',
    { class: 'bars' },
    rows.map(({ label, value, text = number(value, 2) }) => {
      const bar = element('span', { class: 'bar', 'aria-hidden': 'true' })
      bar.style.setProperty('--share', value / most)
      return element('li', {}, element('span', {}, label), element('span', { class: 'value' }, text), bar)
    }),
  )
}

/** Why a theme or a quote stands where it stands: what speaks most for it, as bars; the rest, for and against, as sums. */
export function reasonBars({ bars: named, rest }) {
  const rows = named.map(({ words, contribution }) => ({ label: words[spoken()], value: contribution }))
  const values = { for: number(rest.for, 2), against: number(-rest.against, 2) }
  return [bars(rows), element('p', { class: 'small' }, say('otherReasons', values))]
}

/** A thin line that shows a share 0–1, for the eye only. */
export function meter(share) {
  const node = element('span', { class: 'meter', 'aria-hidden': 'true' })
  node.style.setProperty('--share', share)
  return node
}
