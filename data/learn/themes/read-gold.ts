import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import snowball from 'snowball-stemmers'

const evaluationData = new URL('../../../../shared/eval/', import.meta.url)

/** A document with the tags its editor gave it. */
export interface GoldDocument {
  readonly id: string
  readonly subset: string
  readonly site: string
  readonly language: string
  readonly title: string
  readonly body: string
  readonly format: 'markdown' | 'text'
  /** Stem sequences of the tags that stand in the text. */
  readonly gold: ReadonlySet<string>
}

const stemmers = { da: snowball.newStemmer('danish'), en: snowball.newStemmer('english') }
const stems = { da: new Map<string, string>(), en: new Map<string, string>() }

/** The stem sequence by which labels are compared, as the evaluation set's scorer does. */
export function stemKey(label: string, language: string): string {
  const code = language === 'da' ? 'da' : 'en'
  const words =
    label
      .normalize('NFC')
      .toLowerCase()
      .replace(/[’`´]/g, "'")
      .replace(/'s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .map((word) => {
      let stem = stems[code].get(word)
      if (stem === undefined) stems[code].set(word, (stem = stemmers[code].stem(word)))
      return stem
    })
    .join(' ')
}

function readLines<Line>(path: string): Line[] {
  const url = new URL(path, evaluationData)
  if (!existsSync(url)) throw new Error(`the evaluation data is not here: ${fileURLToPath(url)} is missing`)
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

interface Line {
  readonly id: string
  readonly subset: string
  readonly site?: string
  readonly title: string
  readonly body: string
  readonly format: 'markdown' | 'text'
  readonly language: string
  readonly tags: readonly { readonly label: string; readonly present: boolean }[]
}

/**
 * One file of the themes set, e.g. `da.dev`. Articles that stand in the Danish reader's set too are left out of what is
 * learnt from, so that its figures are honest.
 */
export function readGold(name: string, options: { readonly toLearn: boolean }): GoldDocument[] {
  const held = new Set(
    options.toLearn
      ? readLines<{ title: string }>('danish-reader/articles.jsonl').map(({ title }) => title.trim())
      : [],
  )
  return readLines<Line>(`themes/${name}.jsonl`)
    .filter(({ title }) => title.trim() === '' || !held.has(title.trim()))
    .map(({ id, subset, site, language, title, body, format, tags }) => ({
      id,
      subset,
      site: site ?? subset,
      language,
      title,
      body,
      format,
      gold: new Set(tags.filter(({ present }) => present).map(({ label }) => stemKey(label, language))),
    }))
}
