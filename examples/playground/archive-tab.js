import { ask, askLatest } from './ask.js'
import { bars, meter } from './bars.js'
import { element, partsOf } from './element.js'
import { fileField, readFile } from './read-file.js'
import { fetchSample, sampleArchive } from './samples.js'
import { languageName, number, say, saying, spoken } from './wording.js'

const MOST_SHOWN = 200 // by hand: more titles than anybody looks through
const MOST_REASONS = 6

/** The third view: a small archive, and what belongs with each of its articles. */
export function startArchiveTab(panel) {
  const parts = partsOf(panel)
  let archive
  let chosen
  let related

  const distant = element('input', { type: 'checkbox' })
  const sample = saying(element('button', { type: 'button' }), 'sampleArchive')
  parts
    .get('tools')
    .append(
      saying(element('p', { class: 'small', id: 'archive-help' }), 'archiveHelp'),
      element(
        'div',
        { class: 'tools' },
        sample,
        fileField(saying(element('span'), 'openArchive'), '.jsonl,.ndjson,.json', take),
        element('label', { class: 'check' }, distant, ' ', saying(element('span'), 'distant')),
      ),
    )
  sample.addEventListener('click', start)
  distant.addEventListener('change', find)

  const fail = (error) => (parts.get('status').textContent = say('loadFailed', { message: error.message }))
  const askRelated = askLatest('findRelated', {
    onAnswer(answer) {
      related = answer.related
      drawRelated()
    },
    onError: fail,
  })

  async function read(text) {
    parts.get('status').textContent = say('loading')
    try {
      archive = await ask('readArchive', { text })
    } catch (error) {
      return fail(error)
    }
    related = undefined
    chosen = archive.articles[0]?.id
    draw()
    find()
  }

  function find() {
    if (chosen !== undefined) askRelated({ id: chosen, distant: distant.checked })
  }

  function choose(id) {
    chosen = id
    for (const button of parts.get('list').querySelectorAll('button')) {
      button.setAttribute('aria-current', String(button.dataset.id === id))
    }
    find()
  }

  function draw() {
    if (!archive) return
    const { articles, passedOver } = archive
    const done = say('doneArchive', {
      time: number(Math.ceil(archive.milliseconds)),
      articles: number(articles.length),
    })
    parts.get('status').textContent =
      passedOver > 0 ? `${done} ${say('passedOver', { count: number(passedOver) })}` : done
    const items = articles.slice(0, MOST_SHOWN).map(({ id, title, date }) => {
      const button = element(
        'button',
        { type: 'button', class: 'headline', 'aria-current': String(id === chosen), 'data-id': id },
        element('span', {}, title),
        date && element('time', { datetime: date }, dateOf(date)),
      )
      button.addEventListener('click', () => {
        choose(id)
        // on a phone the answer stands below the list
        if (parts.get('related').getBoundingClientRect().top > innerHeight) parts.get('related').scrollIntoView()
      })
      return element('li', {}, button)
    })
    parts
      .get('list')
      .replaceChildren(
        items.length > 0 ? element('ol', { class: 'plain' }, items) : element('p', {}, say('noArticles')),
        items.length < articles.length
          ? element(
              'p',
              { class: 'small' },
              say('articlesShown', { shown: items.length, count: number(articles.length) }),
            )
          : '',
      )
    drawRelated()
  }

  function drawRelated() {
    const titles = new Map(archive.articles.map(({ id, title }) => [id, title]))
    const copies = archive.duplicates.filter(({ ids }) => ids.includes(chosen))
    parts.get('related').replaceChildren(
      element('h2', {}, say('belongsWith'), ' ', element('q', {}, titles.get(chosen) ?? '')),
      ...copies.map((group) =>
        element(
          'p',
          { class: 'copies' },
          group.explanation[spoken()],
          ' ',
          group.ids.filter((id) => id !== chosen).map((id) => [element('q', {}, titles.get(id)), ' ']),
        ),
      ),
      related?.length === 0
        ? element('p', {}, say('noRelated'))
        : element('ol', { class: 'plain' }, (related ?? []).map(drawOne)),
    )

    function drawOne({ id, language, score, reasons, explanation }) {
      const rows = reasons.slice(0, MOST_REASONS).map(({ label, weight }) => ({
        label: label === '…' ? say('otherWords') : label,
        value: weight,
      }))
      const go = element('button', { type: 'button', class: 'headline' }, element('span', {}, titles.get(id)))
      go.addEventListener('click', () => {
        choose(id)
        parts.get('list').querySelector('[aria-current=true]')?.focus()
      })
      return element(
        'li',
        { class: 'relative' },
        element('h3', { lang: language }, go),
        element(
          'p',
          { class: 'figure' },
          element('b', {}, number(score, 2)),
          ' ',
          element('span', {}, languageName(language)),
        ),
        meter(score),
        element('p', {}, explanation[spoken()]),
        bars(rows),
      )
    }
  }

  /** A file of JSON, or texts that are an article each. */
  async function take(files) {
    const texts = await Promise.all(files.map(readFile))
    const isLines = files.length === 1 && /\.(?:jsonl|ndjson|json)$/i.test(files[0].name)
    const lines = isLines
      ? texts[0]
      : texts.map((body, place) => JSON.stringify({ id: files[place].name, body })).join('\n')
    read(lines)
  }

  async function start() {
    read(await fetchSample(sampleArchive))
  }

  return { draw, start, take }
}

function dateOf(date) {
  const day = new Date(date)
  return Number.isNaN(day.getTime()) ? date : day.toLocaleDateString(spoken(), { dateStyle: 'medium', timeZone: 'UTC' })
}
