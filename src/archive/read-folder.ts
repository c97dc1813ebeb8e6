import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readFrontMatter } from '../article/front-matter.js'
import type { Article, ArticleFormat } from '../model/article.js'
import { type ArchiveRecord, maxRecordBytes } from './archive-record.js'

const formats: ReadonlyMap<string, ArticleFormat> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['txt', 'text'],
])

/** Language codes that site generators use in names of folders and files. */
const codes = new Set(['da', 'en', 'nb', 'nn', 'no', 'sv', 'de', 'fr', 'nl', 'fi', 'is', 'fo', 'es', 'it', 'pl', 'kl'])

/** A file of a folder: its path from there with `/`, and what its name says. */
export interface FolderFile {
  readonly path: string
  readonly id: string
  readonly format: ArticleFormat
  readonly language?: string
  /** The id without the part that names a language. */
  readonly group: string
}

/** The Markdown, HTML and text files of a folder and the folders in it, by path; hidden ones and node_modules not. */
export async function listFolder(folder: string): Promise<FolderFile[]> {
  const paths: string[] = []
  const waiting = ['']
  for (let within = waiting.pop(); within !== undefined; within = waiting.pop()) {
    for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = within === '' ? entry.name : `${within}/${entry.name}`
      if (entry.isDirectory()) waiting.push(path)
      else if (entry.isFile() && formats.has(extensionOf(path))) paths.push(path)
    }
  }
  return paths.sort((a, b) => (a < b ? -1 : 1)).map(describeFile)
}

/**
 * The files of a folder as articles. The id is the path without its ending; `da/…` and `en/…` folders or `….da.md` names
 * tell the language, and files that differ in it alone are translations of each other. Of front matter, `draft`,
 * `status`, `related` (pins), `excludes`, `translationKey` and `author` are read here, the rest with the article.
 */
export async function* readFolder(folder: string, onBytes?: (bytes: number) => void): AsyncGenerator<ArchiveRecord> {
  const files = await listFolder(folder)
  const sizes = new Map<string, number>()
  for (const { group } of files) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  for (const [index, file] of files.entries()) {
    const path = join(folder, file.path)
    const place = index + 1
    const { size } = await stat(path)
    onBytes?.(size)
    if (size > maxRecordBytes) {
      const cause = `The file is larger than ${maxRecordBytes / 1024 / 1024} MB.`
      yield { bad: { code: 'INPUT_TOO_LARGE', cause, file: path, place, id: file.id, record: '' } }
      continue
    }
    const bytes = await readFile(path)
    const body = decode(bytes)
    if (body === undefined) {
      const cause = 'The file is neither UTF-8, UTF-16 nor Windows-1252 text; its bytes are given in base64.'
      yield { bad: { code: 'BAD_ENCODING', cause, file: path, place, id: file.id, record: bytes.toString('base64') } }
      continue
    }
    const isTranslated = file.language !== undefined || (sizes.get(file.group) ?? 0) > 1
    const article: Article = {
      id: file.id,
      body,
      format: file.format,
      ...(file.language !== undefined && { language: file.language }),
      ...(isTranslated && { translationGroup: file.group }),
      ...(file.format === 'markdown' && stated(body)),
    }
    yield { article, file: path, place }
  }
}

function describeFile(path: string): FolderFile {
  const format = formats.get(extensionOf(path)) ?? 'text'
  const id = path.replace(/\.[^./]+$/, '')
  const steps = id.split('/')
  const place = steps.slice(0, -1).findIndex((step) => codes.has(step))
  const suffix = /^(.+)\.([a-z]{2})$/.exec(steps.at(-1)!)
  if (suffix && codes.has(suffix[2]!)) {
    return { path, id, format, language: codeOf(suffix[2]!), group: [...steps.slice(0, -1), suffix[1]!].join('/') }
  }
  if (place < 0) return { path, id, format, group: id }
  return { path, id, format, language: codeOf(steps[place]!), group: steps.filter((_, at) => at !== place).join('/') }
}

function codeOf(code: string): string {
  return code === 'no' ? 'nb' : code
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** UTF-8, UTF-16 with its mark, or Windows-1252 where the bytes are no UTF-8 and hold no zero. */
function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.includes(0) ? undefined : new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What front matter says of an article's place in the archive. */
function stated(body: string): Partial<Article> {
  const { fields } = readFrontMatter(body)
  const text = (name: string): string | undefined => {
    const value = fields.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const list = (name: string): string[] | undefined => {
    const value = fields.get(name)
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined
  }
  const isDraft =
    fields.get('draft') === true ||
    text('draft') === 'true' ||
    text('status') === 'draft' ||
    fields.get('published') === false
  const author = text('author')
  const translationGroup = text('translationkey') ?? text('translationgroup')
  const pins = list('related') ?? list('pins')
  const excludes = list('excludes')
  const updatedAt = text('updated') ?? text('lastmod') ?? text('updatedat')
  return {
    ...(isDraft && { status: 'draft' as const }),
    ...(author !== undefined && { author }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(translationGroup !== undefined && { translationGroup }),
    ...(pins && pins.length > 0 && { pins }),
    ...(excludes && excludes.length > 0 && { excludes }),
  }
}
