import { type NameForm, nameFormsOf } from './name-form.js'
import { type NameLists, nameListsOf } from './name-lists.js'
import type { NameSentence, NameTokens } from './name-tokens.js'
import {
  After,
  Before,
  insideFeature,
  largestSize,
  Own,
  OwnAtStart,
  RunAfter,
  RunBefore,
  RunFirst,
  RunLast,
  RunSizeBefore,
  SecondAfter,
  SecondBefore,
  Single,
  SingleAfter,
  SingleAtStart,
  SingleBefore,
  sizeFeature,
} from './role-features.js'

/** A stretch of tokens that may hold names: capital words, with small name words and numbers between or after them. */
export interface NameRun {
  readonly forms: readonly NameForm[]
  /** Place of its first token. */
  readonly from: number
  readonly secondBefore: NameForm
  readonly before: NameForm
  readonly after: NameForm
  readonly secondAfter: NameForm
  /** Beside `forms`: whether a sentence may start there, so that a capital says little. */
  readonly starts: readonly boolean[]
  readonly lists: NameLists
}

/** Small words and numbers in a row inside a run are at most so many. By hand: "Ministry of the Interior". */
const mostBetween = 2
/** A run is cut here: headlines in capitals and hostile text. By hand. */
const longestRun = 40

/**
 * Calls `visit` with the runs of a sentence in order.
 * @param skips - whether to pass over a form that stands alone at the start of the sentence.
 */
export function visitRuns(
  tokens: NameTokens,
  sentence: NameSentence,
  visit: (run: NameRun) => void,
  skips: (form: NameForm) => boolean = () => false,
): void {
  const { language, to: past } = sentence
  const lists = nameListsOf(language)
  for (let from = tokens.nextCapital(sentence.from, past); from < past; from = tokens.nextCapital(from + 1, past)) {
    const first = tokens.formAt(from, language)
    if (!first.isCapital) continue
    const forms = formsFrom(tokens, sentence, from, first)
    if (forms.length === 1 && from === sentence.from && skips(first)) continue
    visit(runAt(tokens, sentence, from, forms, lists))
    from += forms.length - 1
  }
}

/** The forms of the run that starts at a place. */
function formsFrom(
  tokens: NameTokens,
  { language, to: past }: NameSentence,
  from: number,
  first: NameForm,
): NameForm[] {
  const forms = [first]
  let between: NameForm[] | undefined
  let count = 0
  for (let next = from + 1; next < past && count <= mostBetween && forms.length < longestRun; next++) {
    const form = tokens.formAt(next, language)
    if (form.isCapital || (form.isNumber && count === 0)) {
      if (between) forms.push(...between.splice(0))
      forms.push(form)
      count = 0
    } else if (form.isParticle) {
      between ??= []
      between.push(form)
      count++
    } else break
  }
  return forms
}

const onlyStart: readonly boolean[] = [true]
const noStart: readonly boolean[] = [false]

function runAt(
  tokens: NameTokens,
  { language, from: least, to: past }: NameSentence,
  from: number,
  forms: readonly NameForm[],
  lists: NameLists,
): NameRun {
  const { start, end } = nameFormsOf(language)
  const at = (place: number): NameForm => (place < least ? start : place >= past ? end : tokens.formAt(place, language))
  const to = from + forms.length
  const before = at(from - 1)
  const secondBefore = at(from - 2)
  if (forms.length === 1) {
    const isStart = from === least || before.opens || (from === least + 1 && !before.startsWithLetter)
    const starts = isStart ? onlyStart : noStart
    return { forms, from, secondBefore, before, after: at(to), secondAfter: at(to + 1), starts, lists }
  }
  const starts: boolean[] = []
  let previous = before
  for (const form of forms) {
    const place = from + starts.length
    starts.push(place === least || previous.opens || (place === least + 1 && !previous.startsWithLetter))
    previous = form
  }
  return { forms, from, secondBefore, before, after: at(to), secondAfter: at(to + 1), starts, lists }
}

