import { element } from './element.js'

const placesOf = (mark) => (mark.dataset.place ?? '').split(' ').filter(Boolean)

/** Lights the marks of one theme in the texts under `root`; without a place, none. */
export function light(root, place) {
  for (const mark of root.querySelectorAll('mark')) {
    mark.classList.toggle('lit', place !== undefined && placesOf(mark).includes(String(place)))
  }
}

/**
 * Lets a theme light up in the text while the pointer or the focus is on its entry in a list (`data-lights`), and on a
 * mark in the text, where a card tells of it: `describe(place)` gives the card's content.
 */
export function lightOnHover(root, describe) {
  const card = document.getElementById('card')
  let shownAt

  function enter({ target }) {
    const entry = target.closest('[data-lights]')
    if (entry) return light(root, entry.dataset.lights)
    const mark = target.closest('mark')
    if (mark) showCard(mark)
  }
  function leave({ target, relatedTarget }) {
    if (relatedTarget?.closest?.('#card')) return
    if (target.closest('[data-lights], mark')) light(root)
    if (target.closest('mark')) hideCard()
  }
  function showCard(mark) {
    const places = placesOf(mark)
    light(root, places[0])
    card.replaceChildren(...places.map((place) => element('div', {}, describe(Number(place)))))
    card.hidden = false
    const at = mark.getClientRects()[0]
    const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8))
    const below = at.bottom + 6
    const top = below + card.offsetHeight > innerHeight ? at.top - card.offsetHeight - 6 : below
    card.style.setProperty('left', `${left + scrollX}px`)
    card.style.setProperty('top', `${Math.max(top, 0) + scrollY}px`)
    shownAt = mark
  }
  function hideCard() {
    card.hidden = true
    shownAt = undefined
  }

  root.addEventListener('pointerover', enter)
  root.addEventListener('pointerout', leave)
  root.addEventListener('focusin', enter)
  root.addEventListener('focusout', leave)
  card.addEventListener('pointerleave', () => {
    if (shownAt) light(root)
    hideCard()
  })
  addEventListener('keydown', ({ key }) => key === 'Escape' && hideCard())
}

/** Goes to a place in the text: scrolls there and lets it flash. */
export function goTo(nodes) {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  nodes[0]?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
  for (const node of nodes) {
    node.classList.remove('flash')
    void node.offsetWidth // so that the animation begins anew
    node.classList.add('flash')
  }
}
