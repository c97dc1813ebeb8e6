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

/** Why a theme or a quote has its score: what speaks most for it, as bars, and how much else was weighed. */
export function reasonBars({ reasons, score }) {
  const rows = reasons.bars.map(({ words, contribution }) => ({ label: words[spoken()], value: contribution }))
  const others = say('otherReasons', { count: reasons.others, score: number(score, 2) })
  return [bars(rows), element('p', { class: 'small' }, others)]
}

/** A thin line that shows a share 0–1, for the eye only. */
export function meter(share) {
  const node = element('span', { class: 'meter', 'aria-hidden': 'true' })
  node.style.setProperty('--share', share)
  return node
}
