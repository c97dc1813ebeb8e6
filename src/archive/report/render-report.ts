import { version } from '../../packed/model-info.js'
import { barList, type ChartText, lineChart, stackedBars, strip } from './charts.js'
import { html, Markup, webAddress } from './markup.js'
import { style } from './style.js'
import type { Summary } from './summarize.js'
import type { ArchiveTheme, Survey } from './survey.js'
import { themeMap } from './theme-map.js'
import { type Wording, wordingIn } from './wording.js'

// by hand: what a person reads; the rest is counted
const shown = { themes: 25, strips: 12, names: 12, unreached: 40, groups: 40, copies: 8, rows: 200 }

/**
 * A survey as one page of HTML that stands alone: no script, nothing fetched, every word of the archive escaped.
 * @param name - of the archive.
 * @param language - of the page: `da`, or English.
 */
export function renderReport(survey: Survey, name: string, language: string): string {
  const wording = wordingIn(language)
  const number = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, wording.separator)
  const page = new Page(survey, wording, number)
  const sections = page.sections().filter(({ content }) => content !== undefined)
  const first = survey.bins[0]?.name
  const last = survey.bins.at(-1)?.name
  return html`<!doctype html>
<html lang="${wording.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${wording.title}: ${name}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${wording.skip}</a>
<header>
<h1>${wording.title}</h1>
<p class="note">${name}${first === undefined ? undefined : ` · ${first}${last === first ? '' : ` – ${last}`}`}</p>
<dl class="figures">
<div><dt>${wording.articles}</dt><dd>${number(survey.articles)}</dd></div>
<div><dt>${wording.words}</dt><dd>${number(survey.words)}</dd></div>
${survey.drafts > 0 ? html`<div><dt>${wording.drafts}</dt><dd>${number(survey.drafts)}</dd></div>` : undefined}
</dl>
<nav aria-label="${wording.title}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main id="content">
${sections.map(
  ({ id, title, note, content }) =>
    html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>${note === undefined ? undefined : html`<p class="note">${note}</p>`}${content}</section>
`,
)}</main>
<footer>klartekst ${version}</footer>
</body>
</html>
`.text
}

interface Section {
  readonly id: string
  readonly title: string
  readonly note?: string
  /** None where there is nothing to show. */
  readonly content: Markup | undefined
}

class Page {
  constructor(
    readonly survey: Survey,
    readonly wording: Wording,
    readonly number: (value: number) => string,
  ) {}

  sections(): Section[] {
    const { survey, wording } = this
    const kind = (name: ArchiveTheme['kind']) => survey.themes.filter((theme) => theme.kind === name)
    return [
      { id: 'languages', title: wording.languages, content: this.#languages() },
      { id: 'time', title: wording.overTime, note: wording.overTimeNote, content: this.#articlesOverTime() },
      { id: 'length', title: wording.length, note: wording.lengthNote, content: this.#lengthOverTime() },
      {
        id: 'themes',
        title: wording.themes,
        note: wording.themesNote,
        content: this.#bars(survey.themes, shown.themes, true),
      },
      { id: 'themes-time', title: wording.themesOverTime, content: this.#themesOverTime() },
      { id: 'map', title: wording.map, note: wording.mapNote, content: this.#map() },
      { id: 'people', title: wording.people, content: this.#bars(kind('person'), shown.names) },
      { id: 'places', title: wording.places, content: this.#bars(kind('place'), shown.names) },
      { id: 'organisations', title: wording.organisations, content: this.#bars(kind('organisation'), shown.names) },
      { id: 'quotes', title: wording.quotes, note: wording.quotesNote, content: this.#quotes() },
      { id: 'evergreen', title: wording.evergreen, note: wording.evergreenNote, content: this.#evergreen() },
      { id: 'reached', title: wording.reached, note: wording.reachedNote, content: this.#reached() },
      { id: 'unreached', title: wording.unreached, note: wording.unreachedNote, content: this.#unreached() },
      { id: 'duplicates', title: wording.duplicates, note: wording.duplicatesNote, content: this.#duplicates() },
    ]
  }

  #text(id: string, title: string, description: string): ChartText {
    return { id: `chart-${id}`, title, description, number: this.number }
  }

  #languageName(language: string): string {
    return this.wording.languageNames.get(language) ?? language
  }

  #languages(): Markup | undefined {
    const { languages, articles } = this.survey
    if (articles === 0) return undefined
    const share = (count: number): string => `${((100 * count) / articles).toFixed(2)}%`
    return html`<div class="share" aria-hidden="true">${languages.map(({ articles: count }, place) => html`<span class="b${place % 6}" style="width:${share(count)}"></span>`)}</div><ul class="legend">${languages.map(
      ({ language, articles: count }, place) =>
        html`<li><i class="b${place % 6}"></i>${this.#languageName(language)} ${this.number(count)}</li>`,
    )}</ul>`
  }

  #articlesOverTime(): Markup {
    const { bins, languages, articlesByBin } = this.survey
    if (bins.length === 0) return html`<p>${this.wording.noDates}</p>`
    const names = bins.map(({ name }) => name)
    const layers = languages.map(({ language }, layer) => ({
      name: this.#languageName(language),
      values: articlesByBin.map((counts) => counts[layer]!),
    }))
    const rows = names.map((name, bin) => [name, ...layers.map(({ values }) => this.number(values[bin]!))])
    return html`<div class="scroll" tabindex="0" role="group" aria-label="${this.wording.overTime}">${stackedBars(names, layers, this.#text('time', this.wording.overTime, this.wording.overTimeNote))}</div>${this.#table(['', ...layers.map(({ name }) => name)], rows)}`
  }

  #lengthOverTime(): Markup | undefined {
    const { bins, lengthByBin } = this.survey
    if (bins.length === 0) return undefined
    const names = bins.map(({ name }) => name)
    const rows = names.map((name, bin) => [name, lengthByBin[bin] === undefined ? '–' : this.number(lengthByBin[bin])])
    return html`<div class="scroll" tabindex="0" role="group" aria-label="${this.wording.length}">${lineChart(names, lengthByBin, this.#text('length', this.wording.length, this.wording.lengthNote))}</div>${this.#table(['', this.wording.words], rows)}`
  }

  #bars(themes: readonly ArchiveTheme[], most: number, namesKinds = false): Markup | undefined {
    if (themes.length === 0) return undefined
    const rows = themes.slice(0, most).map(({ label, articles, kind }) => ({
      label,
      value: articles,
      ...(namesKinds && kind !== 'topic' && { note: this.wording.kinds[kind] }),
    }))
    return barList(rows, { number: this.number })
  }

  #themesOverTime(): Markup | undefined {
    const { bins, themes } = this.survey
    if (bins.length < 3) return undefined
    const names = bins.map(({ name }) => name)
    return html`<ul class="strips">${themes.slice(0, shown.strips).map(({ label, byBin }, place) => {
      const peak = byBin.reduce((best, value, bin) => (value > byBin[best]! ? bin : best), 0)
      const description = `${label}: ${names[peak]} ${this.number(byBin[peak]!)}`
      return html`<li>${label} <small>${names[peak]}: ${this.number(byBin[peak]!)}</small>${strip(names, byBin, byBin[peak]!, this.#text(`strip${place}`, label, description))}</li>`
    })}</ul>`
  }

  #map(): Markup | undefined {
    const { themes, pairs } = this.survey
    const picture = themeMap(themes, pairs, this.#text('map', this.wording.map, this.wording.mapNote))
    if (!picture) return undefined
    const kinds = [...new Set(pairs.flatMap(({ a, b }) => [themes[a]!.kind, themes[b]!.kind]))].sort()
    const rows = pairs.map(({ a, b, articles }) => [themes[a]!.label, themes[b]!.label, this.number(articles)])
    return html`<ul class="legend">${kinds.map((kind) => html`<li><i class="b-${kind}"></i>${this.wording.kinds[kind]}</li>`)}</ul><div class="scroll" tabindex="0" role="group" aria-label="${this.wording.map}">${picture}</div>${this.#table(['', '', this.wording.articles], rows)}`
  }

  #quotes(): Markup | undefined {
    const { quotes } = this.survey
    if (quotes.length === 0) return undefined
    return html`<div class="quotes">${quotes.map(({ article, quote }) => {
      const said = quote.attribution === undefined ? undefined : `${quote.attribution} · `
      const origin = quote.isEditors ? ` · ${this.wording.editors}` : undefined
      return html`<figure style="margin:0"><blockquote>${quote.text}</blockquote><figcaption class="by">${said}${this.#link(article)}${origin}</figcaption></figure>`
    })}</div>`
  }

  #evergreen(): Markup | undefined {
    const { evergreen } = this.survey
    if (!evergreen) return undefined
    return html`<p class="big">${this.#link(evergreen.article)}</p><p class="by">${this.wording.leadsHere}: ${this.#link(evergreen.by)}</p>`
  }

  #reached(): Markup | undefined {
    const { reached, articles } = this.survey
    if (articles === 0) return undefined
    if (reached.length === 0) return html`<p>${this.wording.none}</p>`
    return html`<ol class="plain">${reached.map(({ article, lists }) => html`<li>${this.#link(article)} <small>${this.number(lists)} ${this.wording.lists}</small></li>`)}</ol>`
  }

  #unreached(): Markup | undefined {
    const { unreached, articles } = this.survey
    if (articles === 0) return undefined
    if (unreached.length === 0) return html`<p>${this.wording.none}</p>`
    const rest = unreached.length - shown.unreached
    return html`<p class="note">${this.number(unreached.length)} ${this.wording.articles}</p><ul class="plain columns">${unreached.slice(0, shown.unreached).map((article) => html`<li>${this.#link(article)}</li>`)}${rest > 0 ? html`<li><small>${this.wording.more(this.number(rest))}</small></li>` : undefined}</ul>`
  }

  #duplicates(): Markup | undefined {
    const { duplicates, articles } = this.survey
    if (articles === 0) return undefined
    if (duplicates.length === 0) return html`<p>${this.wording.none}</p>`
    const rest = duplicates.length - shown.groups
    return html`<ul class="groups">${duplicates.slice(0, shown.groups).map(({ kind, articles: copies }) => {
      const more = copies.length - shown.copies
      return html`<li><small>${this.wording.copies[kind]}</small><ul class="plain">${copies.slice(0, shown.copies).map((article) => html`<li>${this.#link(article)}</li>`)}${more > 0 ? html`<li><small>${this.wording.more(this.number(more))}</small></li>` : undefined}</ul></li>`
    })}</ul>${rest > 0 ? html`<p class="note">${this.wording.more(this.number(rest))}</p>` : undefined}`
  }

  /** An article by its title and date; a link where it has an address. */
  #link({ title, url, publishedAt, id }: Summary): Markup {
    const address = webAddress(url)
    const name = title === '' ? id : title
    const date = publishedAt === undefined ? undefined : html` <small>${publishedAt.slice(0, 10)}</small>`
    return html`${address === undefined ? name : html`<a href="${address}" rel="noreferrer">${name}</a>`}${date}`
  }

  /** The numbers of a picture, for who reads them rather. */
  #table(heads: readonly string[], rows: readonly (readonly string[])[]): Markup {
    return html`<details><summary>${this.wording.asTable}</summary><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows
      .slice(0, shown.rows)
      .map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></details>`
  }
}
