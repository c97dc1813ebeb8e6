import type { Language } from '../model/language.js'

/**
 * FOUNDATION VERSION, to be replaced by the packed background: how rare a lemma is in open text, as
 * -log2 of its relative frequency; a lemma that is not in the list is as rare as the rarest.
 */
export function rarity(_language: Language, _lemma: string): number {
  return 16
}
