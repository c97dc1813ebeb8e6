/**
 * Other detectors for the scorer of eval/langid. They weigh tens of megabytes, so they are no dependencies: install them in a
 * folder of your own and name that in KLARTEKST_PEERS. KLARTEKST_PEER says which of them answers.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Answer {
  readonly language: string
  readonly confidence?: number
}
type Detect = (text: string) => Answer | Promise<Answer>

/** Loads a module of the folder of peers. Their types are of no use here: each is called in one place. */
// biome-ignore lint/suspicious/noExplicitAny: the packages are not installed where types are checked
type Loaded = any

const requirePeer = createRequire(pathToFileURL(join(process.env.KLARTEKST_PEERS ?? '.', 'package.json')))
const load = (name: string): Promise<Loaded> => import(pathToFileURL(requirePeer.resolve(name)).href)
/** A file that the package does not export to `require`. */
const loadFile = (path: string): Promise<Loaded> =>
  import(pathToFileURL(join(process.env.KLARTEKST_PEERS ?? '.', 'node_modules', path)).href)

/** Names of lingua in lower case, and their codes. */
const LINGUA: Readonly<Record<string, string>> = {
  danish: 'da',
  bokmal: 'nb',
  nynorsk: 'nn',
  swedish: 'sv',
  icelandic: 'is',
  german: 'de',
  dutch: 'nl',
  afrikaans: 'af',
  english: 'en',
  french: 'fr',
  spanish: 'es',
  finnish: 'fi',
  polish: 'pl',
}

/** The first and likeliest of what a peer names. */
function firstOf(found: readonly (readonly [string, number])[]): Answer {
  const [language = 'und', confidence = 0] = found[0] ?? []
  return { language, confidence }
}

const peers: Readonly<Record<string, () => Promise<Detect>>> = {
  eld: async () => {
    const { eld } = await loadFile('eld/src/entries/static.large.js')
    return (text) => {
      const found = eld.detect(text)
      return { language: found.language || 'und', confidence: found.getScores()[found.language] ?? 0 }
    }
  },
  tinyld: async () => {
    const { detectAll } = await load('tinyld')
    return (text) =>
      firstOf(
        detectAll(text).map(({ lang, accuracy }: { lang: string; accuracy: number }) => [lang, accuracy] as const),
      )
  },
  'franc-min': async () => {
    const { franc } = await loadFile('franc-min/index.js')
    return (text) => ({ language: franc(text, { minLength: 3 }) })
  },
  'cld3-asm': async () => {
    const { loadModule } = requirePeer('cld3-asm') as Loaded
    const identifier = (await loadModule()).create(0, 1000)
    return (text) => {
      const { language, probability } = identifier.findLanguage(text)
      return { language, confidence: probability }
    }
  },
  cld: async () => {
    const { detect } = requirePeer('cld') as Loaded
    return async (text) => {
      try {
        const { languages } = await detect(text, { bestEffort: true })
        return { language: languages[0]?.code ?? 'und', confidence: (languages[0]?.percent ?? 0) / 100 }
      } catch {
        return { language: 'und', confidence: 0 } // it rejects what it cannot identify
      }
    }
  },
  'fasttext.wasm.js': async () => {
    const { getLIDModel } = await loadFile('fasttext.wasm.js/dist/main/node.mjs')
    const model = await getLIDModel()
    await model.load()
    return async (text) => {
      const { alpha2, alpha3, possibility } = await model.identify(text.replace(/\n/g, ' '))
      return { language: alpha2 || alpha3 || 'und', confidence: possibility }
    }
  },
  '@bluzzi/lingua': async () => {
    const { LanguageDetectorBuilder } = requirePeer('@bluzzi/lingua') as Loaded
    const detector = LanguageDetectorBuilder.fromISOCodes6391(Object.values(LINGUA)).build()
    return (text) => {
      const [best] = detector.computeLanguageConfidenceValues(text)
      return {
        language: LINGUA[String(best?.language ?? '').toLowerCase()] ?? 'und',
        confidence: best?.confidence ?? 0,
      }
    }
  },
}

export const detectLanguage: Detect = await peers[process.env.KLARTEKST_PEER ?? '']!()
