import { chooseLanguage, type LanguageOption } from '../document/choose-language.js'
import type { Document } from '../model/document.js'
import type { Language } from '../model/language.js'
import type { Name } from '../model/name.js'
import type { Span } from '../model/span.js'
import { splitSentences } from '../text/split-sentences.js'
import { isCommonStart, nameFeatures } from './names/name-features.js'
import { type FoundName, type NameMemory, rememberNames } from './names/name-memory.js'
import { confidenceOf, labelRun, nameLabels, nameModelOf } from './names/name-model.js'
import { type NameRun, type NameSentence, nameRuns, readNameSentence } from './names/name-sentence.js'

/** A run with the label and the margin of each of its tokens. */
interface LabelledRun {
  readonly sentence: NameSentence
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
 * @param options.language - of the text; default: the document's, or detected. None at hand: no names.
 * @returns a Danish genitive belongs to the span (`Danmarks`), an English one does not.
 *   `confidence` is the calibrated probability that bounds and kind are right, in steps.
 * @remarks Linear. Weights of data/<code>/name-model.tsv, lists of data/<code>/names.tsv; figures in test/evaluation/REPORT.md.
 * @example findNames([da], 'Mette Holm bor i Odense.') //=> person 'Mette Holm', place 'Odense'
 */
export function findNames(
  languages: readonly Language[],
  input: string | Document,
  options: LanguageOption = {},
): Name[] {
  const text = typeof input === 'string' ? input : input.text
  const stated = options.language ?? (typeof input === 'string' ? undefined : input.language.language)
  const language = chooseLanguage(languages, text, stated === undefined ? {} : { language: stated })
  if (!language) return []
  const sentences = typeof input === 'string' ? splitSentences(language, text) : input.sentences
  const { calibration } = nameModelOf(language)
  return findIn(language, text, sentences).map(({ margin, ...name }) => ({
    ...name,
    confidence: confidenceOf(calibration, margin),
  }))
}

/** The names in a text with how sure the model is of each, in its own units: what confidence is fitted on. */
export function findMarginNames(language: Language, text: string): MarginName[] {
  return findIn(language, text, splitSentences(language, text))
}

type MarginName = Omit<Name, 'confidence'> & { readonly margin: number }

function findIn(language: Language, text: string, sentences: readonly Span[]): MarginName[] {
  const runs = labelRuns(language, text, sentences)
  const memory = rememberNames(runs.flatMap((run) => namesOfRun(run)))
  return runs
    .flatMap((run) => namesOfRun(recall(run, memory)))
    .map(({ start, end, words, label, margin }) => ({
      start,
      end,
      kind: nameLabels[memory.labelOf(words, label)] as Name['kind'],
      margin,
    }))
}

function labelRuns(language: Language, text: string, sentences: readonly Span[]): LabelledRun[] {
  const model = nameModelOf(language)
  return sentences.flatMap(({ start, end }) => {
    const sentence = readNameSentence(language, text, start, end)
    if (!sentence) return []
    return nameRuns(sentence).map((run) => ({ sentence, run, ...labelRun(model, nameFeatures(sentence, run)) }))
  })
}

/** The run with words that are names elsewhere in the text. */
function recall(labelled: LabelledRun, memory: NameMemory): LabelledRun {
  const { sentence, run, labels } = labelled
  const recalled = labels.map((label, index) => {
    const place = run.from + index
    if (label !== 0 || !sentence.capital[place] || isCommonStart(sentence, place)) return label
    return memory.labelOfWord(sentence.lowers[place]!)
  })
  return { ...labelled, labels: recalled }
}

/** Tokens with the same label in a row are one name. */
function namesOfRun({ sentence, run, labels, margins }: LabelledRun): FoundName[] {
  const names: FoundName[] = []
  for (let from = 0; from < labels.length; from++) {
    const label = labels[from]!
    if (label === 0) continue
    let to = from + 1
    while (labels[to] === label) to++
    const words = sentence.lowers.slice(run.from + from, run.from + to)
    const last = words[words.length - 1]!
    const ending = sentence.lists.endings.find((ending) => last.endsWith(ending) && last.length > ending.length)
    names.push({
      start: sentence.starts[run.from + from]!,
      end: sentence.ends[run.from + to - 1]! - (ending?.length ?? 0),
      words,
      label,
      margin: Math.min(...margins.slice(from, to)),
    })
    from = to - 1
  }
  return names
}
