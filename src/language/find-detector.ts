import type { DetectorTable } from './detector-table.js'
import { unpackDetector } from './unpack-detector.js'

const tables = new WeakMap<object, DetectorTable | null>()
let latest: { readonly packed: string; readonly table: DetectorTable } | undefined

/**
 * The table of the first of `languages` that has one; `null` where none has. Unpacked at first use (some milliseconds),
 * kept as long as the language value lives; languages that share a table share the work.
 */
export function findDetector(languages: readonly { readonly detector: string }[]): DetectorTable | null {
  const first = languages[0]
  if (!first) return null
  let table = tables.get(first)
  if (table === undefined) {
    const packed = languages.find((language) => language.detector !== '')?.detector ?? ''
    if (packed === '') table = null
    else {
      if (latest?.packed !== packed) latest = { packed, table: unpackDetector(packed) }
      table = latest.table
    }
    tables.set(first, table)
  }
  return table
}
