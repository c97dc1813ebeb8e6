import { articleField } from './article-field.js'
import { askLatest } from './ask.js'
import { bars, meter } from './bars.js'
import { element, partsOf } from './element.js'
import { goTo, lightOnHover } from './light.js'
import { samples } from './samples.js'
import { setText } from './set-text.js'
import { languageName, number, percent, say } from './wording.js'

const LEVELS = [0.05, 0.15, 0.4, 0.85] // by hand: where the sentence that says how alike two articles are changes

/** The second view: two articles side by side, and what they share. */
export function startCompareTab(panel) {
  const parts = partsOf(panel)
  const bodies = ['', '']
  let result
  const compare = askLatest('compare', {
    onAnswer(answer) {
      // what is less than one in a hundred of the score says nothing
      result = { ...answer, sharedThemes: answer.sharedThemes.filter(({ weight }) => weight >= answer.score / 100) }
      draw()
    },
    onError: (error) => (parts.get('status').textContent = say('loadFailed', { message: error.message })),
  })
  const fields = ['first', 'second'].map((label, side) =>
    articleField({
      id: `article-${label}`,
      label,
      onChange(body) {
        bodies[side] = body
        compare({ bodies: [...bodies] })
      },
    }),
  )
  parts.get('inputs').append(...fields.map(({ node }) => node))
  lightOnHover(parts.get('result'), (place) => {
    const { label, weight, spansA, spansB } = result.sharedThemes[place]
    return [
      element('b', {}, label),
      element('span', { class: 'kind' }, ` +${number(weight, 3)} · ${spansA.length} / ${spansB.length}`),
    ]
  })

  function draw() {
    if (!result) return
    const { score, sharedThemes, documents } = result
    const isEmpty = documents.every(({ text }) => text.trim() === '')
    parts.get('result').hidden = isEmpty
    parts.get('status').textContent = isEmpty
      ? say('empty')
      : say('doneShort', { time: number(Math.ceil(result.milliseconds)) })
    parts
      .get('verdict')
      .replaceChildren(
        element(
          'p',
          { class: 'figure' },
          element('span', {}, say('similarity')),
          ' ',
          element('b', {}, number(score, 2)),
        ),
        meter(score),
        element(
          'p',
          {},
          say(`alike${LEVELS.filter((least) => score >= least).length}`),
          ` (${documents.map(({ language }) => languageName(language.language)).join(' / ')})`,
        ),
      )
    parts
      .get('shared')
      .replaceChildren(...(sharedThemes.length > 0 ? [drawShared(sharedThemes)] : [element('p', {}, say('noShared'))]))
    for (const [side, name] of ['spansA', 'spansB'].entries()) {
      const marks = sharedThemes.flatMap((theme, place) =>
        theme[name].map((span) => ({ ...span, place, kind: `shade-${place % 6}`, layer: 'shared' })),
      )
      setText(parts.get(side === 0 ? 'text-a' : 'text-b'), documents[side], marks)
    }
  }

  /** Shared themes as bars; each is a button that goes to its first place in both texts. */
  function drawShared(sharedThemes) {
    const list = bars(
      sharedThemes.map(({ label, weight }, place) => {
        const button = element(
          'button',
          { type: 'button', class: 'plain', 'data-lights': place },
          element('span', { class: `swatch shade-${place % 6}`, 'aria-hidden': 'true' }),
          label,
        )
        button.addEventListener('click', () => {
          const texts = [parts.get('text-a'), parts.get('text-b')]
          goTo(texts.map((text) => text.querySelector(`mark[data-place~="${place}"]`)).filter(Boolean))
        })
        return { label: button, value: weight, text: percent(weight / result.score) }
      }),
    )
    list.classList.add('shared')
    return list
  }

  return {
    draw,
    start() {
      fields[0].fillSample(samples[1])
      fields[1].fillSample(samples[3])
    },
    /** Two files fill both fields; one fills that on which it was dropped, or the first. */
    take([one, other], target) {
      const side = fields[1].node.contains(target) || parts.get('text-b').contains(target) ? 1 : 0
      fields[other ? 0 : side].fillFile(one)
      if (other) fields[1].fillFile(other)
    },
    paste: (text) => fields[bodies[0] && !bodies[1] ? 1 : 0].fill(text),
  }
}
