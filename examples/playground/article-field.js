import { element } from './element.js'
import { fileField, readFile } from './read-file.js'
import { fetchSample, samples } from './samples.js'
import { saying } from './wording.js'

const PAUSE = 200 // by hand: milliseconds without a keystroke before the text is read
const LONG = 20_000 // by hand: characters that take a browser a second to insert by itself

/**
 * A field for one article, with samples to try and a button for a file.
 * `onChange(text)` hears of a new text, in a pause of the typing. Returned: its node, and how to fill it.
 */
export function articleField({ id, label, onChange }) {
  const area = element('textarea', { id, rows: 5, spellcheck: 'false' })
  const buttons = samples.map((sample) => {
    const button = element('button', { type: 'button', lang: sample.language, 'aria-pressed': 'false' }, sample.title)
    button.addEventListener('click', () => fillSample(sample))
    return button
  })
  const clear = saying(element('button', { type: 'button', class: 'plain' }), 'clear')
  clear.addEventListener('click', () => {
    fill('')
    area.focus()
  })
  let waiting
  area.addEventListener('input', () => {
    press(undefined)
    clearTimeout(waiting)
    waiting = setTimeout(() => onChange(area.value), PAUSE)
  })
  area.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain')
    if (text.length < LONG) return
    // the browser's own way takes time in the square of the length
    event.preventDefault()
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    area.dispatchEvent(new Event('input'))
  })

  function press(sample) {
    for (const [place, button] of buttons.entries()) {
      button.setAttribute('aria-pressed', String(samples[place] === sample))
    }
  }
  function fill(text, sample) {
    clearTimeout(waiting)
    area.value = text
    area.scrollTop = 0
    press(sample)
    onChange(text)
  }
  async function fillSample(sample) {
    fill(await fetchSample(sample.path), sample)
  }
  async function fillFile(file) {
    fill(await readFile(file))
  }

  const node = element(
    'div',
    { class: 'field' },
    saying(element('label', { for: id }), label),
    area,
    element(
      'div',
      { class: 'tools' },
      saying(element('span', { class: 'try' }), 'try'),
      buttons,
      fileField(saying(element('span'), 'openFile'), '.txt,.md,.markdown,.html,.htm,text/*', ([file]) =>
        fillFile(file),
      ),
      clear,
    ),
  )
  return { node, area, fill, fillSample, fillFile }
}
