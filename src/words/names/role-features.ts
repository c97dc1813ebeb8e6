import type { NameForm } from './name-form.js'

/** Where a form stands as seen from a token of a run or from the run; numbers, for tables beside them. */
export const Own = 0
export const OwnAtStart = 1
export const Before = 2
export const After = 3
export const SecondBefore = 4
export const SecondAfter = 5
export const RunBefore = 6
export const RunAfter = 7
export const RunFirst = 8
export const RunLast = 9
/** Before a run of one token; of two, three, four, five and more follow. */
export const RunSizeBefore = 10
/** All that a run of one token says by itself; the same where a sentence may start; the token before and after it. */
export const Single = 15
export const SingleAtStart = 16
export const SingleBefore = 17
export const SingleAfter = 18
export const roleCount = 19

/** What the names of features start with that speak of tokens after a run of one token; at most one of each speaks. */
export const familiesAfterSingle: readonly string[] = [
  ...['n=', 'nc=', 'ns=', 'n4=', 'rn=', 'rnc=', 'rn4=', 'N=', 'Nc=', 'L=', 'rpn='],
]

/** Roles that are the sum of others. */
const sums: ReadonlyMap<number, readonly number[]> = new Map([
  [Single, [Own, RunFirst, RunLast]],
  [SingleAtStart, [Single, OwnAtStart]],
  [SingleBefore, [Before, RunBefore, RunSizeBefore]],
  [SingleAfter, [After, RunAfter]],
])

/** Runs of so many tokens and more are told apart no further. */
export const largestSize = 5

/**
 * What a form says by itself in a role: words, endings, shapes, lists. Features are short strings, so that the learnt
 * table can be read; that of a form's role is looked up once and kept as sums (`score-run.ts`).
 */
export function roleFeatures(form: NameForm, role: number): string[] {
  const { lower, shape } = form
  const parts = sums.get(role)
  if (parts) {
    const features = parts.flatMap((part) => roleFeatures(form, part))
    if (role === Single) features.push(sizeFeature(1), insideFeature(true, true), ...(form.listed & 1 ? ['given'] : []))
    return features
  }
  switch (role) {
    case Own:
      return ownFeatures(form)
    case OwnAtStart:
      return ['f', `f=${form.common}`, `fs=${shape}`]
    case Before:
      return neighbourFeatures('p', form)
    case After:
      return neighbourFeatures('n', form)
    case SecondBefore:
      return [`P=${lower}`, `Pc=${form.sign}`]
    case SecondAfter:
      return [`N=${lower}`, `Nc=${form.sign}`]
    case RunBefore: {
      const features = [`rp=${lower}`, `rpc=${form.sign}`]
      if (lower.length > 5) features.push(`rp4=${lower.slice(-4)}`, `rp6=${lower.slice(-6)}`)
      if (form.listed & 32) features.push('role')
      return features
    }
    case RunAfter:
      return [`rn=${lower}`, `rnc=${form.sign}`, ...(lower.length > 5 ? [`rn4=${lower.slice(-4)}`] : [])]
    case RunFirst:
      return [`rf=${lower}`]
    case RunLast: {
      const features = [`rl=${lower}`, `rl3=${lower.slice(-3)}`, `rl5=${lower.slice(-5)}`]
      if (form.listed & 192) features.push(`rw=${form.listed & 192}`)
      return features
    }
    default:
      return [`rsize=${role - RunSizeBefore + 1}+${lower.length > 2 ? lower.slice(-3) : lower}`]
  }
}

function ownFeatures(form: NameForm): string[] {
  const { lower, shape, listed, common, sign, classes } = form
  const features = [
    'b',
    `oc=${sign}`,
    `oc=${classes}`,
    `w=${lower}`,
    `s=${shape}`,
    `c=${common}`,
    ...bitFeatures('l', listed),
  ]
  for (const length of [2, 3, 4, 5]) if (lower.length > length + 1) features.push(`e=${lower.slice(-length)}`)
  if (lower.length > 4) features.push(`a=${lower.slice(0, 3)}`)
  return features
}

/** A neighbour: the word, its shape and its ending. */
function neighbourFeatures(name: string, { lower, shape, sign, isEdge }: NameForm): string[] {
  const features = [`${name}=${lower}`, `${name}c=${sign}`]
  if (!isEdge) features.push(`${name}s=${shape}`)
  if (lower.length > 5) features.push(`${name}4=${lower.slice(-4)}`)
  return features
}

/** One feature for each bit. */
export function bitFeatures(name: string, bits: number): string[] {
  const features: string[] = []
  for (let bit = 1; bit <= bits; bit <<= 1) if (bits & bit) features.push(`${name}${bit}`)
  return features
}

const sizes = ['r=0', 'r=1', 'r=2', 'r=3', 'r=4', 'r=5']

/** How many tokens the run has; at most `largestSize`. */
export function sizeFeature(size: number): string {
  return sizes[size]!
}

/** Whether the token is the first and the last of the run. */
export function insideFeature(isFirst: boolean, isLast: boolean): string {
  return isFirst ? (isLast ? 'i=FL' : 'i=F') : isLast ? 'i=L' : 'i='
}
