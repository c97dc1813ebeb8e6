import { once } from 'node:events'
import type { Writable } from 'node:stream'

const danish = {
  nouns:
    'kommunen havnen borgmesteren færgen skolen eleverne klimaet budgettet cykelstien biblioteket sygehuset lægerne forskerne fabrikken boligerne huslejen skoven søen fiskerne markerne stormen digerne broen tunnelen toget'.split(
      ' ',
    ),
  verbs: 'bygger lukker åbner støtter kritiserer undersøger forlader ændrer køber sælger'.split(' '),
  sentence: (a: string, verb: string, b: string, years: number) =>
    `I dag ${verb} ${a} ${b}, og det har taget ${years} år.`,
}
const english = {
  nouns:
    'council harbour mayor ferry school climate budget library hospital factory housing rent forest lake fields storm bridge tunnel train station'.split(
      ' ',
    ),
  verbs: 'builds closes opens supports criticises examines leaves changes buys sells'.split(' '),
  sentence: (a: string, verb: string, b: string, years: number) =>
    `Today the ${a} ${verb} the ${b}, and it has taken ${years} years.`,
}

/** Writes an archive of invented articles as JSONL, three Danish ones to an English; the same every time. */
export async function writeArticles(stream: Writable, count: number, words = 120): Promise<void> {
  let state = 7
  const pick = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  for (let number = 0; number < count; number++) {
    const { nouns, verbs, sentence } = pick(4) > 0 ? danish : english
    const noun = (): string => nouns[pick(nouns.length)]!
    const subjects = [noun(), noun(), noun()]
    const subject = (): string => subjects[pick(3)]!
    const write = (): string =>
      sentence(subject(), verbs[pick(verbs.length)]!, pick(2) > 0 ? subject() : noun(), pick(90) + 2)
    const paragraphs = Array.from({ length: Math.ceil(words / 60) }, () => Array.from({ length: 5 }, write).join(' '))
    const article = { id: `a${number}`, title: write(), body: paragraphs.join('\n\n'), section: 'by' }
    if (!stream.write(`${JSON.stringify(article)}\n`)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}
