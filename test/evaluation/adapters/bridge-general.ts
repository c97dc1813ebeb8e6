/** The same with a bridge that saw no text of the sites it is measured on, as a user's archive meets it: learnt here. */
import { alignWords } from '../../../data/learn/bridge/align-words.js'
import { chooseEntries } from '../../../data/learn/bridge/choose-entries.js'
import { generalCorpora, readParallel } from '../../../data/learn/bridge/read-parallel.js'
import { packBridge } from '../../../data/learn/pack-bridge.js'
import { da } from '../../../src/da.js'
import { en } from '../../../src/en.js'
import type { Bridge } from '../../../src/model/bridge.js'
import type { DuplicateGroup, RelatedArticle } from '../../../src/model/related.js'
import { findDuplicates as find } from '../../../src/related/find-duplicates.js'
import { related as relatedTo } from '../../../src/related/related.js'
import type { RelatedIndex } from '../../../src/related/related-index.js'
import type { RelatedOptions } from '../../../src/related/related-options.js'

const entries = chooseEntries(alignWords(readParallel([da, en], generalCorpora)))
const bridges: readonly Bridge[] = [
  {
    languages: ['da', 'en'],
    terms: packBridge(
      entries.map(({ first, second, score }) => `${first}\t${second}\t${score.toFixed(2)}`),
      [],
    ),
  },
]

export { buildRelatedIndex } from './bridge.js'

export function related(index: RelatedIndex, id: string, options: RelatedOptions): RelatedArticle[] {
  return relatedTo([da, en], index, id, { ...options, bridges })
}

export function findDuplicates(index: RelatedIndex): DuplicateGroup[] {
  return find(index, { bridges, kinds: ['translation'] })
}
