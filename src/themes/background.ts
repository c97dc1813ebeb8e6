import type { ArchiveStatistics } from '../model/statistics.js'
import { rarity } from '../words/background.js'
import type { WordStream } from './word-stream.js'

/** How rare each lemma of a stream is: -log2 of its share of open text, by lemma number. */
export function rarityIn(stream: WordStream, _background: ArchiveStatistics | undefined): (lemma: number) => number {
  return (lemma) => {
    const language = stream.lemmaLanguages[lemma]
    return language ? rarity(language, stream.lemmas[lemma]!) : 20
  }
}
