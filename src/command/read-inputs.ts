import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Article, ArticleFormat } from '../model/article.js'
import type { CommandOptions, Terminal } from './options.js'
import { UsageError } from './usage-error.js'

const formats: ReadonlyMap<string, ArticleFormat> = new Map([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
])

const knownFormats: readonly string[] = ['auto', 'text', 'html', 'markdown', 'wordpress']

/** The articles of the files named, in order; `-` is standard input. */
export async function* readInputs(options: CommandOptions, terminal: Terminal): AsyncGenerator<Article> {
  const { format, language } = options
  if (format !== undefined && !knownFormats.includes(format)) {
    throw new UsageError(`--format is one of ${knownFormats.join(', ')}; got ${JSON.stringify(format)}`)
  }
  for (const file of options.files) {
    const text = decode(file, file === '-' ? await readAll(terminal.stdin) : await readFile(file))
    const given = {
      ...(format !== undefined && { format: format as ArticleFormat }),
      ...(language !== undefined && { language }),
    }
    if (extname(file) === '.json') {
      for (const article of readJson(file, text)) yield { ...article, ...given }
    } else {
      const named = formats.get(extname(file).toLowerCase())
      yield { ...(file !== '-' && { id: basename(file) }), body: text, ...(named && { format: named }), ...given }
    }
  }
}

async function readAll(stream: NodeJS.ReadStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** UTF-8, or Windows-1252 where the bytes are not UTF-8 (old Danish systems); a byte order mark is dropped. */
function decode(file: string, bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (bytes.includes(0)) throw new UsageError(`${file} is neither UTF-8, UTF-16 nor Windows-1252 text`)
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function readJson(file: string, text: string): Article[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const articles = Array.isArray(value) ? value : [value]
  for (const article of articles) {
    if (typeof article !== 'object' || article === null || typeof (article as Article).body !== 'string') {
      throw new UsageError(`${file}: an article is an object with a string "body"`)
    }
  }
  return articles as Article[]
}