/** Told what speaks for and against a name, token by token: by `visitFeatures`. */
export interface FeatureVisitor {
  /** What follows is of the next token; what comes before the first is of all. */
  next(): void
  /** What a form says in a role; see `roleFeatures`. */
  role(form: NameForm, role: number): void
  /** What two words say together. */
  pair(name: 'rpn' | 'rb', first: string, second: string): void
  /** What the lists say of a token and of the one beside it: bits, -1 where there is none. */
  listed(name: 'L' | 'K', first: number, second: number): void
  feature(feature: string): void
  /** A name of several words that the lists know: bits. */
  phrase(bits: number): void
}

/**
 * Goes through all that speaks for and against names in a run: what stands before and after it, how it begins and ends;
 * then for each token the word, its neighbours, and what the lists say.
 */
export function visitFeatures(run: NameRun, visitor: FeatureVisitor): void {
  const { forms, secondBefore, before, after, secondAfter, starts } = run
  const count = forms.length
  visitor.pair('rpn', before.lower, after.lower)
  visitor.pair('rb', secondBefore.lower, before.lower)
  if (count === 1) {
    const form = forms[0]!
    visitor.next()
    visitor.role(form, starts[0] ? SingleAtStart : Single)
    visitor.role(before, SingleBefore)
    visitor.role(after, SingleAfter)
    visitor.role(secondBefore, SecondBefore)
    visitor.role(secondAfter, SecondAfter)
    visitor.listed('L', form.listed, listedBits(after))
    visitor.listed('K', listedBits(before), form.listed)
    return
  }
  const size = Math.min(count, largestSize)
  visitor.feature(sizeFeature(size))
  visitor.role(before, RunBefore)
  visitor.role(after, RunAfter)
  visitor.role(forms[0]!, RunFirst)
  visitor.role(forms[count - 1]!, RunLast)
  visitor.role(before, RunSizeBefore + size - 1)
  if (forms.some(({ isCapital, listed }) => isCapital && listed & 1)) visitor.feature('given')
  const phrases = phraseBits(run)
  const at = (index: number): NameForm =>
    forms[index] ?? (index < 0 ? (index === -1 ? before : secondBefore) : index === count ? after : secondAfter)
  for (let index = 0; index < count; index++) {
    const form = forms[index]!
    const previous = at(index - 1)
    const next = at(index + 1)
    visitor.next()
    visitor.role(form, Own)
    if (starts[index]) visitor.role(form, OwnAtStart)
    visitor.role(previous, Before)
    visitor.role(next, After)
    visitor.role(at(index - 2), SecondBefore)
    visitor.role(at(index + 2), SecondAfter)
    visitor.listed('L', form.listed, listedBits(next))
    visitor.listed('K', listedBits(previous), form.listed)
    if (phrases?.[index]) visitor.phrase(phrases[index]!)
    visitor.feature(insideFeature(index === 0, index === count - 1))
  }
}

function listedBits({ isEdge, listed }: NameForm): number {
  return isEdge ? -1 : listed & 63
}

/** For each token of a run, what the names of several words that it is part of are; undefined where there are none. */
function phraseBits({ forms, lists }: NameRun): number[] | undefined {
  let found: number[] | undefined
  for (let start = 0; start + 1 < forms.length; start++) {
    if (!forms[start]!.startsPhrase) continue
    let phrase = forms[start]!.lower
    for (let end = start + 1; end < forms.length && end - start < lists.longestPhrase; end++) {
      phrase += ` ${forms[end]!.lower}`
      const bits = phraseAs(lists, phrase)
      if (!bits) continue
      found ??= new Array<number>(forms.length).fill(0)
      for (let place = start; place <= end; place++) found[place]! |= bits
    }
  }
  return found
}

function phraseAs(lists: NameLists, phrase: string): number {
  return lists.phrases.get(phrase) ?? lists.phrases.get(phrase.replace(/(?:['’]s?|s)$/, '')) ?? 0
}
