import { chooseLanguage, type LanguageOption } from '../document/choose-language.js'
import { languageOf } from '../document/language-of.js'
import { detectLanguageSpans } from '../language/detect-language-spans.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Name } from '../model/name.js'
import { splitSentences } from '../text/split-sentences.js'
import { labelRun } from './names/label-run.js'
import type { NameForm } from './names/name-form.js'
import { nameListsOf } from './names/name-lists.js'
import { type FoundName, keyOf, type NameMemory, rememberNames } from './names/name-memory.js'
import { confidenceOf, nameLabels, nameModelOf } from './names/name-model.js'
import { type NameTokens, tokensOfText, tokensOfWords } from './names/name-tokens.js'
import { runScorerOf } from './names/score-run.js'
import { type NameRun, visitRuns } from './names/visit-run.js'
import { readWords } from './read-words.js'

/** A run with the label and the margin of each of its tokens. */
interface LabelledRun {
  readonly language: Language
  readonly run: NameRun
  readonly labels: readonly number[]
  readonly margins: readonly number[]
}

/**
 * The names in a text, in order: people, organisations, places, others. They do not overlap.
 *
 * Words with capitals are weighed by a learnt chain model (the word, its neighbours, endings, lists of names), sentence by
 * sentence; then the text is asked as a whole: once a person, always that person, and a surname joins its full name.
 * @param input - a text as it stands, or a document; spans point into it.
 * @param options.language - of the whole text; default: each sentence is read in the language of its passage. Sentences
 *   in none of `languages`: no names.
 * @returns a Danish genitive belongs to the span (`Danmarks`), an English one does not.
 *   `confidence` is the calibrated probability that bounds and kind are right, in steps.
 * @remarks Linear. A document's words are read once (`readWords`) and shared with themes, quotes and vector.
 *   Weights of data/<code>/name-model.tsv, lists of data/<code>/names.tsv; figures in test/evaluation/REPORT.md.
 * @example findNames([da], 'Mette Holm bor i Odense.') //=> person 'Mette Holm', place 'Odense'
 */
export function findNames(
  languages: readonly Language[],
  input: string | Document,
  options: LanguageOption = {},
): Name[] {
  const tokens =
    typeof input === 'string' || options.language !== undefined
      ? readText(languages, typeof input === 'string' ? input : input.text, options)
      : tokensOfWords(input, readWords(languages, input))
  return findIn(tokens).map(({ start, end, kind, language, margin }) => ({
    start,
    end,
    kind,
    confidence: confidenceOf(nameModelOf(language).calibration, margin),
  }))
}

/** The names in a text with how sure the model is of each, in its own units: what confidence is fitted on. */
export function findMarginNames(language: Language, text: string): MarginName[] {
  return findIn(readText([language], text, { language: language.code }))
}

interface MarginName extends Omit<Name, 'confidence'> {
  readonly language: Language
  readonly margin: number
}

/** The tokens of a bare text: in the language stated, else each sentence in that of its passage. */
function readText(languages: readonly Language[], text: string, options: LanguageOption): NameTokens {
  const own = chooseLanguage(languages, text, options)
  const passages = options.language === undefined && languages.length > 1 ? detectLanguageSpans(languages, text) : []
  let passage = 0
  return tokensOfText(
    text,
    splitSentences(own, text).flatMap(({ start, end }) => {
      while (passage + 1 < passages.length && passages[passage]!.end <= start) passage++
      const language = (passages[passage] && languageOf(languages, passages[passage]!.language)) ?? own
      return language ? [{ start, end, language }] : []
    }),
  )
}

function findIn(tokens: NameTokens): MarginName[] {
  const runs = labelRuns(tokens)
  const named = runs.map((run) => namesOfRun(tokens, run))
  const memory = rememberNames(named.flat())
  return runs.flatMap((run, index) => {
    const recalled = recall(run, memory)
    const names = recalled === run ? named[index]! : namesOfRun(tokens, recalled)
    return names.map(({ start, end, key, label, margin }) => ({
      start,
      end,
      kind: nameLabels[memory.labelOf(key, label)] as Name['kind'],
      language: run.language,
      margin,
    }))
  })
}

function labelRuns(tokens: NameTokens): LabelledRun[] {
  const labelled: LabelledRun[] = []
  for (const sentence of tokens.sentences) {
    const { language } = sentence
    const scorer = runScorerOf(language)
    const visit = (run: NameRun): void => {
      const { labels, margins } = labelRun(scorer.score(run), scorer.model.transitions)
      if (labels.some((label, index) => label !== 0 || mayBeRecalled(run, index))) {
        labelled.push({ language, run, labels, margins })
      }
    }
    // most sentences start with a word that is never a name: quickly told
    visitRuns(tokens, sentence, visit, (form) => isCommon(form) && scorer.isHopelessStart(form))
  }
  return labelled
}

/** The run with words that are names elsewhere in the text. */
function recall(labelled: LabelledRun, memory: NameMemory): LabelledRun {
  const { run, labels } = labelled
  let recalled: number[] | undefined
  for (let index = 0; index < labels.length; index++) {
    if (labels[index] !== 0 || !mayBeRecalled(run, index)) continue
    const label = memory.labelOfWord(run.forms[index]!.lower)
    if (label === 0) continue
    recalled ??= [...labels]
    recalled[index] = label
  }
  return recalled ? { ...labelled, labels: recalled } : labelled
}

/** A capital word; a common one that starts a sentence has its capital from there. */
function mayBeRecalled({ forms, starts }: NameRun, index: number): boolean {
  const form = forms[index]!
  return form.isCapital && !(starts[index] && isCommon(form))
}

function isCommon({ common }: NameForm): boolean {
  return common !== 'n' && common !== 'u'
}

const none: readonly FoundName[] = []

/** Tokens with the same label in a row are one name. */
function namesOfRun(tokens: NameTokens, { language, run, labels, margins }: LabelledRun): readonly FoundName[] {
  if (labels.every((label) => label === 0)) return none
  const { endings } = nameListsOf(language)
  const names: FoundName[] = []
  for (let from = 0; from < labels.length; from++) {
    const label = labels[from]!
    if (label === 0) continue
    let to = from + 1
    let margin = margins[from]!
    for (; labels[to] === label; to++) margin = Math.min(margin, margins[to]!)
    const words = run.forms.slice(from, to).map(({ lower }) => lower)
    const last = words[words.length - 1]!
    const ending = endings.find((ending) => last.endsWith(ending) && last.length > ending.length)
    names.push({
      start: tokens.starts[run.from + from]!,
      end: tokens.ends[run.from + to - 1]! - (ending?.length ?? 0),
      words,
      key: keyOf(words),
      label,
      margin,
    })
    from = to - 1
  }
  return names
}
