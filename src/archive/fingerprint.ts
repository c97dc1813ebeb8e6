import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../model/article.js'
import { data, version } from '../packed/model-info.js'
import { listFolder } from './read-folder.js'

/** What makes two runs over archives write the same bytes: our version, the files as they lie, the options. */
export async function fingerprintRun(
  paths: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([version, data, options]))
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const { size, mtimeMs } = file === '-' ? { size: 0, mtimeMs: 0 } : await stat(file)
      hash.update(JSON.stringify([file, size, mtimeMs]))
    }
  }
  return hash.digest('base64url')
}

/** Bytes of the archives named; undefined where standard input is among them. */
export async function sizeOf(paths: readonly string[]): Promise<number | undefined> {
  if (paths.includes('-')) return undefined
  const files = (await Promise.all(paths.map(filesOf))).flat()
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** What an article says, as 22 characters: it is to be read again when they change. */
export function fingerprintArticle(article: Article): string {
  return createHash('sha256')
    .update(JSON.stringify([version, data, article]))
    .digest('base64url')
    .slice(0, 22)
}

async function filesOf(path: string): Promise<string[]> {
  if (path === '-' || !(await stat(path)).isDirectory()) return [path]
  return (await listFolder(path)).map((file) => join(path, file.path))
}
