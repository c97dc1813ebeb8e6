import { readFileSync } from 'node:fs'

/** The entries of a list under data/: comment and empty lines dropped. */
export function handEntries(path: string): string[] {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    .normalize('NFC')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
}
