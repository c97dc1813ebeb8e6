import type { Language } from '../model/language.js'
import type { PullQuote } from '../model/pull-quote.js'
import type { Reason } from '../model/reason.js'
import type { DuplicateGroup, RelatedArticle } from '../model/related.js'
import type { Theme } from '../model/theme.js'

/** What can be explained: everything that carries reasons. */
export type Explainable = Theme | PullQuote | RelatedArticle | DuplicateGroup

/** How `explain` speaks. */
export interface ExplainOptions {
  /** BCP 47 code of the reader's language, one of `languages`; default: the first of them. */
  readonly language?: string
}

const MOST_REASONS = 3 // by hand: what fits in one sentence an editor reads

/**
 * One sentence for an editor on why a result stands where it stands, made of the result's own reasons: the strongest
 * contributions that speak for it, in words from `data/<code>/explanations.tsv`.
 * @throws TypeError when `result` is none of the results that carry reasons.
 * @throws RangeError when `options.language` is not one of `languages`.
 */
export function explain(languages: readonly Language[], result: Explainable, options: ExplainOptions = {}): string {
  const language =
    options.language === undefined ? languages[0] : languages.find(({ code }) => code === options.language)
  if (!language) {
    const known = languages.map(({ code }) => code).join(', ')
    throw new RangeError(`explain: wanted one of the languages ${known}; got ${JSON.stringify(options.language)}`)
  }
  const say = phrasesOf(language)
  if (typeof result !== 'object' || result === null || !Array.isArray(result.reasons)) {
    throw new TypeError('explain: wanted a theme, a pull quote, a related article or a duplicate group')
  }
  if ('key' in result) return explainTheme(say, result)
  if ('ids' in result)
    return say(`duplicate ${result.kind}`, { count: String(result.ids.length), ids: result.ids.join(', ') })
  if ('adjustments' in result) return explainRelated(say, result)
  return explainQuote(say, result)
}

type Say = (key: string, values?: Readonly<Record<string, string>>) => string

function explainTheme(say: Say, theme: Theme): string {
  return sentence(say, 'theme', strongest(say, theme.reasons, 'theme'), {
    label: theme.label,
    count: String(theme.spans.length),
  })
}

function explainQuote(say: Say, quote: PullQuote): string {
  if (quote.source === 'editor') return say(`editor quote ${quote.match ?? 'none'}`)
  const key = quote.kind === 'source' ? 'source quote' : 'quote'
  return sentence(say, key, strongest(say, quote.reasons, 'quote'), {
    attribution: quote.attribution ?? say('somebody'),
  })
}

function explainRelated(say: Say, { source, reasons, adjustments }: RelatedArticle): string {
  if (source !== 'text') return say(`related ${source}`)
  // `…` stands for shared words too weak to name
  const named = reasons.filter(({ label }) => label !== '…')
  const labels = named.slice(0, MOST_REASONS).map(({ label }) => say('quoted', { label }))
  const moved = adjustments.map(({ kind, factor }) => say(`${kind} ${factor < 1 ? 'down' : 'up'}`))
  const text = sentence(say, 'related', labels, {})
  return moved.length > 0 ? `${text} ${moved.join(' ')}` : text
}

/** The strongest reasons that speak for a result, in words; a feature without words is passed over. */
function strongest(say: Say, reasons: readonly Reason[], of: string): string[] {
  return reasons
    .filter(({ contribution }) => contribution > 0)
    .sort((a, b) => b.contribution - a.contribution || (a.feature < b.feature ? -1 : 1))
    .map(({ feature }) => say(`${of}: ${feature}`))
    .filter((words) => words !== '')
    .filter((words, place, all) => all.indexOf(words) === place)
    .slice(0, MOST_REASONS)
}

function sentence(say: Say, key: string, reasons: readonly string[], values: Readonly<Record<string, string>>): string {
  if (reasons.length === 0) return say(`${key} without reasons`, values)
  return say(key, { ...values, reasons: enumerate(say, reasons) })
}

/** `a`, `a and b`, `a, b and c`. */
function enumerate(say: Say, parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} ${say('and')} ${parts.at(-1)}`
}

const cache = new WeakMap<Language, Say>()

/** Looks phrases up in the language's list and fills in the values; an unknown key gives the empty string. */
function phrasesOf(language: Language): Say {
  let say = cache.get(language)
  if (!say) {
    const phrases = new Map<string, string>()
    for (const line of language.explanations.split('\n')) {
      const [key = '', phrase = ''] = line.split('\t')
      phrases.set(key, phrase)
    }
    say = (key, values = {}) =>
      (phrases.get(key) ?? '').replace(/\{(\p{L}+)\}/gu, (whole, name: string) =>
        Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
      )
    cache.set(language, say)
  }
  return say
}
