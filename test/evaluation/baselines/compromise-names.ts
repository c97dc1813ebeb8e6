/** Names by compromise alone (English only), placed by our adapter. */
import { findCompromiseNames } from '../../../src/adapters/compromise.js'
import type { Name } from '../../../src/model/name.js'

export function entities(text: string, { language }: { language: string }): Name[] {
  return language === 'en' ? findCompromiseNames(text) : []
}
