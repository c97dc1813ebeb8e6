/**
 * The smallest set of suffix rules that answers best: every ending of the training words may carry one answer, a word
 * takes the answer of its longest ending that carries one. Found exactly, by dynamic programming over the tree of
 * endings: least sum of weight answered wrongly plus `cost` for each ending kept.
 */

/** A word and how much each answer weighs for it. */
export interface Example {
  readonly word: string
  readonly answers: ReadonlyMap<string, number>
}

/** An ending that carries an answer; `^` at its start means the whole word. */
export interface Ending {
  readonly ending: string
  readonly answer: string
}

interface Node {
  /** Letters from the end that all words under it share. */
  readonly depth: number
  /** Letters its parent shares. */
  readonly parentDepth: number
  readonly children: readonly Node[]
  readonly example: Example | undefined
  readonly sample: string
  /** Cost of the words under it when an answer holds at it; answers not listed cost `plain`. */
  readonly costs: Map<string, number>
  plain: number
  best: string
  /** Cost when it keeps its best answer. */
  own: number
}

export interface TreeOptions {
  /** Price of an ending, in units of weight; of `letters` more for each letter. */
  readonly cost: number
  readonly letterCost: number
  /** An ending for one word alone takes in this many letters beyond what tells it from the others; Infinity: all. */
  readonly reach: number
  /** Only these answers may stand on an ending that is not a whole word. */
  readonly general?: ReadonlySet<string>
}

/** Endings in code-point order; the empty ending is the answer when none fits. */
export function learnEndings(examples: readonly Example[], options: TreeOptions): Ending[] {
  const reversed = examples
    .map((example) => ({ key: `${[...example.word].reverse().join('')}^`, example }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const root = build(reversed, 0, reversed.length, 0, -1)
  const endings: Ending[] = []
  price(root, options)
  choose(root, undefined, options, endings)
  return endings.sort((a, b) => (a.ending < b.ending ? -1 : a.ending > b.ending ? 1 : 0))
}

type Keyed = { readonly key: string; readonly example: Example }

function build(keys: readonly Keyed[], from: number, to: number, least: number, parentDepth: number): Node {
  const first = keys[from]!.key
  if (to - from === 1) {
    return {
      depth: first.length,
      parentDepth,
      children: [],
      example: keys[from]!.example,
      sample: first,
      costs: new Map(),
      plain: 0,
      best: '\uffff',
      own: 0,
    }
  }
  const last = keys[to - 1]!.key
  let depth = least
  while (first[depth] === last[depth]) depth++
  if (parentDepth < 0) depth = 0
  const children: Node[] = []
  for (let start = from; start < to; ) {
    let end = start + 1
    while (end < to && keys[end]!.key[depth] === keys[start]!.key[depth]) end++
    children.push(build(keys, start, end, depth + 1, depth))
    start = end
  }
  return {
    depth,
    parentDepth,
    children,
    example: undefined,
    sample: first,
    costs: new Map(),
    plain: 0,
    best: '\uffff',
    own: 0,
  }
}

/** What keeping an ending at this node costs. */
function keep(node: Node, options: TreeOptions): number {
  // What stands for «anything longer» has a say in the endings above it, but can have none of its own.
  if (node.example?.word.startsWith('*')) return Number.POSITIVE_INFINITY
  return node.parentDepth < 0 ? 0 : options.cost + options.letterCost * lengthOf(node, options)
}

function lengthOf(node: Node, options: TreeOptions): number {
  return Math.min(node.depth, node.parentDepth + 1 + options.reach)
}

/** What the words under a node cost when they inherit an answer, with or without an ending of their own. */
function inheriting(node: Node, answer: string | undefined): number {
  return Math.min((answer === undefined ? undefined : node.costs.get(answer)) ?? node.plain, node.own)
}

/** Least cost of the words under a node, for every answer they may inherit. */
function price(node: Node, options: TreeOptions): void {
  if (node.example) {
    for (const weight of node.example.answers.values()) node.plain += weight
    for (const [answer, weight] of node.example.answers) node.costs.set(answer, node.plain - weight)
  } else {
    const gains = new Map<string, number>()
    for (const child of node.children) {
      price(child, options)
      const other = inheriting(child, undefined)
      node.plain += other
      for (const answer of child.costs.keys()) {
        gains.set(answer, (gains.get(answer) ?? 0) + inheriting(child, answer) - other)
      }
    }
    for (const [answer, gain] of gains) node.costs.set(answer, node.plain + gain)
  }
  for (const [answer, cost] of node.costs) {
    if (options.general && !node.example && !options.general.has(answer)) continue
    const least = node.costs.get(node.best) ?? Number.POSITIVE_INFINITY
    if (cost < least - 1e-9 || (Math.abs(cost - least) <= 1e-9 && answer < node.best)) node.best = answer
  }
  node.own = (node.costs.get(node.best) ?? node.plain) + keep(node, options)
  const other = inheriting(node, undefined)
  for (const answer of node.costs.keys()) {
    if (answer !== node.best && inheriting(node, answer) >= other) node.costs.delete(answer)
  }
}

function choose(node: Node, inherited: string | undefined, options: TreeOptions, out: Ending[]): void {
  let answer = inherited
  const stay = inherited === undefined ? Number.POSITIVE_INFINITY : (node.costs.get(inherited) ?? node.plain)
  if (node.best !== '\uffff' && node.own < stay - 1e-9) {
    answer = node.best
    const whole = options.general && !options.general.has(answer)
    const length = node.parentDepth < 0 ? 0 : whole ? node.depth : lengthOf(node, options)
    out.push({ ending: [...node.sample.slice(0, length)].reverse().join(''), answer })
  }
  for (const child of node.children) choose(child, answer, options, out)
}
