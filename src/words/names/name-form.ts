import type { Language } from '../../model/language.js'
import { isCommonLemma, isKnownName, rarity } from '../background.js'
import { classTable } from '../class-table.js'
import { answerOf } from '../ending-table.js'
import { freshCopy } from '../fresh-copy.js'
import { stopwordsOf } from '../stopwords.js'
import { listedAs, nameListsOf } from './name-lists.js'

/** How a word stands in open text: a known name, a stop word, common, listed but rare, unknown. */
export type Commonness = 'n' | 's' | 'c' | 'r' | 'u'

/** A distinct token of a language, with all that the search for names asks of it by itself. */
export interface NameForm {
  readonly surface: string
  readonly lower: string
  /** Whether it is a word written with a capital. */
  readonly isCapital: boolean
  readonly isNumber: boolean
  /** A small word that may stand inside a name. */
  readonly isParticle: boolean
  /** What the lists say, as bits; see `name-lists.ts`. */
  readonly listed: number
  readonly common: Commonness
  /** Its likeliest classes, one or two letters as in data/<code>/class-endings.tsv; marks and edges: their first unit. */
  readonly classes: string
  /** The likeliest of `classes`. */
  readonly sign: string
  /** `shapeOf` its surface. */
  readonly shape: string
  /** Whether names of several words start with it. */
  readonly startsPhrase: boolean
  /** Whether a sentence may start after it: a quote mark, a dash, a colon, a stop. */
  readonly opens: boolean
  readonly startsWithLetter: boolean
  /** Where the sentence begins or ends. */
  readonly isEdge: boolean
  /** Room for what the model says of it, two numbers a role; see `score-run.ts`. */
  scores: number[] | undefined
  /** Whether it is never a name as first word of a sentence when no other stands with it; undefined: not yet asked. */
  isHopelessStart: boolean | undefined
  /** Bits of the roles that are filled. */
  scored: number
}

/** The forms of a language met so far, kept from one text to the next. */
export interface NameForms {
  word(surface: string): NameForm
  number(surface: string): NameForm
  /** Punctuation and symbols. */
  mark(surface: string): NameForm
  /** Stands before the first token of a sentence. */
  readonly start: NameForm
  /** Stands after the last one. */
  readonly end: NameForm
}

const cache = new WeakMap<Language, NameForms>()

/** by hand: some articles' worth of words around names; the forms start anew when there are so many. */
const mostKept = 20_000
/** by hand: longer than words are. */
const longestKept = 80

/** The forms of a language. */
export function nameFormsOf(language: Language): NameForms {
  let forms = cache.get(language)
  if (!forms) cache.set(language, (forms = makeForms(language)))
  return forms
}

function makeForms(language: Language): NameForms {
  const keeper = (make: (surface: string) => NameForm): ((surface: string) => NameForm) => {
    const kept = new Map<string, NameForm>()
    return (surface) => {
      if (surface.length > longestKept) return make(surface)
      let form = kept.get(surface)
      if (!form) {
        if (kept.size >= mostKept) kept.clear()
        form = make(freshCopy(surface))
        kept.set(form.surface, form)
      }
      return form
    }
  }
  return {
    word: keeper((surface) => makeForm(language, surface, false, startsWithCapital(surface))),
    number: keeper((surface) => makeForm(language, surface, true, false)),
    mark: byUnit(keeper((surface) => makeForm(language, surface, false, false))),
    start: makeEdge('^'),
    end: makeEdge('$'),
  }
}

/** The same, quicker for a single code unit: most punctuation. */
function byUnit(formOf: (surface: string) => NameForm): (surface: string) => NameForm {
  const ofUnit: NameForm[] = []
  return (surface) => {
    const unit = surface.charCodeAt(0)
    return surface.length > 1 || unit > 0xff ? formOf(surface) : (ofUnit[unit] ??= formOf(surface))
  }
}

function makeForm(language: Language, surface: string, isNumber: boolean, isCapital: boolean): NameForm {
  const lists = nameListsOf(language)
  const lower = surface.toLowerCase()
  const classes = classesOf(language, lower)
  // one literal with all fields, the often read ones first: kept together in memory
  return {
    isCapital,
    isNumber,
    isParticle: lists.particles.has(lower),
    isEdge: false,
    listed: listedAs(lists, lower),
    scores: undefined,
    scored: 0,
    opens: /^[^\p{L}\p{N},;)/&%]/u.test(lower),
    common: commonnessOf(language, lower),
    isHopelessStart: undefined,
    startsWithLetter: /^\p{L}/u.test(lower),
    startsPhrase: lists.phraseStarts.has(lower),
    lower,
    surface,
    shape: shapeOf(surface),
    classes,
    sign: classes.slice(0, 1),
  }
}

function makeEdge(sign: string): NameForm {
  return {
    isCapital: false,
    isNumber: false,
    isParticle: false,
    isEdge: true,
    listed: 0,
    scores: undefined,
    scored: 0,
    opens: false,
    common: 'u',
    isHopelessStart: undefined,
    startsWithLetter: false,
    startsPhrase: false,
    lower: sign,
    surface: sign,
    shape: sign,
    classes: sign,
    sign,
  }
}

function commonnessOf(language: Language, lower: string): Commonness {
  if (isKnownName(language, lower)) return 'n'
  if (stopwordsOf(language).has(lower)) return 's'
  // by hand: everyday words are commoner than 2^-14
  if (isCommonLemma(language, lower)) return rarity(language, lower) < 14 ? 'c' : 'r'
  return 'u'
}

function classesOf(language: Language, lower: string): string {
  if (!/[\p{L}\p{N}]/u.test(lower)) return lower.slice(0, 1)
  const { endings } = classTable(language)
  return endings.answers[answerOf(endings, lower)] ?? '?'
}

/** The writing of a word: runs of capitals, small letters and digits, two or more as one sign more. */
export function shapeOf(surface: string): string {
  return surface
    .slice(0, 24)
    .replace(/\p{Lu}{2,}/gu, 'AA')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\p{N}+/gu, '9')
}

/** A capital first, or inside (`eBay`, `3F`); not `@name`. */
function startsWithCapital(surface: string): boolean {
  return /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu}|\p{N}{1,3}\p{Lu}|\p{L}+['’-]\p{Lu})/u.test(surface)
}
