import type { Document } from '../model/document.js'
import type { Span } from '../model/span.js'
import { themeWordsOf } from './theme-words.js'
import { acronymOf } from './word-facts.js'
import { Casing, Region, type WordStream } from './word-stream.js'

/** One place where a theme stands: an entry of the stream and a number of words. */
export interface Place {
  readonly place: number
  readonly length: number
}

/** How a theme is shown, and the forms it was found in. */
export interface Label {
  readonly label: string
  /** Surface forms with case as in running text, commonest first. */
  readonly variants: readonly string[]
}

interface Form {
  readonly text: string
  readonly lower: string
  readonly place: Place
  count: number
  inTitle: boolean
  readonly isDefinite: boolean
}

/** The stretch of `document.text` of a place. */
export function spanOf(stream: WordStream, { place, length }: Place): Span {
  return { start: stream.starts[place]!, end: stream.ends[place + length - 1]! }
}

/**
 * The label of a theme: its commonest form as it stands, the title's form where two are as common, an indefinite noun
 * rather than a definite one; in lower case but for names. Rules counted on editors' tags: the commonest form is right
 * for nine tags of ten, tags are lower case in nine of ten, hardly any Danish tag is definite.
 */
export function chooseLabel(document: Document, stream: WordStream, places: readonly Place[]): Label {
  const forms = new Map<string, Form>()
  for (const place of places) {
    const text = writeForm(document, stream, place)
    const lower = text.toLowerCase()
    let form = forms.get(lower)
    if (!form)
      forms.set(lower, (form = { text, lower, place, count: 0, inTitle: false, isDefinite: isDefinite(stream, place) }))
    form.count++
    if (stream.regions[stream.sentences[place.place]!] === Region.title) form.inTitle = true
  }
  const byCount = [...forms.values()].sort(
    (a, b) => b.count - a.count || Number(b.inTitle) - Number(a.inTitle) || a.place.place - b.place.place,
  )
  const liked = (form: Form): number => form.count + (form.inTitle ? 1.5 : 0) - (form.isDefinite ? 100 : 0) // by hand
  const best = [...byCount].sort((a, b) => liked(b) - liked(a))[0]
  if (!best) return { label: '', variants: [] }
  const bare = withoutGenitive(stream, best, forms) ?? best
  return {
    label: bare.isDefinite ? makeIndefinite(stream, bare) : bare.text,
    variants: byCount.map(({ text }) => text),
  }
}

/** The form without its genitive ending, where the text has that too: *Odense* for *Odenses*. */
function withoutGenitive(
  stream: WordStream,
  { lower, place }: Form,
  forms: ReadonlyMap<string, Form>,
): Form | undefined {
  const { language } = stream.vocabulary[stream.words[place.place + place.length - 1]!]!
  for (const ending of language ? themeWordsOf(language).genitiveEndings : []) {
    const bare = lower.endsWith(ending) ? forms.get(lower.slice(0, -ending.length)) : undefined
    if (bare) return bare
  }
  return undefined
}

/** A form with white space as single spaces, and with capitals only where running text has them. */
function writeForm(document: Document, stream: WordStream, { place, length }: Place): string {
  let text = ''
  for (let index = place; index < place + length; index++) {
    const surface = document.text.slice(stream.starts[index]!, stream.ends[index]!)
    if (index > place) {
      const between = document.text.slice(stream.ends[index - 1]!, stream.starts[index]!)
      text += /\s/.test(between) ? ' ' : between
    }
    // The first word of a sentence keeps its capital before a name: *Socialistisk Folkeparti*.
    const leads = index + 1 < place + length && stream.runLengths[index]! > 1 && isNameAt(stream, index + 1)
    text +=
      acronymOf(surface) ??
      (leads || isNameAt(stream, index) ? cutGenitive(surface) : casedAsText(stream, index, surface))
  }
  return text
}

function isNameAt(stream: WordStream, index: number): boolean {
  const word = stream.words[index]!
  return word >= 0 && stream.isName[word] === 1
}

/** A name's capital stays; a capital that only its place explains goes. */
function casedAsText(stream: WordStream, index: number, surface: string): string {
  const word = stream.vocabulary[stream.words[index]!]!
  if (word.casing !== Casing.capital) return cutGenitive(surface)
  return surface.toLowerCase()
}

function cutGenitive(surface: string): string {
  return surface.replace(/['’]s?$/, '')
}

function isDefinite(stream: WordStream, { place, length }: Place): boolean {
  const index = stream.words[place + length - 1]!
  const word = stream.vocabulary[index]!
  if (!word.language || stream.isName[stream.words[place + length - 1]!]) return false
  const lower = word.surface.toLowerCase()
  const lemma = stream.lemmas[stream.lemmaOf[index]!]!
  if (lower === lemma) return false
  return themeWordsOf(word.language).definiteEndings.some((ending) => lower.endsWith(ending) && !lemma.endsWith(ending))
}

/** A definite singular becomes the dictionary form where that is the form without its ending; else it stays. */
function makeIndefinite(stream: WordStream, { text, place }: Form): string {
  const index = stream.words[place.place + place.length - 1]!
  const word = stream.vocabulary[index]!
  const lemma = stream.lemmas[stream.lemmaOf[index]!]!
  const lower = word.surface.toLowerCase()
  if (place.length > 1 || !word.language || !lower.startsWith(lemma)) return text
  const rest = lower.slice(lemma.length).replace(/(?<=.)s$/, '') // *skolens*: genitive of *skolen*
  const { definiteEndings } = themeWordsOf(word.language)
  const bare = definiteEndings.some(
    (ending) => rest === ending || (rest.length > ending.length && rest.endsWith(ending)),
  )
  return bare || rest === 'n' || rest === 't' ? lemma : text
}
